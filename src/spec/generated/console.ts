// Generated from specs/console by `npm run types`. Do not edit.

export interface paths {
    "/_sandbox/console/accounts/{account}/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看组织 · Show an organisation
         * @description Departments and people of a buyer, the applications that are bound or authorised, and the calls of the kit that failed and wait for the buyer's word (DecideKitRetry). Departments that only people name stand at the top.
         */
        get: operations["ShowOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/accounts/{account}/organisation/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 调整成员部门 · Move one of the people to another department
         * @description The next synchronisation of accounts or departments shows it.
         */
        post: operations["MoveMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/kit-calls/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 联营接口失败重试 · Decide whether a call of the kit is made again
         * @description A call of the joint-operations kit failed, and the buyer decides about a retry; the seller was told by SMS and mail (the fact seller.notified). ShowOrganisation lists what waits.
         */
        post: operations["DecideKitRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/accounts/{account}/recharge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 账户充值 · Put money into an account
         * @description Adds to the cash balance of an account, as a bank transfer or an online top-up would (the way out when a balance is too small).
         */
        post: operations["RechargeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/accounts/{account}/access-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 访问密钥列表 · List access keys
         * @description The access keys of an account without their secrets. Temporary keys are none of them: they end by themselves.
         */
        get: operations["ListAccessKeys"];
        put?: never;
        /**
         * 新增访问密钥 · Create an access key
         * @description Creates an access key (AK/SK) of an account, as the page of credentials (我的凭证) does. It signs calls at once. The secret is shown here and never again: whoever loses it creates another key. An account has two keys at most.
         */
        post: operations["CreateAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/access-keys/{accessKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除访问密钥 · Remove an access key
         * @description Removes an access key; calls that it signs are refused from then on. The key that the sandbox prints stays, so that `koosandbox env` keeps its word.
         */
        delete: operations["RemoveAccessKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 商品列表 · What can be bought
         * @description Products of sellers as the shelf shows them, those on sale unless another status is asked for.
         */
        get: operations["ListProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 订单列表 · Look through orders
         * @description Orders of one buyer, newest first. `pending=true` is the page of orders to be paid (待支付订单), which shows those under review and to be confirmed as well.
         */
        get: operations["ListOrders"];
        put?: never;
        /**
         * 购买商品 · Buy a product
         * @description Places an order for a product of the catalogue and pays it from the balance unless told otherwise. What waits for a review or for the customer manager is placed and not paid. Nothing is ordered when the payment is refused.
         */
        post: operations["BuyProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/combined-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 商品组合购买 · Buy several goods together
         * @description Places one order for each item under one combined number and pays them together from the balance unless told otherwise: all or none. While one of them waits for a review or for the customer manager, none is paid. PayOrders pays them with all their numbers, the billing API with the combined one.
         */
        post: operations["BuyTogether"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 订单详情 · Show an order
         * @description An order with its lines, resources, licences and where its delivery stands.
         */
        get: operations["ShowOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 订单审核 · Review an order
         * @description The vendor's review of an order that waits for it (待审核). Passed, it can be paid; refused, it is cancelled.
         */
        post: operations["ReviewOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认订单 · Confirm an order
         * @description The customer manager's word in the CRM system on an order that waits for it (待确认). Confirmed, it can be paid; refused, it is cancelled.
         */
        post: operations["ConfirmOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/failure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开通失败 · Let the delivery of an order fail
         * @description The operator's hand: what was paid for cannot be opened. The order is paid back and void, and what was to come is closed.
         */
        post: operations["FailOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/adjustment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 费用调整 · Adjust what an order costs
         * @description The vendor's staff changes what a paid order cost: a positive amount is charged to the customer's balance, a negative one is paid back, at most what the order cost with its earlier adjustments. The adjustment is an order of its own (order_type 15) that goes back to the first one. Nothing becomes of the resources. When the vendor adjusts, and by which rules, is published nowhere.
         */
        post: operations["AdjustOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/seller-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 商家应答 · Say what the seller answered
         * @description What the seller's production interface answered to newInstance, until the sandbox calls it: the instance, `000004` for "in process", or a failure, with which the order stays in process unless it is given up.
         */
        post: operations["AnswerForSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 支付订单 · Pay one order or several together
         * @description Pays orders of one buyer by balance, online, both, or asks their partner. What is paid online or by the partner runs on until FinishPayment.
         */
        post: operations["PayOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/fund-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请线上合同请款 · Ask the company for the money
         * @description An enterprise whose balance is too small makes an online contract for what orders cost and asks its company for the money. The orders wait to be paid as before: RechargeAccount puts the money in, PayOrders pays. A discount that is given lowers the amount and holds until its own end only. The form of the contract's number is the sandbox's.
         */
        post: operations["RequestFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 支付结果 · Say how a running payment ended
         * @description The cash desk's answer to an online payment, or the partner's to a request to pay. Acts on all orders that are paid together. Failed or declined, the orders wait to be paid as before (facts order.payment-failed, order.partner-declined).
         */
        post: operations["FinishPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 续费 · Renew
         * @description Adds periods to what has an end, from the old end on; in grace and retention as well. Another product of the same seller changes with the renewal (续费变更), which is the way down.
         */
        post: operations["RenewResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/app-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 添加AppCode · Add an AppCode
         * @description Makes another AppCode for an API product that was bought. The purchase created the application MARKETPLACE_APP and, in the sandbox, one AppCode in it. All AppCodes of a resource call its API alike, in the header X-Apig-AppCode.
         */
        post: operations["AddAppCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/products/{productId}/backend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置后端服务 · Set the backend of an API product
         * @description Says where calls of buyers are forwarded to: the path after the product's own is added to the address. Without "url" the backend is taken away, and calls get an example of the sandbox. Answers are waited for 300000 ms at most; the default of 5000 is inferred. A backend of an Agents gateway is reached with "appKey" and "appSecret", which sign a token (AK/SK认证), or with constant "headers" of your own (自主认证), and its host is that of one of the seller's production addresses. The page names no header for the token: Authorization is inferred.
         */
        post: operations["SetApiBackend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/products/{productId}/backend/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 校验后端服务 · Check the backend of an API product
         * @description Calls the backend that SetApiBackend names as the gateway would, and says what a buyer's call would meet. The vendor's page tells only whether the backend can be reached; the rest is compared with its rules for answers of an Agents gateway. Nothing is counted.
         */
        post: operations["CheckApiBackend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更 · Upgrade or expand
         * @description Another product (升配) or more pieces (扩容) for the rest of the time. The way down goes by renewal.
         */
        post: operations["ChangeResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/expiry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 自动续费 / 到期不续费 · Say what happens at the end
         * @description The buyer decides in the buyer centre whether what was bought renews itself (自动续费) or ends (到期不续费). It is the same wish as the billing API's automatic renewal, and shows there as expire_policy. What is attached follows its main resource.
         */
        post: operations["SetExpiryPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 切换操作系统 · Change the system of a server
         * @description The server gets another operating system, so that no image of the marketplace runs on it any more: use of a lapsed image is charged up to this moment and ends. A package that is paid for runs on until its end, without the server.
         */
        post: operations["ChangeSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/formal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 试用转正 · Turn a trial into a purchase
         * @description A trial becomes a product that is paid for (order type 14).
         */
        post: operations["FormaliseTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/unsubscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退订 · Unsubscribe
         * @description Gives a product of a seller back by the rules of its kind: SaaS and images within five days without a reason, ten times an account and year; what people deliver before its supervision ends, when its seller agreed (AgreeToUnsubscribe; AskRefund asks), ten times a year, never once the licence code was taken or while an appeal runs; renewals that have not begun at any time. Huawei Cloud's own services are given back by its billing API.
         */
        post: operations["UnsubscribeResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 协商退订 · Buyer: ask for money back
         * @description Until a delivery under supervision is accepted, the buyer can ask the seller for all or a part of what was paid; the seller has seven working days (DecideRefund). An invoice comes back first. Hardware that was sent has to arrive first (received true).
         */
        post: operations["AskRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/refund/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退订审核 · Seller: agree to a refund or not
         * @description Agreed, the order is void and an unsubscription order brings the amount back; hardware that has arrived is sent back first (SendBack, ConfirmReturn). Refused, the delivery goes on and the buyer can ask again.
         */
        post: operations["DecideRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/refund/parcel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退货发出 · Buyer: send hardware back
         * @description After the seller agreed to take back hardware that had arrived. The seller confirms what comes back (ConfirmReturn).
         */
        post: operations["SendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/refund/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认收到退货 · Seller: confirm that hardware is back
         * @description The order is void, and an unsubscription order brings the amount back.
         */
        post: operations["ConfirmReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务监管 · Look through deliveries
         * @description Deliveries that people watch over, newest first.
         */
        get: operations["ListSupervisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务监管详情 · Show a delivery
         * @description Where the delivery of an order stands, what was done and what comes next.
         */
        get: operations["ShowSupervision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/requirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交需求 · Buyer: say what is needed
         * @description The buyer submits the requirement of a manual service or of a SaaS product that is put in place by people.
         */
        post: operations["SubmitRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 商家确认需求 · Seller: confirm or return the requirement
         * @description The seller confirms the requirement (商家确认需求), or returns it to the buyer.
         */
        post: operations["ConfirmRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认服务完成 · Seller: say that it is delivered
         * @description The seller says that the service is done (确认服务完成), with the real beginning of service and a proof; hardware with its logistics (服务商实施服务). A manual service of an order from 26 March 2025 on is handed in with its document of acceptance (交付验收文档). A website (建站类) is handed in twice: its design first, then what was built.
         */
        post: operations["DeliverService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/taking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 领取授权码 · Buyer: take the licence code
         * @description The buyer takes the licence code; from here on there is no negotiated unsubscription. The seller activates it through the open API.
         */
        post: operations["TakeLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传交付证明 · Seller: upload the proof of delivery
         * @description After the activation. Outside the enablement cloud the order is accepted by itself, inside the vendor reviews it.
         */
        post: operations["UploadProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/identification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交识别码 · Buyer: submit the identification code
         * @description Licence 1.0: what the buyer's system or hardware shows.
         */
        post: operations["SubmitIdentification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 交付License · Seller: deliver the licence
         * @description Licence 1.0: the licence text for the identification code (商家实施交付License).
         */
        post: operations["DeliverLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用户确认验收 · Buyer: accept
         * @description The buyer accepts; the order is completed within three hours. Orders of the enablement cloud go to the vendor's review first.
         */
        post: operations["AcceptDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 驳回 · Buyer: return the delivery
         * @description The buyer is not content; the seller does it again.
         */
        post: operations["ReturnDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 华为云复核 · Vendor: review
         * @description The vendor reviews deliveries of the enablement cloud (赋能云), which were paid with the government's cash coupon, and the documents of acceptance of joint products of the base cloud (基地云).
         */
        post: operations["ReviewDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申诉 · Appeal to the vendor
         * @description Either side appeals to the vendor, at whatever station the delivery stands, with a proof. The flow is frozen until the vendor decides within three working days. Undecided, a seller's appeal about an acceptance is upheld then, any other is refused (inferred).
         */
        post: operations["AppealDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/supervisions/{orderId}/appeal/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申诉处理 · Vendor: decide an appeal
         * @description The operations manager (运营经理) ends an appeal. Refused, the flow goes on. Upheld, `outcome` says what becomes of it; by default a buyer gets back what was paid, and a seller's delivery that waits for acceptance counts as accepted. The outcomes are concluded.
         */
        post: operations["DecideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看生产接口地址 · List production addresses
         * @description All addresses of a seller.
         */
        get: operations["ListAddresses"];
        put?: never;
        /**
         * 设置生产接口地址 · Set a production address
         * @description Sets the address of one interface, for one product (商品, with all its specifications and periods) or for all of a seller that have none of their own. The same use and product again changes the address, and it has to be debugged anew. Addresses of order notification are added beside each other: which orders go where is said by SetNotification. The vendor wants https, a domain name and a public place (koogallery.md 1); a sandbox is there for http://localhost, so the answer only warns, unless the setting console.strictAddresses says otherwise.
         */
        post: operations["SetAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除生产接口地址 · Remove a production address
         * @description Removes an address. While order notification is set up with it, that has to go first. Needs an address: SetAddress.
         */
        delete: operations["RemoveAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/addresses/{addressId}/debugged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 调测成功 · Say that an interface was debugged
         * @description Takes note that the calls of the debugging page went well (调测并保存用例), for the interfaces named or for all that the address has. Each may be debugged again and in any order (S-31); a new URL or edition begins anew. Needs an address: SetAddress.
         */
        post: operations["NoteDebugged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看接口密钥 · List keys
         * @description The keys of a seller, by interface.
         */
        get: operations["ListSellerKeys"];
        put?: never;
        /**
         * 新增接口密钥 · Create a key
         * @description Makes a key and binds it to one interface. Each interface has one key, and one key serves one interface only. A bound key cannot be changed without breaking what is on sale (failed probes and orders); to change it nevertheless, RemoveSellerKey comes first (the default world has a key for each interface).
         */
        post: operations["CreateSellerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 话单管理 · List usage records
         * @description The usage records of a seller, newest first (卖家中心 > 交易管理 > 话单管理): what became of each, with the record code of those that are faulty, what packages paid and what was charged.
         */
        get: operations["ListUsageRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除接口密钥 · Remove a key
         * @description Removes the key of an interface. Calls that need it cannot be signed until there is another.
         */
        delete: operations["RemoveSellerKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看订单通知 · List order notification
         * @description Everything of a seller that is told to an address.
         */
        get: operations["ListNotifications"];
        put?: never;
        /**
         * 配置订单通知 · Set up order notification
         * @description Chooses whose orders are told to an address: of access types (按接入类型), of products (按商品), or of both. It takes effect at once. The address must have been debugged; an access type or product is bound to one address only. A product is the whole 商品 with all its specifications and periods, whichever of them is named; so renewals, changes and unsubscriptions of an instance are told to one place. Images need the setting console.notifyImages. All of it is bound, or nothing. Needs an address of notification: SetAddress, NoteDebugged.
         */
        post: operations["SetNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/notifications/{notificationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除订单通知 · Stop order notification
         * @description Takes one access type or product from its address; after that it can be bound to another. Needs a rule: SetNotification.
         */
        delete: operations["RemoveNotification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/orders/{orderId}/notification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看订单的通知地址 · Show where an order is notified
         * @description Which address an order is told to when it comes about: that of its product (商品, whichever specification was bound), else that of its access type, and never both. Purchases, renewals, changes and unsubscriptions are notified.
         */
        get: operations["ShowNotifiedAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 应用凭证管理 · List application credentials
         * @description Application credentials of a seller. Secrets are not shown again.
         */
        get: operations["ListApplications"];
        put?: never;
        /**
         * 凭证申请 · Apply for an application credential
         * @description Makes a credential with the identity centre: people of a tenant log in with its client. The secret is shown in this answer alone. The basic interface has to be debugged first; a test address will do. How many a seller may have is not published: console.applicationsPerSeller.
         */
        post: operations["CreateApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用凭证修改 · Change an application credential
         * @description Changes what a credential says; client and secret stay as they are.
         */
        post: operations["ChangeApplication"];
        /**
         * 删除应用凭证 · Remove an application credential
         * @description Takes a credential away with all that was issued by it: logins with it end.
         */
        delete: operations["RemoveApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/applications/{applicationId}/binding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 绑定应用 · Bind an application to the buyer's organisation, or take it away
         * @description What a buyer of a joint-operations product does after the purchase: the seller is told tenant, application and departments (tenantSync, applicationSync, allOrgSync). Bound again, it is told again and nothing else comes of it; what is not bound cannot be taken away.
         */
        post: operations["BindApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/applications/{applicationId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 授权账号 · Let people of an organisation use an application
         * @description The buyer authorises accounts, or the seller applies for a test account (no resource): the seller is told by authSync. Without users all people of the organisation are meant.
         */
        post: operations["AuthoriseAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/applications/{applicationId}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更部门 · Change a department after an application was bound
         * @description Adds, changes or removes a department of the buyer's organisation, which remembers it; the seller is told by singleOrgSync. A department that others or people stand in cannot be removed. ShowOrganisation shows them.
         */
        post: operations["ChangeDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 私有镜像 · List private images
         * @description Private images of a seller, with what keeps each from being published.
         */
        get: operations["ListImages"];
        put?: never;
        /**
         * 创建私有镜像 · Make a private image
         * @description Makes a private image of a stopped cloud server of the seller. One that is shared, encrypted, of the whole machine, or made from a server that runs an image of the marketplace can be made and not be published.
         */
        post: operations["CreateImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开机/关机 · Start or stop a server
         * @description Starts or stops a cloud server. It goes on to be billed.
         */
        post: operations["SwitchServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/resources/{resourceId}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 商家同意退订 · The seller agrees to an unsubscription
         * @description Records that the seller agrees to take something back that the rules of its kind no longer allow the buyer to give back. UnsubscribeResource goes through afterwards.
         */
        post: operations["AgreeToUnsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 合作申请、商品审核 · List requests
         * @description What a seller has asked the vendor for, newest first.
         */
        get: operations["ListSellerRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/requests/{requestId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核 · Vendor: decide a request
         * @description Passes or refuses what a seller asked for. Passed, a product is on sale or off the shelf, and a programme is joined (已加入). How long the vendor takes is not published, so nothing happens without this.
         */
        post: operations["DecideSellerRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 报名商家计划 · Apply for a seller programme
         * @description Asks to join a programme of the vendor (商家加速计划). Refused, it can be asked for again: ReapplyForProgramme.
         */
        post: operations["ApplyForProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/requests/{requestId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新申请 · Apply again
         * @description Asks once more for a programme that was refused (失败).
         */
        post: operations["ReapplyForProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布商品 · Publish a product
         * @description Asks for a new product to be put on the shelf; DecideSellerRequest lets it be sold. An automatically opened SaaS product needs its basic interfaces debugged; one with joint operations (联营) the kit interfaces as well, and a credential for the production address. An image becomes one product for each region.
         */
        post: operations["PublishProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/off-shelf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下架 · Take a product off the shelf
         * @description Asks for a whole product, one specification (SKU) or one of its periods to be withdrawn, with a reason and a proof if there is one. It is sold until the vendor has passed it (DecideSellerRequest); what was bought goes on.
         */
        post: operations["TakeOffShelf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/products/{productId}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停售 · Suspend or resume the sale of a product
         * @description Nobody can buy a suspended product, and its saved cases are not probed; what was bought goes on.
         */
        post: operations["SuspendProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/sellers/{seller}/test-licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 测试授权码 · List test licence codes
         * @description Test codes of a seller, with whether they were activated and when their last heartbeat came: both have to be debugged.
         */
        get: operations["ListTestLicences"];
        put?: never;
        /**
         * 申请测试授权码 · Apply for a test licence code
         * @description A licence code without buyer and order, to debug activation and heartbeat with; nobody has to take it first.
         */
        post: operations["ApplyForTestLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的ICP备案信息 · Look through ICP filings
         * @description Filing orders of an account, newest first, and its organiser. The vendor has pages for filing and no API, because the identity of the person in charge is checked in person.
         */
        get: operations["ListFilings"];
        put?: never;
        /**
         * 验证备案类型 · Begin an ICP filing
         * @description Type verification: the system works out which type of filing it is. An account has one filing in progress at a time, and one organiser. What the former filing system knows, and what was moved at another provider, has to be claimed first (ClaimFormerFiling). Region, kind of organiser and certificate have to fit. Next: CheckFilingProduct; an exclusive customer goes on with SubmitFiling.
         */
        post: operations["CheckFilingType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看备案进度 · Show an ICP filing
         * @description Where a filing stands, until when, and who goes on.
         */
        get: operations["ShowFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}/product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 产品验证 · Verify the server of a filing
         * @description Names the server that the site runs on: one of the account that was bought for long enough, renewals counted together, or an authorisation code for the server of another account. Charged by use never counts. Next: SubmitFiling.
         */
        post: operations["CheckFilingProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交备案 · Submit an ICP filing
         * @description Hands the filing in, for the first time or mended after a refusal or when it was sent back. The vendor reviews it within console.filingFirstReviewDays working days; the SMS check follows (VerifyFilingSms), then the authority's review within console.filingAuthorityDays. ReviewFiling does not wait so long. The first review refuses what differs from the real name of the domain or from an earlier filing, a domain that resolves, is not verified or ends within three months, and a person responsible who is not the legal representative where the province wants that.
         */
        post: operations["SubmitFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 备案审核 · Vendor or authority: decide a filing
         * @description Decides the stage at which the filing stands before its working days are over: the first review of the vendor, or the review of the authority. A refusal has one of the published reasons. The vendor can also send a filing back to be mended (接入商审核为待修改).
         */
        post: operations["ReviewFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新发送核验短信 · Send the SMS again
         * @description Sends another code; the one before is no good any more and the 24 hours begin anew (inferred). Wrong codes go on being counted (inferred).
         */
        post: operations["ResendFilingSms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}/sms-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 备案短信核验 · Enter the code of the SMS check
         * @description Between the vendor's review and that of the authority the code that was sent by SMS is entered; ShowFiling shows it. It is good for 24 hours: afterwards the filing is returned, and so it is by the sixth wrong code. A wrong code is answered with verified false, because it counts. Under which status a filing is returned is published nowhere; here it is 管局驳回.
         */
        post: operations["VerifyFilingSms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filings/{filingId}/abandonment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放弃备案 · Abandon an ICP filing
         * @description Gives up a filing in progress; afterwards another can be begun. What lies with the authority (待管局审核) cannot be given up. A filing that was handed in keeps its place on the server.
         */
        post: operations["AbandonFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/filing-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 授权码管理 · List authorisation codes
         * @description Authorisation codes (备案授权码) that an account has issued for its servers.
         */
        get: operations["ListFilingCodes"];
        put?: never;
        /**
         * 申请备案授权码 · Issue an authorisation code
         * @description Lets another account file one website or app on a server of this one, once. Each cloud server and each Flexus L instance carries five sites; a code that is still good takes the place of one (inferred). A code is good until it is used or its server has expired; console.filingCodeLife can shorten that.
         */
        post: operations["CreateFilingCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/former-filings/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 认领备案 · Claim a filing of the former system
         * @description Takes over a domain and organiser that the former filing system of the vendor knows, or that was moved to another organiser or province at another provider. The vendor looks at it within console.filingClaimDays working days; the organiser is the one of the account then.
         */
        post: operations["ClaimFormerFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/console/organisers/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转移备案 · Move an organiser to another account
         * @description Moves the organiser of an account with all that is filed to another account (主体转移). The source has no filing in progress, the target has no organiser.
         */
        post: operations["TransferOrganiser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What an operation of the console did. */
        Done: {
            /** @description Where it was done. */
            world: string;
            /**
             * Format: date-time
             * @description The world's time.
             */
            now: string;
            /** @description What became true, in order. */
            facts: {
                /** @description Its number in the world. */
                n: number;
                /**
                 * Format: date-time
                 * @description World time.
                 */
                at: string;
                /** @description Its name, such as order.paid. */
                type: string;
            }[];
        };
        /** @description One of the people of an organisation. */
        Member: {
            /** @description Login name. */
            userName: string;
            name: string;
            /** @enum {string} */
            role: "user" | "admin";
            /** @description Code of the department. */
            orgCode: string;
        };
        /** @description A call of the joint-operations kit that failed or was decided about. */
        KitCall: {
            id: string;
            /** @description Such as production.tenantSync. */
            call: string;
            /** @enum {string} */
            status: "waiting" | "calling" | "succeeded" | "held" | "given-up";
            /** @description The application credential (appId). */
            application: string;
            /** Format: date-time */
            endedAt?: string;
        };
        ConsoleError: {
            /** @description What kind of refusal it is. */
            title: string;
            /** @description Same as the HTTP status. */
            status: number;
            /** @description What failed, with which value, and what to do next. */
            detail: string;
            /** @description Never changes once published. */
            code?: string;
            findings?: unknown;
            documented?: unknown;
            orders?: unknown;
        };
        AccountState: {
            /** @description customer_id, domain_id. */
            id: string;
            /** @description Login name of the account. */
            name: string;
            /**
             * @description What it is to the marketplace.
             * @enum {string}
             */
            role: "buyer" | "partner" | "seller";
            /** @description Cash, yuan; below zero = arrears. */
            balance: string;
        };
        /** @description An access key (AK/SK) of an account. */
        AccessKey: {
            /** @description The key's id (AK). */
            accessKey: string;
            /** @description Login name of the account. */
            account: string;
            /** @description Whether `koosandbox env` prints it. */
            printed: boolean;
            /**
             * Format: date-time
             * @description When it was created; not known of keys that were there from the beginning.
             */
            createdAt?: string;
        };
        /** @description What a page of the console shows. */
        Shown: {
            /** @description Where it was looked up. */
            world: string;
            /**
             * Format: date-time
             * @description The world's time.
             */
            now: string;
            /** @description Looking changes nothing. */
            facts: Record<string, never>[];
        };
        ProductState: {
            /** @description productId. */
            id: string;
            /** @description Its name in the catalogue, by which it can be bought too. */
            ref: string;
            /** @description The same for every period of one specification. */
            skuCode: string;
            /** @description What it is called. */
            name: string;
            /** @description Which specification. */
            spec: string;
            /** @description Kind of product. */
            kind: string;
            /**
             * @description How it is charged.
             * @enum {string}
             */
            charging: "period" | "one-time" | "on-demand" | "on-demand-package";
            /** @description The period that the price is for. */
            period?: string;
            /** @description Yuan for one period, piece or unit. */
            price: string;
            /** @description How it reaches its buyer, where its kind knows several ways. */
            delivery?: string;
            /**
             * @description Whether it can be bought.
             * @enum {string}
             */
            status: "on-sale" | "suspended" | "withdrawn" | "frozen";
            /**
             * @description What its orders wait for before they can be paid.
             * @enum {string}
             */
            needs?: "review" | "confirmation" | "approval" | "pricing";
            /** @description Pieces left. */
            stock?: number;
            /** @description Login name of the seller. */
            seller?: string;
            /** @description Packages: the product they are deducted for. */
            packageOf?: string;
            /** @description Packages: units. */
            packageSize?: number;
        };
        /** @description How long. Without it one period of the product. */
        Period: {
            /**
             * @description Kind of period; default: the product's own.
             * @enum {string}
             */
            type?: "day" | "month" | "year";
            /** @description How many; default 1. */
            num?: number;
        };
        /** @enum {string} */
        OrderStatus: "initialised" | "to-review" | "to-refund" | "processing" | "cancelled" | "completed" | "pending-payment" | "compensating" | "to-approve" | "to-confirm" | "to-ship" | "to-receive" | "to-pick-up" | "exchanging" | "seller-to-receive";
        /** @description How an API product that was bought is called. */
        ApiAccess: {
            /**
             * @description The application that the purchase created.
             * @enum {string}
             */
            application: "MARKETPLACE_APP";
            /** @description Path of the sandbox where the API is called; the path of the call follows. At the marketplace it is a third-level domain of apistore.huaweicloud.com. */
            address: string;
            /** @description Each is sent as X-Apig-AppCode. */
            appCodes: string[];
            /** @description Units that the gateway counted for it: calls. */
            used: string;
        };
        ResourceState: {
            /** @description resource_id. */
            id: string;
            /** @description Its name. */
            name: string;
            /**
             * @description Its state.
             * @enum {string}
             */
            status: "creating" | "in-use" | "closed" | "frozen" | "expired";
            /** @description productId. */
            product: string;
            /**
             * Format: date-time
             * @description Beginning.
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description End; none for pay-per-use and what is bought once.
             */
            expireAt?: string;
            /**
             * @description What the buyer wants at its end: it renews itself, ends, or goes on by use.
             * @enum {string}
             */
            atEnd?: "renew" | "end" | "to-on-demand";
            /** @description Images: the server it runs on. */
            server?: string;
            /** @description What the seller answered. */
            instance?: {
                /** @description The seller's id. */
                instanceId: string;
                /** @description Where the buyer works. */
                frontEndUrl?: string;
                /** @description Where the buyer manages it. */
                adminUrl?: string;
            };
            api?: components["schemas"]["ApiAccess"];
        };
        /** @enum {string} */
        SupervisionStatus: "requirement" | "confirmation" | "design" | "design-acceptance" | "implementation" | "code-to-take" | "activation" | "proof" | "identification" | "licence-delivery" | "acceptance" | "vendor-review" | "accepted" | "completed" | "cancelled";
        OrderState: {
            /** @description Order number. */
            id: string;
            /** @description Type of order. */
            type: string;
            status: components["schemas"]["OrderStatus"];
            /** @description The state in the vendor's word. */
            statusText: string;
            /** @description Login name of the buyer. */
            customer: string;
            /**
             * Format: date-time
             * @description When it was placed.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was paid.
             */
            paidAt?: string;
            /**
             * Format: date-time
             * @description Until when it can be paid.
             */
            paymentDeadline?: string;
            /**
             * Format: date-time
             * @description The beginning the buyer chose.
             */
            startsAt?: string;
            /**
             * Format: date-time
             * @description Its end.
             */
            completedAt?: string;
            /** @description Where the payment page leads once it is paid. */
            returnUrl?: string;
            /** @description Combined purchase it belongs to. */
            combinedId?: string;
            /** @description The order it goes back to. */
            baseOrderId?: string;
            /** @description List price, yuan. */
            official: string;
            /** @description Discounts off, yuan. */
            afterDiscount: string;
            /** @description What cash pays, yuan; negative = paid back. */
            payable: string;
            /** @description A payment that has begun and is not through. */
            paying?: {
                /** @description Way of paying. */
                by: string;
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                since: string;
                /** @description Yuan to be paid online, for all orders of the payment. */
                online?: string;
                /** @description How it is paid online. */
                method?: string;
            };
            /** @description What is bought. */
            lines: {
                /** @description Order line. */
                id: string;
                /** @description productId. */
                product: string;
                /** @description Product and specification. */
                name: string;
                /** @description Pieces. */
                quantity: number;
                /** @description Kind of period and number, such as month x 3. */
                period?: string;
                /**
                 * Format: date-time
                 * @description Beginning of the time paid for.
                 */
                effectiveAt?: string;
                /**
                 * Format: date-time
                 * @description Its end.
                 */
                expireAt?: string;
                /** @description List price, yuan. */
                official: string;
                /** @description Discounts off, yuan. */
                afterDiscount: string;
            }[];
            /** @description What it makes or acts upon. */
            resources: components["schemas"]["ResourceState"][];
            /** @description Licences of the order. A code that was not taken is not shown. */
            licences: {
                /**
                 * @description Licence 2.0 or 1.0.
                 * @enum {string}
                 */
                kind: "code" | "identification";
                /**
                 * @description Its state.
                 * @enum {string}
                 */
                status: "issued" | "taken" | "active";
                /** @description The code. */
                code?: string;
                /** @description Licence 1.0: what the seller delivered. */
                text?: string;
            }[];
            supervision?: components["schemas"]["SupervisionStatus"];
        };
        /** @description What a person enters on the page of one product. */
        Purchase: {
            /** @description Its id, its name in the catalogue such as crm-basic-month, or its skuCode. */
            product: string;
            /**
             * @description Pieces.
             * @default 1
             */
            quantity: number;
            period?: components["schemas"]["Period"];
            /** @description A trial order (试用); default: what costs nothing is a trial. */
            trial?: boolean;
            /**
             * @description It renews itself (自动续费); default: it ends (到期不续费).
             * @default false
             */
            autoRenew: boolean;
            /** @description Images by the month or year - the server to run on; one package per server at a time (S-44). */
            server?: string;
            /** @description What the seller asks the buyer for. */
            extendParams?: {
                name: string;
                value: string;
            }[];
            /** @description Hardware: whom it is sent to (S-39); default: the account itself. */
            recipient?: {
                name: string;
                phone: string;
                address: string;
            };
        };
        /** @description What the buyer wants back before the delivery is accepted, and the seller's word about it (协商退订). */
        RefundState: {
            /** @description Yuan. */
            amount: string;
            reason: string;
            /** @description Hardware that has arrived: it comes back first (已收货退订). */
            received?: boolean;
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description When the seven working days of the seller are over.
             */
            dueAt: string;
            /** Format: date-time */
            decidedAt?: string;
            approved?: boolean;
            /** @description The seller's word. */
            note?: string;
            /** @description Who carries it back. */
            parcel?: {
                company: string;
                number: string;
            };
            /**
             * Format: date-time
             * @description When the order was void; the money comes with its unsubscription order.
             */
            doneAt?: string;
        };
        SupervisionState: {
            /** @description Order number. */
            order: string;
            /** @description Login name of the buyer. */
            customer: string;
            /** @description Login name of the seller. */
            seller: string;
            /** @description Kind of product. */
            kind: string;
            status: components["schemas"]["SupervisionStatus"];
            /** @description The station in the vendor's word, as far as one is published. */
            statusText: string;
            /** @description Paid with the coupon of the enablement cloud (赋能云). */
            enablement: boolean;
            /** @description A joint product whose buyer belongs to the base cloud (基地云), or that its voucher paid for. */
            baseCloud?: boolean;
            /**
             * Format: date-time
             * @description Since when.
             */
            openedAt: string;
            /** @description What the buyer asked for. */
            requirement?: string;
            /** @description Name of the proof. */
            proof?: string;
            /** @description Licence 1.0: the system or hardware identification code that the buyer submitted. */
            identification?: string;
            /** @description Hardware: whom it is sent to (收件人信息). */
            recipient?: {
                name: string;
                phone: string;
                address: string;
            };
            /** @description Who carries it. */
            logistics?: {
                company: string;
                number: string;
            };
            /**
             * Format: date-time
             * @description When the service really began.
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @description When it was accepted.
             */
            acceptedAt?: string;
            /** @description An appeal runs; nobody can take a step until the vendor decides it. */
            frozen: boolean;
            /** @description The last appeal (服务监管申诉). */
            appeal?: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                by: "buyer" | "seller";
                reason: string;
                proof?: string;
                /** Format: date-time */
                decidedAt?: string;
                upheld?: boolean;
                /** @enum {string} */
                outcome?: "accept" | "cancel" | "continue";
            };
            /** @description What was done. */
            steps: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                by: "buyer" | "seller" | "vendor";
                event: string;
                note?: string;
            }[];
            /** @description What can be done now. */
            next: {
                /** @enum {string} */
                by: "buyer" | "seller" | "vendor";
                operation: string;
            }[];
        };
        /** @description A document by name and size; its bytes are not wanted. Kinds and size as the vendor publishes them for user guides (S-34); that they hold for proofs is inferred. */
        UploadedFile: {
            /** @description Ends in rar, zip, doc, docx, pdf, ppt or pptx. */
            name: string;
            /**
             * @description Bytes, 20 MB at most.
             * @default 0
             */
            size: number;
        };
        /** @description A production address of a seller (生产接口地址). */
        Address: {
            id: string;
            /**
             * @description Which of the four interfaces it serves.
             * @enum {string}
             */
            use: "basic" | "kit" | "licence" | "notification";
            /** @description Path and query are kept as they were given. */
            url: string;
            /** @description The one product it is for; absent = all that have none of their own. */
            productId?: string;
            /**
             * @description Edition of the interface.
             * @enum {integer}
             */
            version: 1 | 2;
            /**
             * Format: date-time
             * @description The last debugging that went well; absent = not debugged since the address was set.
             */
            debuggedAt?: string;
            /** @description Saved cases (调试用例), by interface. */
            debugged?: {
                interface: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        /** @description A key (Key值/accessKey) that signs the calls of one interface. */
        SellerKey: {
            id: string;
            /**
             * @description The interface it is bound to.
             * @enum {string}
             */
            use: "basic" | "kit" | "licence" | "notification" | "appcode";
            /** @description The key itself, as the page shows it. */
            secret: string;
        };
        UsageRecord: {
            /** @description The sandbox's own number. */
            id: string;
            /** @description As reported. */
            instance: string;
            /** @description metering_sn of the new interface. */
            sn?: string;
            /**
             * Format: date-time
             * @description begin_time.
             */
            from: string;
            /**
             * Format: date-time
             * @description end_time.
             */
            to: string;
            /** @description Units. */
            value: string;
            /**
             * @description received waits for its check. accepted waits for its bill.
             * @enum {string}
             */
            status: "received" | "accepted" | "faulty" | "billed";
            /** @description Record code, 001 to 019. */
            fault?: string;
            /** @description What the code says. */
            why?: string;
            /**
             * Format: date-time
             * @description When it came.
             */
            received?: string;
            /** @description It came later than two hours after its end or, where records are collected by the day, than 01:00 of the next day. */
            late?: boolean;
            /** @description relate_pkg_instance. */
            package?: string;
            /** @description Units that packages paid. */
            deducted?: string;
            /**
             * Format: date-time
             * @description When it was deducted.
             */
            billed?: string;
            /** @description Yuan. */
            charged?: string;
        };
        /** @description Orders of what are told to which address (订单通知). */
        NotificationRule: {
            id: string;
            addressId: string;
            /**
             * @description 接入类型.
             * @enum {string}
             */
            accessType?: "saas" | "licence" | "licence-v1" | "image" | "hardware" | "manual-service" | "api" | "agents-gateway" | "orchestration" | "data-file";
            productId?: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description An application credential (应用凭证). */
        ApplicationState: {
            appId: string;
            /** @description client_id of the identity centre. */
            clientId: string;
            name: string;
            /** @enum {string} */
            authentication: "OAuth2.0" | "CAS3.0";
            productionAddress: string;
            publicKey: string;
            loginAddressType: string;
            redirectUris: string[];
            test: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt?: string;
        };
        /** @description A private image of a seller's account. */
        ImageState: {
            /** @description Id of the private image. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Region it lies in. */
            regionCode: string;
            /** @description Size of its package. */
            sizeGB: number;
            /** @description The server it was made from. */
            serverId?: string;
            /**
             * @description published: a product of KooGallery is made of it, or asked for.
             * @enum {string}
             */
            status: "active" | "published";
            /** @description 共享镜像. */
            shared: boolean;
            /** @description 加密镜像. */
            encrypted: boolean;
            /** @description 整机镜像. */
            wholeMachine: boolean;
            /** @description Made again from a shared image or one of the marketplace. */
            derived: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /** @description What a seller asked the vendor for. */
        SellerRequestState: {
            id: string;
            /** @description Login name. */
            seller: string;
            /** @enum {string} */
            about: "publish" | "take-off-shelf" | "programme";
            /** @enum {string} */
            status: "in-review" | "passed" | "refused";
            /** @description In the vendor's words, where they are published: 已加入, 失败. */
            statusText?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt?: string;
            /** @description Ids of the products that it is about. */
            products?: string[];
            productName?: string;
            skuCode?: string;
            programme?: string;
            reason?: string;
            /** @description Name of the document. */
            proof?: string;
            refusal?: string;
            /** @description How often it was asked for. */
            attempts: number;
        };
        /** @description A private image that becomes a product. Packages are 128 GB at most; shared, encrypted, published, whole-machine and derived images are not taken. */
        PrivateImage: {
            /** @description Id of a private image of the seller (ListImages). */
            id: string;
        };
        /**
         * @description Where a filing stands: 待完善备案信息 (type-checked, product-checked), 等待初审, 接入商审核为待修改, 已修改待审核, 初审驳回 (refused), 待提交管局 (handed-on: the SMS check is under way), 待管局审核, 管局驳回, 已备案, or given up.
         * @enum {string}
         */
        FilingStatus: "type-checked" | "product-checked" | "first-review" | "for-mending" | "mended" | "refused" | "handed-on" | "authority-review" | "authority-refused" | "filed" | "abandoned";
        /**
         * @description 资源类型: ECS (with Flexus X), Flexus L, 企业门户, 公网NAT网关, 专属云, 专享客户 (no server is verified), or 备案授权码.
         * @enum {string}
         */
        FilingResource: "ecs" | "flexus-l" | "portal" | "nat" | "dedicated-cloud" | "exclusive" | "code";
        /**
         * @description Why a filing was refused. The texts of order-in-progress, domain-mismatch, former-data-mismatch, identity-check, code-invalid and quota-used are the vendor's; those of the others say the same in our words.
         * @enum {string}
         */
        FilingRefusal: "order-in-progress" | "domain-mismatch" | "domain-unverified" | "domain-expiring" | "resolution-on" | "former-data-mismatch" | "identity-check" | "certificate-elsewhere" | "code-invalid" | "quota-used" | "site-name" | "site-unreachable" | "number-missing" | "responsible-person" | "pre-approval" | "sms-timeout" | "sms-wrong";
        /** @description A filing order (备案订单). */
        FilingState: {
            id: string;
            /** @description Login name. */
            account: string;
            status: components["schemas"]["FilingStatus"];
            /** @description In the vendor's words, such as 等待初审. */
            statusText: string;
            /**
             * @description 首次备案, 新增网站, or 接入备案: filed with another provider before.
             * @enum {string}
             */
            filingType: "first" | "new-site" | "access";
            region: string;
            nature: string;
            organiserName: string;
            certificateType: string;
            certificateNumber: string;
            resourceType: components["schemas"]["FilingResource"];
            /** @enum {string} */
            serviceType: "website" | "app";
            siteName: string;
            /** @description The server. */
            resourceId?: string;
            /** @description The authorisation code. */
            code?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            submittedAt?: string;
            /**
             * Format: date-time
             * @description When the vendor had reviewed it.
             */
            reviewedAt?: string;
            /**
             * Format: date-time
             * @description When the SMS check was passed and the authority had it.
             */
            handedOnAt?: string;
            /** Format: date-time */
            filedAt?: string;
            /** @description 备案号; its form is inferred. */
            filingNumber?: string;
            identityChecked?: boolean;
            /**
             * @description Who answers for the site; absent: the legal representative.
             * @enum {string}
             */
            responsible?: "legal-representative" | "other";
            /** @description What the authority sent by SMS (备案短信核验). It stands here because no SMS is sent. */
            sms?: {
                code: string;
                /** Format: date-time */
                sentAt: string;
                wrongTries: number;
            };
            refusal?: {
                reason: components["schemas"]["FilingRefusal"];
                /** @description In the vendor's words. */
                text: string;
            };
            /**
             * Format: date-time
             * @description When the stage is over by itself.
             */
            due?: string;
            /** @description What can be done. */
            next: {
                /** @enum {string} */
                by: "buyer" | "vendor";
                operation: string;
            }[];
        };
        /** @description Who stands behind filed sites (主体). */
        OrganiserState: {
            id: string;
            /** @description Login name. */
            account: string;
            name: string;
            nature: string;
            region: string;
            certificateType: string;
            certificateNumber: string;
            /** @description 主体备案号. */
            filingNumber: string;
            /** Format: date-time */
            filedAt: string;
        };
        /** @description What is mended about the organiser, after a refusal only. */
        OrganiserData: {
            /** @description 地域: a province, or a place in it (上海, 江苏省苏州市). For organisations the one that issued the certificate. */
            region?: string;
            /** @description 主办单位性质, such as 企业, 事业单位, 个人. The other kinds are those of the form of the authority (inferred). */
            nature?: string;
            /** @description 主办单位名称. */
            organiserName?: string;
            /** @description 证件类型 that fits the kind of organiser, such as 营业执照 or 身份证 (inferred beyond those two). */
            certificateType?: string;
            /** @description 证件号码. */
            certificateNumber?: string;
        };
        /** @description An authorisation code (备案授权码). */
        FilingCodeState: {
            code: string;
            /** @description Login name of the issuer. */
            account: string;
            /** @description The server. */
            resourceId: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description The end of the server that it stands for.
             */
            expiresAt?: string;
            /** @enum {string} */
            status: "usable" | "used" | "expired";
            /** @description Which filing used it. */
            filing?: string;
        };
        /** @description The claim of an earlier filing (认领备案). */
        ClaimState: {
            siteName: string;
            /** @description Login name. */
            account: string;
            organiserName: string;
            certificateNumber: string;
            /** @description 主体备案号. */
            filingNumber: string;
            /** @enum {string} */
            status: "in-review" | "claimed";
            /** Format: date-time */
            askedAt?: string;
            /**
             * Format: date-time
             * @description When the vendor has looked at it.
             */
            due?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ShowOrganisation: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of the account.
                 * @example chengming_tech
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Login name. */
                        account: string;
                        departments: {
                            orgCode: string;
                            orgName: string;
                            /** @description Empty at the top. */
                            parentCode: string;
                        }[];
                        members: components["schemas"]["Member"][];
                        applications: {
                            application: string;
                            resource?: string;
                            /** Format: date-time */
                            boundAt?: string;
                            users: string[];
                        }[];
                        failedCalls: components["schemas"]["KitCall"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    MoveMember: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of the account.
                 * @example chengming_tech
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Login name. */
                    userName: string;
                    /** @description Code of the department. */
                    orgCode: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        member: components["schemas"]["Member"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    DecideKitRetry: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /** @description The call. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true = the call is made again now, false = it is over. */
                    retry: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        call: components["schemas"]["KitCall"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RechargeAccount: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of the account.
                 * @example chengming_tech
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Yuan. */
                    amount: string;
                };
            };
        };
        responses: {
            /** @description The account afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        account: components["schemas"]["AccountState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListAccessKeys: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of the account.
                 * @example chengming_tech
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of the account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        keys: components["schemas"]["AccessKey"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CreateAccessKey: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of the account.
                 * @example chengming_tech
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, with its secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        key: components["schemas"]["AccessKey"];
                        /** @description The secret (SK). No other answer holds it. */
                        secretKey: string;
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RemoveAccessKey: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of an access key (AK); ListAccessKeys shows it.
                 * @example 7QK2M0V9ZC4XH1TPLE5B
                 */
                accessKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key that is gone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        key: components["schemas"]["AccessKey"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListProducts: {
        parameters: {
            query?: {
                /** @description Only this kind. */
                kind?: "saas" | "licence" | "licence-v1" | "image" | "hardware" | "manual-service" | "api" | "agents-gateway" | "orchestration" | "data-file";
                /** @description Only what is charged so. */
                charging?: "period" | "one-time" | "on-demand" | "on-demand-package";
                /** @description Only products of this account. */
                seller?: string;
                /** @description Default: those on sale. */
                status?: "on-sale" | "suspended" | "withdrawn" | "frozen" | "all";
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        /** @description How many there are. */
                        count: number;
                        /** @description In the order of their ids. */
                        products: components["schemas"]["ProductState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListOrders: {
        parameters: {
            query?: {
                /** @description Id or login name of the buyer; default: the buyer whose keys are printed. */
                customer?: string;
                /** @description Only the order of this number, in any case; the number of a combined purchase means all its orders. */
                order?: string;
                /** @description Only orders that wait for their payment. */
                pending?: boolean;
                /** @description Only this type of service (产品类型), a service_type_code. */
                productType?: string;
                /** @description Only this type of order. */
                orderType?: "new" | "renewal" | "change" | "unsubscribe" | "to-on-demand" | "to-period" | "gift" | "trial" | "to-commercial" | "fee-adjustment";
                /** @description Only this state. */
                status?: components["schemas"]["OrderStatus"];
                /** @description Orders to pass over. */
                offset?: number;
                /** @description Orders to show at most. */
                limit?: number;
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        /** @description How many there are. */
                        count: number;
                        /** @description One page of them. */
                        orders: components["schemas"]["OrderState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    BuyProduct: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or login name of the buyer; default: the buyer whose keys are printed. */
                    customer?: string;
                    /** @description Its id, its name in the catalogue such as crm-basic-month, or its skuCode. */
                    product: string;
                    /**
                     * @description Pieces.
                     * @default 1
                     */
                    quantity?: number;
                    period?: components["schemas"]["Period"];
                    /** @description A trial order (试用); default: what costs nothing is a trial. */
                    trial?: boolean;
                    /**
                     * @description Pays at once from the balance; false leaves the order to be paid.
                     * @default true
                     */
                    pay?: boolean;
                    /** @description Ids of coupons to pay with; with pay false they are kept for the order. */
                    coupons?: string[];
                    /** @description Id of the discount to pay with. */
                    discount?: string;
                    /**
                     * @description The buyer confirms that the order lies outside of the standard contract (S-13).
                     * @default false
                     */
                    outsideContract?: boolean;
                    /**
                     * @description It renews itself (自动续费); default: it ends (到期不续费).
                     * @default false
                     */
                    autoRenew?: boolean;
                    /**
                     * Format: date-time
                     * @description The beginning the buyer chooses; it can only be paid before.
                     */
                    startsAt?: string;
                    /** @description Hardware: whom it is sent to (S-39); default: the account itself. */
                    recipient?: {
                        name: string;
                        phone: string;
                        address: string;
                    };
                    /** @description Images by the month or year - the server to run on; one package per server at a time (S-44). */
                    server?: string;
                    /** @description Id of an enterprise project of the buyer. */
                    enterpriseProject?: string;
                    /** @description What the seller asks the buyer for. */
                    extendParams?: {
                        name: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The order as it is afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    BuyTogether: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or login name of the buyer; default: the buyer whose keys are printed. */
                    customer?: string;
                    /** @description What is bought, an order each; as many as can be paid together. */
                    items: components["schemas"]["Purchase"][];
                    /**
                     * @description Pays at once from the balance; false leaves the orders to be paid.
                     * @default true
                     */
                    pay?: boolean;
                    /** @description Ids of coupons to pay with; with pay false they are kept for the orders. */
                    coupons?: string[];
                    /** @description Id of the discount to pay with. */
                    discount?: string;
                    /**
                     * @description The buyer confirms that the orders lie outside of the standard contract (S-13).
                     * @default false
                     */
                    outsideContract?: boolean;
                    /** @description Id of an enterprise project of the buyer. */
                    enterpriseProject?: string;
                };
            };
        };
        responses: {
            /** @description The orders as they are afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Number of the combined purchase. */
                        combinedId: string;
                        /** @description One for each item. */
                        orders: components["schemas"]["OrderState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ShowOrder: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ReviewOrder: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether it passes. */
                    pass: boolean;
                    /** @description Why not. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ConfirmOrder: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether it is confirmed. */
                    confirm: boolean;
                    /** @description Why not. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    FailOrder: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Why. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AdjustOrder: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Yuan; negative = paid back. */
                    amount: string;
                    /** @description Why; the fact keeps it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The adjustment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AnswerForSeller: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description As in the table of the access guide.
                     * @enum {string}
                     */
                    resultCode: "000000" | "000001" | "000002" | "000003" | "000004" | "000005" | "000100" | "000101" | "000102" | "000103" | "000104" | "000105" | "000106" | "000107";
                    /** @description The seller's own id; with 000000. */
                    instanceId?: string;
                    /** @description Where the buyer works; with 000000. */
                    frontEndUrl?: string;
                    /** @description Where the buyer manages it. */
                    adminUrl?: string;
                    /** @description First login. */
                    userName?: string;
                    /** @description First password. */
                    password?: string;
                    /** @description Anything else. */
                    memo?: string;
                    /**
                     * @description With a failure - no more tries; the order is paid back and void.
                     * @default false
                     */
                    giveUp?: boolean;
                };
            };
        };
        responses: {
            /** @description The order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    PayOrders: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Numbers of orders. */
                    orders: string[];
                    /**
                     * @description Way of paying (支付方式).
                     * @default balance
                     * @enum {string}
                     */
                    by?: "balance" | "online" | "balance-and-online" | "partner";
                    /** @description How much comes from the balance; with by balance it has to be all (S-67). */
                    balance?: string;
                    /**
                     * @description How the online part is paid at the cash desk; default alipay (S-66).
                     * @enum {string}
                     */
                    method?: "alipay" | "wechat" | "unionpay" | "huawei-pay" | "personal-bank" | "enterprise-bank";
                    /** @description Ids of coupons to pay with. */
                    coupons?: string[];
                    /** @description Id of the discount to pay with. */
                    discount?: string;
                    /**
                     * @description The buyer confirms that the order lies outside of the standard contract (S-13).
                     * @default false
                     */
                    outsideContract?: boolean;
                    /** @description The code that was sent when operation protection asked for one. */
                    verificationCode?: string;
                };
            };
        };
        responses: {
            /** @description What was paid and how */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        payment: {
                            /** @description Way of paying. */
                            by: string;
                            /**
                             * @description What became of it.
                             * @enum {string}
                             */
                            status: "paid" | "waiting-online" | "waiting-partner";
                            /** @description Yuan, all reductions off. */
                            due: string;
                            /** @description Yuan from the balance. */
                            balance: string;
                            /** @description Yuan online. */
                            online: string;
                            /** @description How the online part is paid. */
                            method?: string;
                            /**
                             * @description Where the cash desk leads: a code to scan, the page of UnionPay or of the bank.
                             * @enum {string}
                             */
                            leadsTo?: "qr-code" | "unionpay-page" | "bank-page";
                        };
                        /** @description Afterwards. */
                        orders: components["schemas"]["OrderState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RequestFunds: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Numbers of orders. */
                    orders: string[];
                    /** @description Id of the discount that the orders will be paid with. */
                    discount?: string;
                };
            };
        };
        responses: {
            /** @description The request and the orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        request: {
                            /** @description Number of the online contract. */
                            number: string;
                            /** @description Yuan asked for. */
                            amount: string;
                            /** @description Login name of the buyer. */
                            customer: string;
                            /**
                             * Format: date-time
                             * @description Until when the discount in it holds: pay before.
                             */
                            discountUntil?: string;
                        };
                        /** @description Afterwards. */
                        orders: components["schemas"]["OrderState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    FinishPayment: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How it ended; declined is the partner's word.
                     * @enum {string}
                     */
                    result: "paid" | "failed" | "declined";
                    /** @description Why not. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Afterwards. */
                        orders: components["schemas"]["OrderState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RenewResource: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    period?: components["schemas"]["Period"];
                    /** @description What it becomes. */
                    product?: string;
                    /**
                     * @description Pays at once from the balance; false leaves the order to be paid.
                     * @default true
                     */
                    pay?: boolean;
                    /** @description Ids of coupons to pay with. */
                    coupons?: string[];
                    /** @description Id of the discount to pay with. */
                    discount?: string;
                    /**
                     * @description The buyer confirms that the order lies outside of the standard contract (S-13).
                     * @default false
                     */
                    outsideContract?: boolean;
                };
            };
        };
        responses: {
            /** @description The renewal order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AddAppCode: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new AppCode, and what it is for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Sent as X-Apig-AppCode. */
                        appCode: string;
                        resource: components["schemas"]["ResourceState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SetApiBackend: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a product.
                 * @example OFFI461867333479178240
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description http or https. */
                    url?: string;
                    /** @description Milliseconds; of a streamed answer, until it begins and between two parts (inferred). */
                    timeout?: number;
                    /**
                     * @description 调用方式 of an Agents gateway: 流式 or 同步.
                     * @enum {string}
                     */
                    answers?: "streamed" | "whole";
                    /** @description APP Key, defined by the seller. */
                    appKey?: string;
                    /** @description APP Secret, defined by the seller. */
                    appSecret?: string;
                    /** @description Headers that every call of the backend carries. What a buyer sends under their names does not pass. */
                    headers?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description productId. */
                        product: string;
                        /** @description What is set; absent when it was taken away. */
                        backend?: {
                            /** @description Its address. */
                            url: string;
                            /** @description Milliseconds. */
                            timeout: number;
                            /**
                             * @description How it answers.
                             * @enum {string}
                             */
                            answers?: "streamed" | "whole";
                            /**
                             * @description How the gateway shows itself; secrets are not shown again.
                             * @enum {string}
                             */
                            authentication: "none" | "key" | "headers";
                        };
                        /** @description What the vendor would not take about an address. */
                        warnings: string[];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CheckApiBackend: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a product.
                 * @example OFFI461867333479178240
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description POST unless told otherwise.
                     * @enum {string}
                     */
                    method?: "GET" | "POST";
                    /** @description Path after the address of the backend, with a query if it wants one. */
                    path?: string;
                    /** @description JSON that is sent. */
                    body?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description What the backend did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description productId. */
                        product: string;
                        /** @description 校验成功: it answered. */
                        reachable: boolean;
                        /** @description No problem is an error. */
                        passed: boolean;
                        /** @description Status of its answer. */
                        status?: number;
                        /** @description Tokens that a call like this one costs. */
                        tokens?: number;
                        /** @description In how many parts a streamed answer came. */
                        parts?: number;
                        /** @description What is wrong, the gravest first. */
                        problems: {
                            /** @description The same as in findings of the journal. */
                            code: string;
                            /** @enum {string} */
                            level: "error" | "warning";
                            expected: string;
                            got: string;
                            /** @description What to do next. */
                            hint?: string;
                        }[];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ChangeResource: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What it becomes. */
                    product?: string;
                    /** @description Pieces afterwards. */
                    quantity?: number;
                    /**
                     * @description Pays at once from the balance; false leaves the order to be paid.
                     * @default true
                     */
                    pay?: boolean;
                    /** @description Ids of coupons to pay with. */
                    coupons?: string[];
                    /** @description Id of the discount to pay with. */
                    discount?: string;
                    /**
                     * @description The buyer confirms that the order lies outside of the standard contract (S-13).
                     * @default false
                     */
                    outsideContract?: boolean;
                };
            };
        };
        responses: {
            /** @description The change order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SetExpiryPolicy: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description renew = it renews itself, end = it ends unless somebody renews it.
                     * @enum {string}
                     */
                    policy: "renew" | "end";
                    /** @description With renew: how often; 0 = until it is switched off. Absent = unlimited the first time, else unchanged. */
                    times?: number;
                    /**
                     * @description With renew: for how long each time; absent = the shortest period on sale.
                     * @enum {string}
                     */
                    period?: "month" | "year";
                };
            };
        };
        responses: {
            /** @description The resource afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        resource: components["schemas"]["ResourceState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ChangeSystem: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server, and the images that were on it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        server: components["schemas"]["ResourceState"];
                        /** @description What ran on it. */
                        images: components["schemas"]["ResourceState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    FormaliseTrial: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it becomes. */
                    product: string;
                    period?: components["schemas"]["Period"];
                    /**
                     * @description Pays at once from the balance; false leaves the order to be paid.
                     * @default true
                     */
                    pay?: boolean;
                    /** @description Ids of coupons to pay with. */
                    coupons?: string[];
                    /** @description Id of the discount to pay with. */
                    discount?: string;
                    /**
                     * @description The buyer confirms that the order lies outside of the standard contract (S-13).
                     * @default false
                     */
                    outsideContract?: boolean;
                };
            };
        };
        responses: {
            /** @description The order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    UnsubscribeResource: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Only the renewal periods that have not begun (退订续费周期).
                     * @default false
                     */
                    renewalsOnly?: boolean;
                    /** @description As unsubscribe_reason_type of the billing API. */
                    reasonType?: number;
                    /** @description In words. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The unsubscription order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AskRefund: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Yuan: more than 0, at most what was paid. */
                    amount: string;
                    reason: string;
                    /**
                     * @description Hardware that has arrived (已收货退订).
                     * @default false
                     */
                    received?: boolean;
                };
            };
        };
        responses: {
            /** @description The order and its refund afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                        refund: components["schemas"]["RefundState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    DecideRefund: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    /** @description A word to the buyer. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The order and its refund afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                        refund: components["schemas"]["RefundState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SendBack: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company: string;
                    number: string;
                };
            };
        };
        responses: {
            /** @description The order and its refund afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                        refund: components["schemas"]["RefundState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ConfirmReturn: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order and its refund afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        order: components["schemas"]["OrderState"];
                        refund: components["schemas"]["RefundState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListSupervisions: {
        parameters: {
            query?: {
                /** @description Id or login name of the buyer; default: the buyer whose keys are printed. */
                customer?: string;
                /** @description Only of this seller. */
                seller?: string;
                /** @description Only those that stand there. */
                status?: components["schemas"]["SupervisionStatus"];
                /** @description To show at most. */
                limit?: number;
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        /** @description How many there are. */
                        count: number;
                        /** @description The newest of them. */
                        supervisions: components["schemas"]["SupervisionState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ShowSupervision: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SubmitRequirement: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In words, or the name of a document. */
                    requirement: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ConfirmRequirement: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description False returns it. */
                    confirm: boolean;
                    /** @description Why it was returned. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    DeliverService: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When the service really began; charging starts there, else at acceptance.
                     */
                    startedAt?: string;
                    /** @description Hardware. */
                    logistics?: {
                        company: string;
                        number: string;
                    };
                    proof?: components["schemas"]["UploadedFile"];
                    /** @description A word to the buyer. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    TakeLicence: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    UploadProof: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    proof: components["schemas"]["UploadedFile"];
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SubmitIdentification: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description System or hardware identification code. */
                    identification: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    DeliverLicence: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The licence. */
                    licence: string;
                    /**
                     * Format: date-time
                     * @description When the service really began.
                     */
                    startedAt?: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AcceptDelivery: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description A word to the seller. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ReturnDelivery: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ReviewDelivery: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether it passes. */
                    pass: boolean;
                    /** @description Why not. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AppealDelivery: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who appeals.
                     * @default seller
                     * @enum {string}
                     */
                    by?: "buyer" | "seller";
                    /** @description Why. */
                    reason: string;
                    proof?: components["schemas"]["UploadedFile"];
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    DecideAppeal: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether the one who appealed is right. */
                    uphold: boolean;
                    /**
                     * @description accept = the delivery counts as accepted, cancel = the order is void and paid back, continue = the flow goes on.
                     * @enum {string}
                     */
                    outcome?: "accept" | "cancel" | "continue";
                };
            };
        };
        responses: {
            /** @description The supervision and its order afterwards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        supervision: components["schemas"]["SupervisionState"];
                        order: components["schemas"]["OrderState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListAddresses: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        addresses: components["schemas"]["Address"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SetAddress: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Which interface: basic (基础接口), kit (联营kit), licence (授权码), notification (订单通知).
                     * @enum {string}
                     */
                    use: "basic" | "kit" | "licence" | "notification";
                    url: string;
                    /** @description One product (商品), by the id of one of its specifications; absent = all. */
                    productId?: string;
                    /**
                     * @description Edition of the interface; default 2.
                     * @enum {integer}
                     */
                    version?: 1 | 2;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        address: components["schemas"]["Address"];
                        /** @description What the vendor would not take. */
                        warnings: string[];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RemoveAddress: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a production address; ListAddresses shows it.
                 * @example address-1
                 */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        address: components["schemas"]["Address"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    NoteDebugged: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a production address; ListAddresses shows it.
                 * @example address-1
                 */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Such as newInstance; absent = all that the address has. */
                    interfaces?: string[];
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        address: components["schemas"]["Address"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListSellerKeys: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        keys: components["schemas"]["SellerKey"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CreateSellerKey: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The interface it is bound to.
                     * @enum {string}
                     */
                    use: "basic" | "kit" | "licence" | "notification";
                    /** @description A key of your own; absent = one is made. */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        key: components["schemas"]["SellerKey"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListUsageRecords: {
        parameters: {
            query?: {
                /** @description Only records of this instance, as they name it. */
                instance?: string;
                /** @description Only records in this state. */
                status?: "received" | "accepted" | "faulty" | "billed";
                /** @description At most so many. */
                limit?: number;
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description How many there are. */
                        count: number;
                        records: components["schemas"]["UsageRecord"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RemoveSellerKey: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a key; ListSellerKeys shows it.
                 * @example xinghai-kit
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        key: components["schemas"]["SellerKey"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListNotifications: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        notifications: components["schemas"]["NotificationRule"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SetNotification: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    addressId: string;
                    /** @description 接入类型. */
                    accessTypes?: ("saas" | "licence" | "licence-v1" | "image" | "hardware" | "manual-service" | "api" | "agents-gateway" | "orchestration" | "data-file")[];
                    /** @description Products (商品), each by the id of one of its specifications. */
                    productIds?: string[];
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        notifications: components["schemas"]["NotificationRule"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RemoveNotification: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a notification rule; ListNotifications shows it.
                 * @example notification-1
                 */
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        notification: components["schemas"]["NotificationRule"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ShowNotifiedAddress: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Number of an order.
                 * @example CS2509010720QCUEG
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        orderId: string;
                        notified: boolean;
                        /**
                         * @description What bound it.
                         * @enum {string}
                         */
                        by?: "product" | "access-type";
                        address?: components["schemas"]["Address"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListApplications: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credentials */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        applications: components["schemas"]["ApplicationState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CreateApplication: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 应用名称. */
                    name: string;
                    /**
                     * @description 鉴权方式.
                     * @enum {string}
                     */
                    authentication: "OAuth2.0" | "CAS3.0";
                    /** @description 生产地址. */
                    productionAddress: string;
                    /** @description 公钥: RSA of 3072 bits or more, PEM or base64. The secret is encrypted with it when it is synchronised (applicationSync). */
                    publicKey: string;
                    /** @description 应用登录地址类型; which there are is not published. */
                    loginAddressType: string;
                    /** @description Where logins may come back to; absent = the production address (inferred). */
                    redirectUris?: string[];
                    /** @description Made for a test address: fine for debugging and login, not for publishing. */
                    test?: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        application: components["schemas"]["ApplicationState"];
                        /** @description Shown once. */
                        clientSecret: string;
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ChangeApplication: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description appId of an application credential; ListApplications shows it.
                 * @example 20260101080000001
                 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 应用名称. */
                    name?: string;
                    /**
                     * @description 鉴权方式.
                     * @enum {string}
                     */
                    authentication?: "OAuth2.0" | "CAS3.0";
                    /** @description 生产地址. */
                    productionAddress?: string;
                    /** @description 公钥: RSA of 3072 bits or more, PEM or base64. The secret is encrypted with it when it is synchronised (applicationSync). */
                    publicKey?: string;
                    /** @description 应用登录地址类型; which there are is not published. */
                    loginAddressType?: string;
                    /** @description Where logins may come back to; absent = the production address (inferred). */
                    redirectUris?: string[];
                    /** @description Made for a test address: fine for debugging and login, not for publishing. */
                    test?: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        application: components["schemas"]["ApplicationState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    RemoveApplication: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description appId of an application credential; ListApplications shows it.
                 * @example 20260101080000001
                 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        application: components["schemas"]["ApplicationState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    BindApplication: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description appId of an application credential; ListApplications shows it.
                 * @example 20260101080000001
                 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was bought. */
                    resource: string;
                    /**
                     * @description Takes the binding away (flag 0).
                     * @default false
                     */
                    remove?: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        application: components["schemas"]["ApplicationState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AuthoriseAccounts: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description appId of an application credential; ListApplications shows it.
                 * @example 20260101080000001
                 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was bought; absent = a test account, of the seller's own organisation. */
                    resource?: string;
                    /** @description Login names. */
                    users?: string[];
                    /**
                     * @description flag 1, 2, 0, 3.
                     * @default add
                     * @enum {string}
                     */
                    change?: "add" | "modify" | "remove" | "withdraw";
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        application: components["schemas"]["ApplicationState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ChangeDepartment: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description appId of an application credential; ListApplications shows it.
                 * @example 20260101080000001
                 */
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was bought. */
                    resource: string;
                    orgCode: string;
                    orgName: string;
                    /** @description Empty for a department at the top; left out, a department that is there stays where it is. */
                    parentCode?: string;
                    /**
                     * @description flag 1, 2, 0.
                     * @default add
                     * @enum {string}
                     */
                    change?: "add" | "modify" | "remove";
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        application: components["schemas"]["ApplicationState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListImages: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Oldest first. */
                        images: components["schemas"]["ImageState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CreateImage: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its name. */
                    name: string;
                    /** @description Resource id of a stopped server. */
                    server: string;
                    /**
                     * @description Shares it with other accounts.
                     * @default false
                     */
                    shared?: boolean;
                    /**
                     * @description Encrypts it.
                     * @default false
                     */
                    encrypted?: boolean;
                    /**
                     * @description Takes the data disks along (整机镜像).
                     * @default false
                     */
                    wholeMachine?: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        image: components["schemas"]["ImageState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SwitchServer: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true starts it, false stops it. */
                    running: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Resource id. */
                        server: string;
                        /** @description Whether it runs now. */
                        running: boolean;
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AgreeToUnsubscribe: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a resource (resource_id).
                 * @example 0d5e2e9a-2f0e-4a9c-8a8e-1f0f3a3c2b10
                 */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, in words. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Resource id. */
                        resource: string;
                        /**
                         * Format: date-time
                         * @description When the seller agreed.
                         */
                        agreedAt: string;
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListSellerRequests: {
        parameters: {
            query?: {
                /** @description Only of this sort. */
                about?: "publish" | "take-off-shelf" | "programme";
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        requests: components["schemas"]["SellerRequestState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    DecideSellerRequest: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a request of a seller; ListSellerRequests shows it.
                 * @example request-1
                 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Passed or refused. */
                    pass: boolean;
                    /** @description Why it is refused. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        request: components["schemas"]["SellerRequestState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ApplyForProgramme: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Name of the programme. */
                    programme: string;
                    /** @description What the form asks for (报名信息). */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        request: components["schemas"]["SellerRequestState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ReapplyForProgramme: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a request of a seller; ListSellerRequests shows it.
                 * @example request-1
                 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What the form asks for. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        request: components["schemas"]["SellerRequestState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    PublishProduct: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Kind of product.
                     * @enum {string}
                     */
                    kind: "saas" | "licence" | "licence-v1" | "image" | "hardware" | "manual-service" | "api" | "agents-gateway" | "orchestration" | "data-file";
                    /** @description 商品名称. */
                    name: string;
                    /** @description 商品规格. */
                    spec: string;
                    /**
                     * @description How it is charged.
                     * @enum {string}
                     */
                    charging: "period" | "one-time" | "on-demand" | "on-demand-package";
                    /**
                     * @description The period of the price, for what is charged by period or in packages.
                     * @enum {string}
                     */
                    period?: "day" | "month" | "year";
                    /** @description Yuan. */
                    price: string;
                    /**
                     * @description How it reaches its buyer.
                     * @enum {string}
                     */
                    delivery?: "automatic" | "online-licence" | "implemented" | "online" | "offline" | "system" | "hardware" | "standard" | "website";
                    /**
                     * @description On demand: how often usage records are collected into bills; default: hourly.
                     * @enum {string}
                     */
                    collected?: "hourly" | "daily";
                    /** @description Packages: the product on demand, of the same seller, that they are deducted for. */
                    packageOf?: string;
                    /** @description Packages: units of usage in one. */
                    packageSize?: number;
                    /**
                     * @description 联营: people of the tenant are synchronised and log in by the identity centre.
                     * @default false
                     */
                    joint?: boolean;
                    guide?: components["schemas"]["UploadedFile"];
                    image?: components["schemas"]["PrivateImage"];
                    /** @description Images: 发布区域. */
                    regions?: string[];
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        request: components["schemas"]["SellerRequestState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    TakeOffShelf: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One period of a specification. */
                    productId?: string;
                    /** @description A specification, all periods. */
                    skuCode?: string;
                    /** @description A whole product (商品), all specifications. */
                    name?: string;
                    /** @description 下架原因. */
                    reason: string;
                    proof?: components["schemas"]["UploadedFile"];
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        request: components["schemas"]["SellerRequestState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SuspendProduct: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a product.
                 * @example OFFI461867333479178240
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description true: 停售; false: on sale again. */
                    suspend: boolean;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        product: components["schemas"]["ProductState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListTestLicences: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        licences: {
                            /** @description The code. */
                            id: string;
                            /** @enum {string} */
                            status: "issued" | "taken" | "active";
                            productId: string;
                            /** Format: date-time */
                            activatedAt?: string;
                            /** Format: date-time */
                            heartbeatAt?: string;
                        }[];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ApplyForTestLicence: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id or login name of a selling account.
                 * @example xinghai_soft
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A product that sells licence codes. */
                    productId: string;
                };
            };
        };
        responses: {
            /** @description What it did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        licence: {
                            /** @description The code. */
                            id: string;
                            /** @enum {string} */
                            status: "issued" | "taken" | "active";
                            productId: string;
                            /** Format: date-time */
                            activatedAt?: string;
                            /** Format: date-time */
                            heartbeatAt?: string;
                        };
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListFilings: {
        parameters: {
            query?: {
                /** @description Id or login name of the buyer; default: the buyer whose keys are printed. */
                customer?: string;
                /** @description Only those that stand there. */
                status?: components["schemas"]["FilingStatus"];
                /** @description To show at most. */
                limit?: number;
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        /** @description How many there are. */
                        count: number;
                        filings: components["schemas"]["FilingState"][];
                        organiser?: components["schemas"]["OrganiserState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CheckFilingType: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or login name of the account; default: the buyer whose keys are printed. */
                    customer?: string;
                    /** @description 地域: a province, or a place in it (上海, 江苏省苏州市). For organisations the one that issued the certificate. */
                    region: string;
                    /** @description 主办单位性质, such as 企业, 事业单位, 个人. The other kinds are those of the form of the authority (inferred). */
                    nature: string;
                    /** @description 主办单位名称. */
                    organiserName: string;
                    /** @description 证件类型 that fits the kind of organiser, such as 营业执照 or 身份证 (inferred beyond those two). */
                    certificateType: string;
                    /** @description 证件号码. */
                    certificateNumber: string;
                    resourceType: components["schemas"]["FilingResource"];
                    /**
                     * @description 服务类型: 网站 or APP.
                     * @enum {string}
                     */
                    serviceType: "website" | "app";
                    /** @description Domain such as huaweicloud.com, or the name of the app. */
                    siteName: string;
                };
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ShowFiling: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CheckFilingProduct: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The server. */
                    resourceId?: string;
                    /** @description 备案授权码, for resourceType code. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    SubmitFiling: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description 真实性核验: whether the check of the person in charge was passed.
                     * @default true
                     */
                    identityChecked?: boolean;
                    /**
                     * @description Who answers for the site (互联网信息服务负责人). Most provinces want the legal representative.
                     * @default legal-representative
                     * @enum {string}
                     */
                    responsible?: "legal-representative" | "other";
                    mended?: components["schemas"]["OrganiserData"];
                };
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ReviewFiling: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Passed or refused (驳回). */
                    pass: boolean;
                    /**
                     * @description Not refused but sent back to be mended; by the vendor alone.
                     * @default false
                     */
                    sendBack?: boolean;
                    reason?: components["schemas"]["FilingRefusal"];
                };
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ResendFilingSms: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    VerifyFilingSms: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The code of the SMS. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        /** @description Whether it was the right code. */
                        verified: boolean;
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    AbandonFiling: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path: {
                /**
                 * @description Id of a filing order; ListFilings shows it.
                 * @example filing-1
                 */
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The filing order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        filing: components["schemas"]["FilingState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ListFilingCodes: {
        parameters: {
            query?: {
                /** @description Id or login name of the buyer; default: the buyer whose keys are printed. */
                customer?: string;
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"] & {
                        codes: components["schemas"]["FilingCodeState"][];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    CreateFilingCode: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or login name of the account; default: the buyer whose keys are printed. */
                    customer?: string;
                    /** @description A server of the account. */
                    resourceId: string;
                };
            };
        };
        responses: {
            /** @description The code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        code: components["schemas"]["FilingCodeState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    ClaimFormerFiling: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or login name of the account; default: the buyer whose keys are printed. */
                    customer?: string;
                    /** @description 地域: a province, or a place in it (上海, 江苏省苏州市). For organisations the one that issued the certificate. */
                    region: string;
                    /** @description 主办单位性质, such as 企业, 事业单位, 个人. The other kinds are those of the form of the authority (inferred). */
                    nature: string;
                    /** @description 主办单位名称. */
                    organiserName: string;
                    /** @description 证件类型 that fits the kind of organiser, such as 营业执照 or 身份证 (inferred beyond those two). */
                    certificateType: string;
                    /** @description 证件号码. */
                    certificateNumber: string;
                    /** @description Domain or name of the app. */
                    siteName: string;
                };
            };
        };
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        claim: components["schemas"]["ClaimState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
    TransferOrganiser: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or login name of the account; default: the buyer whose keys are printed. */
                    customer?: string;
                    /** @description Id or login name of the account that takes it over. */
                    to: string;
                };
            };
        };
        responses: {
            /** @description The organiser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"] & {
                        organiser: components["schemas"]["OrganiserState"];
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsoleError"];
                };
            };
        };
    };
}
