// Generated from specs/bss by `npm run types`. Do not edit.

export interface paths {
    "/v2/orders/customer-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询订单列表 · List a customer's orders
         * @description The caller's orders, newest first unless order_by says otherwise. Every filter that is given must hold. total_count counts all hits, the page holds at most limit of them. A partner sees the orders of all its customers, customer_id narrows them.
         */
        get: operations["ListCustomerOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/customer-orders/details/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询订单详情 · Show one order with its items
         * @description One order of the caller and a page of its items. total_count counts the items.
         */
        get: operations["ShowCustomerOrderDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/orders/customer-orders/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 支付包年/包月产品订单 · Pay an order
         * @description Pays one order in status 6, or one combined transaction, from the cash account first and the credit account then. The order goes to status 3 and on to 5 when its resources exist. Coupons and discounts are used only as far as asked for.
         */
        post: operations["PayOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/customer-orders/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 支付包年/包月产品订单(旧) · Pay an order, old path
         * @deprecated
         * @description The old path of PayOrders, still documented and to be retired. Same answers; the body has no use_coupon and use_discount, a list that is absent, null or empty means that none is used.
         */
        post: operations["PayOrdersLegacy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/customer-orders/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 取消待支付订单 · Cancel an unpaid order
         * @description Only an order in status 6 can be cancelled; it goes to status 4.
         */
        put: operations["CancelCustomerOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/customer-orders/order-discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询订单可用折扣 · List the discounts an order could use
         * @description The discounts that PayOrders would accept for the order, each with the items it touches. Without billing:contract:viewDiscount the answer simply lacks discounts, so that permission refuses nothing here.
         */
        get: operations["ListOrderDiscounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/customer-orders/order-coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询订单可用优惠券 · List the coupons an order could use
         * @description The caller's usable coupons whose limits allow the order.
         */
        get: operations["ListOrderCouponsByOrderId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/customer-orders/refund-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询退款订单的金额详情 · Show what a refund order gives back
         * @description The amounts of an unsubscribe or downgrade order. A negative amount is paid back, a positive one is what was consumed or a fee.
         */
        get: operations["ShowRefundOrderDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/suscriptions/resources/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询客户包年/包月资源列表 · List yearly/monthly resources
         * @description The caller's yearly/monthly resources; the operation's name says pay-per-use and its path says suscriptions, both are the vendor's. Every filter that is given must hold.
         */
        post: operations["ListPayPerUseCustomerResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/subscriptions/resources/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 续订包年/包月资源 · Renew resources
         * @description Places a renewal order for main resources; what is attached to them follows. Without automatic payment the order waits in status 6. Months go from 1 to 11, years from 1 to 3. The automatic renewal that was set before stays as it is.
         */
        post: operations["RenewalResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/subscriptions/resources/renew/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置包年/包月资源自动续费扣款日和续费后资源统一到期日 · Set the deduction day and the common end day
         * @description Sets for all yearly/monthly resources of the account on which day before their end automatic renewal is paid (at 03:00), or on which day of the month renewed resources end. A renewal reaches to the first such day not before its ordinary end; the days in between cost their share of the renewal's price (both inferred, as is that manual renewals follow the day too).
         */
        post: operations["SetResourcesRenewConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/subscriptions/resources/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退订包年/包月资源 · Unsubscribe resources
         * @description Gives resources back, with their renewals or only the renewal periods that have not begun. Within five days everything is refunded. Services bought at KooGallery cannot be unsubscribed here.
         */
        post: operations["CancelResourcesSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/subscriptions/resources/autorenew/{resource_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置包年/包月资源自动续费 · Switch automatic renewal on
         * @description Renews the resource from now on: charged at 03:00 from seven days before its end (or the account's deduction day), every day until it is paid or the resource is released, grace and retention included. Set for a main resource it holds for what is attached to it; set for an attached one it holds for its main resource as well. Called again without auto_renew_times it leaves the number as it is.
         */
        post: operations["AutoRenewalResources"];
        /**
         * 取消包年/包月资源自动续费 · Switch automatic renewal off
         * @description The resource expires at its end unless it is renewed by hand.
         */
        delete: operations["CancelAutoRenewalResources"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/subscriptions/resources/to-on-demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置或取消包年/包月资源到期转按需 · Let resources go on-demand when they expire
         * @description Sets or takes back the wish that resources become on-demand at their end. The answer is 200 also when some were refused; each of those has an entry in error_details, and an empty list means that all went well.
         */
        post: operations["UpdatePeriodToOnDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/subscriptions/resources/to-on-demand/instantly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置包年/包月资源即时转按需 · Let resources go on-demand at once
         * @description Resources go on by use from now on, with what is attached to them, and the time that is paid and not used is given back. Each resource is judged alone; the answer is 200 also when some were refused. What is given back is what was paid less the consumed part, without a fee and without the full refund of the first days (inferred). AUDIT is not answered here: what the vendor reviews is not published.
         */
        post: operations["UpdatePeriodToOnDemandInstantly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/products/resource-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询资源类型列表 · List the kinds of resource
         * @description Codes and names of the kinds of resource, for resource_type_code elsewhere. KooGallery's are left out, as in the list of service types (inferred).
         */
        get: operations["ListResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/products/service-resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 根据云服务类型查询资源类型列表 · List the kinds of resource of a service
         * @description Codes and names of the kinds of resource of one cloud service, not of KooGallery's.
         */
        get: operations["ListServiceResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/products/service-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询云服务类型列表 · List the kinds of cloud service
         * @description Names and codes of the vendor's own services, for service_type_code elsewhere. KooGallery's are not among them.
         */
        get: operations["ListServiceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bases/service-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询云服务类型列表(旧) · List the kinds of cloud service, old path
         * @deprecated
         * @description The path of SDKs from 2021. It gives all kinds at once, or the one that service_type_code names.
         */
        get: operations["ListServiceTypesLegacy"];
        put?: never;
        post?: never;
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
        /**
         * @description A moment in UTC, to the second
         * @example 2019-05-06T08:05:01Z
         */
        UtcTime: string;
        /**
         * Format: int32
         * @description 1 to review, 2 to refund, 3 processing, 4 cancelled, 5 completed, 6 pending payment, 9 to confirm, 10 to ship, 11 to receive, 12 to pick up, 13 being exchanged
         * @enum {integer}
         */
        OrderStatus: 1 | 2 | 3 | 4 | 5 | 6 | 9 | 10 | 11 | 12 | 13;
        /**
         * Format: int32
         * @description 1 new, 2 renewal, 3 change, 4 unsubscription, 10 yearly/monthly to on-demand, 11 on-demand to yearly/monthly, 12 gift, 13 trial, 14 to commercial, 15 fee adjustment
         * @enum {integer}
         */
        OrderType: 1 | 2 | 3 | 4 | 10 | 11 | 12 | 13 | 14 | 15;
        DiscountItemV2: {
            /**
             * @description 200 promotion, 300 discount coupon, 301 voucher, 302 cash coupon, 500 agent discount, 501 agent reduction, 502 agent fixed price, 600 rebate contract, 601 channel framework contract, 602 earmarked contract, 603 direct contract, 604 telesales, 605 commercial contract, 606 channel commercial contract, 607 partner-granted, 609 order price adjustment, 700 promotion, 800 recharge account
             * @example 200
             */
            discount_type?: string;
            /**
             * Format: double
             * @description Money off in yuan
             * @example 108
             */
            discount_amount?: number;
        };
        /** @description How a price came down, in yuan */
        AmountInfomationV2: {
            /** @description Money off per kind */
            discounts?: components["schemas"]["DiscountItemV2"][];
            /**
             * Format: double
             * @description Cash coupons used
             */
            flexipurchase_coupon_amount?: number;
            /**
             * Format: double
             * @description Vouchers used
             */
            coupon_amount?: number;
            /**
             * Format: double
             * @description Stored-value cards used
             */
            stored_card_amount?: number;
            /**
             * Format: double
             * @description Handling fee of an unsubscribe order
             */
            commission_amount?: number;
            /**
             * Format: double
             * @description Consumed part of an unsubscribe order
             */
            consumed_amount?: number;
        };
        /** @description An enterprise project */
        IdName: {
            /** @description Its id; 0 is the default project */
            id?: string;
            /** @description Its name */
            name?: string;
        };
        /** @description Who pays in the customer's place; absent on orders that the customer pays itself (inferred) */
        AgentPayInfoV2: {
            /** @description Account of the payer */
            paying_agent_id?: string;
            /** @description True for an order that somebody else pays or was asked to pay */
            is_agent_pay?: boolean;
        };
        /** @description An order inside a combined transaction, as the list shows it */
        SubCustomerOrderV2: {
            /**
             * @description Order number
             * @example CS2601121020K7Q4M
             */
            order_id?: string;
            /**
             * @description Account id
             * @example c9e731c4663646988ef4cdb3122837b6
             */
            customer_id?: string;
            /**
             * @description Kind of service
             * @example hws.service.type.ec2
             */
            service_type_code?: string;
            /**
             * @description Its name in the caller's language
             * @example 弹性云服务器
             */
            service_type_name?: string;
            /**
             * Format: int32
             * @description 1 customer, 2 agent, 3 contract, 4 distributor; in one model also 5 page deletion, 6 back-filled, 7 compensation, 8 system
             * @enum {integer}
             */
            source_type?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
            status?: components["schemas"]["OrderStatus"];
            order_type?: components["schemas"]["OrderType"];
            /**
             * Format: double
             * @description To pay after discounts; coupons and cards are not taken off
             */
            amount_after_discount?: number;
            /**
             * Format: double
             * @description List price; of an unsubscribe order the same as amount_after_discount
             */
            official_amount?: number;
            /**
             * Format: int32
             * @description 1 yuan; older texts also 2 jiao, 3 fen
             * @enum {integer}
             */
            measure_id?: 1 | 2 | 3;
            create_time?: components["schemas"]["UtcTime"];
            /** @description Absent while unpaid */
            payment_time?: components["schemas"]["UtcTime"] | null;
            /**
             * @description Always CNY on the mainland site
             * @example CNY
             */
            currency?: string;
            /** @description Contract the order belongs to */
            contract_id?: string;
            amount_info?: components["schemas"]["AmountInfomationV2"];
            /** @description Enterprise projects of the order */
            enterprise_projects?: components["schemas"]["IdName"][];
        };
        /** @description An order in the list */
        CustomerOrderV2: {
            /**
             * @description Order number
             * @example CS2601121020K7Q4M
             */
            order_id?: string;
            /**
             * @description Account id
             * @example c9e731c4663646988ef4cdb3122837b6
             */
            customer_id?: string;
            /**
             * @description Kind of service
             * @example hws.service.type.ec2
             */
            service_type_code?: string;
            /**
             * @description Its name in the caller's language
             * @example 弹性云服务器
             */
            service_type_name?: string;
            /**
             * Format: int32
             * @description 1 customer, 2 agent, 3 contract, 4 distributor; in one model also 5 page deletion, 6 back-filled, 7 compensation, 8 system
             * @enum {integer}
             */
            source_type?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
            status?: components["schemas"]["OrderStatus"];
            order_type?: components["schemas"]["OrderType"];
            /**
             * Format: double
             * @description To pay after discounts; coupons and cards are not taken off
             */
            amount_after_discount?: number;
            /**
             * Format: double
             * @description List price; of an unsubscribe order the same as amount_after_discount
             */
            official_amount?: number;
            /**
             * Format: int32
             * @description 1 yuan; older texts also 2 jiao, 3 fen
             * @enum {integer}
             */
            measure_id?: 1 | 2 | 3;
            create_time?: components["schemas"]["UtcTime"];
            /** @description Absent while unpaid */
            payment_time?: components["schemas"]["UtcTime"] | null;
            /**
             * @description Always CNY on the mainland site
             * @example CNY
             */
            currency?: string;
            /** @description Contract the order belongs to */
            contract_id?: string;
            amount_info?: components["schemas"]["AmountInfomationV2"];
            /** @description Enterprise projects of the order */
            enterprise_projects?: components["schemas"]["IdName"][];
            agent_pay_info?: components["schemas"]["AgentPayInfoV2"];
            /** @description Orders of a combined transaction (组合交易); empty for all others */
            sub_order_infos?: components["schemas"]["SubCustomerOrderV2"][];
        };
        ListCustomerOrdersResponse: {
            /**
             * Format: int32
             * @description Orders that match, before paging
             */
            total_count?: number;
            /** @description The page */
            order_infos?: components["schemas"]["CustomerOrderV2"][];
        };
        CbcError: {
            /** @description Stable code */
            error_code: string;
            /** @description Text for people; it may change */
            error_msg: string;
            /** @description What failed the check, with CBC.99003141 */
            quota_infos?: Record<string, never>[];
            /** @description Enterprise projects without funds, with CBC.99003155 */
            enterprise_project_auth_result?: {
                /** @description Project */
                enterprise_project_id?: string;
                /** @description Its name */
                enterprise_project_name?: string;
                /** @description Result of the check; its values are not published */
                auth_status?: number;
            }[];
        };
        /** @description An order inside a combined transaction, in detail */
        SubCustomerOrderV3: {
            /**
             * @description Order number
             * @example CS2601121020K7Q4M
             */
            order_id?: string;
            /**
             * @description Account id
             * @example c9e731c4663646988ef4cdb3122837b6
             */
            customer_id?: string;
            /**
             * @description Kind of service
             * @example hws.service.type.ec2
             */
            service_type_code?: string;
            /**
             * @description Its name in the caller's language
             * @example 弹性云服务器
             */
            service_type_name?: string;
            /**
             * Format: int32
             * @description 1 customer, 2 agent, 3 contract, 4 distributor; in one model also 5 page deletion, 6 back-filled, 7 compensation, 8 system
             * @enum {integer}
             */
            source_type?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
            status?: components["schemas"]["OrderStatus"];
            order_type?: components["schemas"]["OrderType"];
            /**
             * Format: double
             * @description To pay after discounts; coupons and cards are not taken off
             */
            amount_after_discount?: number;
            /**
             * Format: double
             * @description List price; of an unsubscribe order the same as amount_after_discount
             */
            official_amount?: number;
            /**
             * Format: int32
             * @description 1 yuan; older texts also 2 jiao, 3 fen
             * @enum {integer}
             */
            measure_id?: 1 | 2 | 3;
            create_time?: components["schemas"]["UtcTime"];
            /** @description Absent while unpaid */
            payment_time?: components["schemas"]["UtcTime"] | null;
            /**
             * @description Always CNY on the mainland site
             * @example CNY
             */
            currency?: string;
            /** @description Contract the order belongs to */
            contract_id?: string;
            amount_info?: components["schemas"]["AmountInfomationV2"];
            /** @description Who placed it: the operator's login name, 运营人员 (back office) or 运营系统 (the system) */
            user_name?: string;
            /** @description Deadline for payment */
            pending_payment_end_time?: components["schemas"]["UtcTime"];
        };
        /** @description An order in detail */
        CustomerOrderV3: {
            /**
             * @description Order number
             * @example CS2601121020K7Q4M
             */
            order_id?: string;
            /**
             * @description Account id
             * @example c9e731c4663646988ef4cdb3122837b6
             */
            customer_id?: string;
            /**
             * @description Kind of service
             * @example hws.service.type.ec2
             */
            service_type_code?: string;
            /**
             * @description Its name in the caller's language
             * @example 弹性云服务器
             */
            service_type_name?: string;
            /**
             * Format: int32
             * @description 1 customer, 2 agent, 3 contract, 4 distributor; in one model also 5 page deletion, 6 back-filled, 7 compensation, 8 system
             * @enum {integer}
             */
            source_type?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
            status?: components["schemas"]["OrderStatus"];
            order_type?: components["schemas"]["OrderType"];
            /**
             * Format: double
             * @description To pay after discounts; coupons and cards are not taken off
             */
            amount_after_discount?: number;
            /**
             * Format: double
             * @description List price; of an unsubscribe order the same as amount_after_discount
             */
            official_amount?: number;
            /**
             * Format: int32
             * @description 1 yuan; older texts also 2 jiao, 3 fen
             * @enum {integer}
             */
            measure_id?: 1 | 2 | 3;
            create_time?: components["schemas"]["UtcTime"];
            /** @description Absent while unpaid */
            payment_time?: components["schemas"]["UtcTime"] | null;
            /**
             * @description Always CNY on the mainland site
             * @example CNY
             */
            currency?: string;
            /** @description Contract the order belongs to */
            contract_id?: string;
            amount_info?: components["schemas"]["AmountInfomationV2"];
            /** @description Who placed it: the operator's login name, 运营人员 (back office) or 运营系统 (the system) */
            user_name?: string;
            /** @description Deadline for payment */
            pending_payment_end_time?: components["schemas"]["UtcTime"];
            /** @description Orders of a combined transaction (组合交易) */
            sub_order_infos?: components["schemas"]["SubCustomerOrderV3"][];
        };
        /** @description The product before a change */
        ProductObject: {
            /** @description Product */
            product_id?: string;
            /** @description Specification in words */
            product_spec_desc?: string;
            /** @description Catalogue code */
            category_code?: string;
            /** @description Service that owns the product */
            product_owner_service?: string;
            /** @description Commercial resource */
            commercial_resource?: string;
        };
        /** @description One item of an order */
        OrderLineItemEntityV2: {
            /**
             * @description Order number, dash and six digits
             * @example CS2207261447AUY4H-000001
             */
            order_line_item_id?: string;
            /** @description Kind of service */
            service_type_code?: string;
            /** @description Its name in the caller's language */
            service_type_name?: string;
            /** @description Product */
            product_id?: string;
            /** @description Specification in words */
            product_spec_desc?: string;
            /**
             * Format: int32
             * @description 0 day, 1 week, 2 month, 3 year, 4 hour, 5 one-off, 6 on-demand (reserved), 7 usage report (reserved)
             * @enum {integer}
             */
            period_type?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
            /**
             * Format: int32
             * @description Number of periods; null for unsubscribe orders
             */
            period_num?: number | null;
            effective_time?: components["schemas"]["UtcTime"];
            expire_time?: components["schemas"]["UtcTime"];
            /**
             * Format: int32
             * @description Quantity
             */
            subscription_num?: number;
            /**
             * Format: double
             * @description To pay after discounts; coupons and cards are not taken off
             */
            amount_after_discount?: number;
            /**
             * Format: double
             * @description List price
             */
            official_amount?: number;
            amount_info?: components["schemas"]["AmountInfomationV2"];
            /** @description Always CNY on the mainland site */
            currency?: string;
            /** @description Catalogue code */
            category_code?: string;
            /** @description Service that owns the product */
            product_owner_service?: string;
            /** @description Commercial resource */
            commercial_resource?: string;
            base_product_info?: components["schemas"]["ProductObject"];
            /** @description Order the item belongs to */
            order_id?: string;
        };
        ShowCustomerOrderDetailsResponse: {
            /**
             * Format: int32
             * @description Items of the order, before paging
             */
            total_count?: number;
            order_info?: components["schemas"]["CustomerOrderV3"];
            /** @description The page of items */
            order_line_items?: components["schemas"]["OrderLineItemEntityV2"][];
        };
        CouponSimpleInfo: {
            /** @description coupon_id of ListOrderCouponsByOrderId */
            id: string;
            /**
             * Format: int32
             * @description 300 discount coupon, 301 voucher, 302 cash coupon, 303 stored-value card
             * @enum {integer}
             */
            type: 300 | 301 | 302 | 303;
        };
        DiscountSimpleInfo: {
            /** @description discount_id of ListOrderDiscounts */
            id: string;
            /**
             * Format: int32
             * @description 0 promotion, 1 contract, 2 commercial, 3 partner-granted, 609 order price adjustment
             * @enum {integer}
             */
            type: 0 | 1 | 2 | 3 | 609;
        };
        PayOrdersRequest: {
            /** @description An order in status 6 */
            order_id: string;
            /**
             * @description Whether coupon_infos counts
             * @enum {string}
             */
            use_coupon: "YES" | "NO";
            /** @description Needed with use_coupon YES */
            coupon_infos?: components["schemas"]["CouponSimpleInfo"][] | null;
            /**
             * @description Whether discount_infos counts
             * @enum {string}
             */
            use_discount: "YES" | "NO";
            /** @description Needed with use_discount YES */
            discount_infos?: components["schemas"]["DiscountSimpleInfo"][] | null;
        };
        PayOrdersLegacyRequest: {
            /** @description An order in status 6 */
            order_id: string;
            /** @description Coupons to use */
            coupon_infos?: components["schemas"]["CouponSimpleInfo"][] | null;
            /** @description Discount to use */
            discount_infos?: components["schemas"]["DiscountSimpleInfo"][] | null;
        };
        CancelCustomerOrderRequest: {
            /** @description An order in status 6 */
            order_id: string;
        };
        OrderLineItemV3: {
            /** @description The items */
            order_line_item_ids: string[];
            /**
             * Format: int32
             * @description 0 discount, 1 fixed price, 2 reduction
             * @enum {integer}
             */
            discount_mode: 0 | 1 | 2;
            /** @description Money off in yuan */
            discount_amount: number;
            /**
             * @description What remains to pay
             * @example 0.9
             */
            discount_ratio?: number;
        };
        OrderV3: {
            /** @description Order number */
            order_id: string;
            /** @description What the discount does to its items */
            order_line_items: components["schemas"]["OrderLineItemV3"][];
        };
        DiscountInfoV3: {
            /** @description Goes into discount_infos when paying */
            discount_id: string;
            /**
             * @description Rate or reduction as text; empty for a fixed price
             * @example 0.9
             */
            discount_value: string;
            /**
             * Format: int32
             * @description 0 promotion, 1 contract, 2 commercial, 3 partner-granted, 609 order price adjustment
             * @enum {integer}
             */
            discount_type: 0 | 1 | 2 | 3 | 609;
            /** @description Orders it applies to */
            orders: components["schemas"]["OrderV3"][];
        };
        ListOrderDiscountsResponse: {
            /** @description Left out without billing:contract:viewDiscount */
            discounts?: components["schemas"]["DiscountInfoV3"][];
        };
        CouponUseLimitInfoV2: {
            /** @description Id of the limit; the spelling is the vendor's */
            use_limiti_info_id?: string;
            /**
             * @description What is limited
             * @example simultaneousUseWithPromotionDiscount
             */
            limit_key?: string;
            /** @description First value */
            value1?: string;
            /** @description Second value */
            value2?: string;
            /** @description Unit of the values */
            value_unit?: string;
            /** @description Kind of limit */
            limit_type?: string;
            /** @description Promotion that the limit belongs to */
            promotion_plan_id?: string;
        };
        CouponInfoV2: {
            /** @description Goes into coupon_infos when paying */
            coupon_id?: string;
            /** @description Code printed on the coupon */
            coupon_code?: string;
            /**
             * Format: int32
             * @description 1 not activated, 2 usable
             * @enum {integer}
             */
            status?: 1 | 2;
            /**
             * Format: int32
             * @description 301 voucher, 302 cash coupon; payment also names 300 discount coupon and 303 stored-value card
             * @enum {integer}
             */
            coupon_type?: 300 | 301 | 302 | 303;
            /**
             * Format: int32
             * @description 1 yuan
             * @enum {integer}
             */
            measure_id?: 1;
            /**
             * Format: double
             * @description Amount when issued
             */
            face_value?: number;
            effective_time?: components["schemas"]["UtcTime"];
            expire_time?: components["schemas"]["UtcTime"];
            /** @description Name of the promotion */
            plan_name?: string;
            /** @description Its description */
            plan_desc?: string;
            /** @description What it may be used for */
            use_limits?: components["schemas"]["CouponUseLimitInfoV2"][];
            active_time?: components["schemas"]["UtcTime"];
            last_used_time?: components["schemas"]["UtcTime"];
            create_time?: components["schemas"]["UtcTime"];
            /**
             * Format: int32
             * @description 1 old, 2 new
             * @enum {integer}
             */
            coupon_version?: 1 | 2;
            /**
             * Format: double
             * @description Amount left
             */
            balance?: number;
            /** @description Order that locks it */
            used_by_order_id?: string;
            /** @description Use class */
            coupon_usage?: string;
            /**
             * Format: int32
             * @description 0 Huawei Cloud service, 1 issued by KooGallery, 2 dedicated voucher, 3 limited to hardware
             * @enum {integer}
             */
            coupon_group?: 0 | 1 | 2 | 3;
        };
        CouponMaxUseQuantity: {
            /**
             * Format: int32
             * @description 1 voucher, 2 discount coupon, 3 product coupon, 4 cash coupon
             */
            coupon_type?: number;
            /**
             * Format: int32
             * @description As in the coupon
             */
            coupon_group?: number;
            /**
             * Format: int32
             * @description How many of them can be used together
             */
            use_quantity_value?: number;
        };
        ListOrderCouponsByOrderIdResponse: {
            /**
             * Format: int32
             * @description Coupons in the list
             */
            count?: number;
            /** @description Usable coupons */
            user_coupons?: components["schemas"]["CouponInfoV2"][];
            /** @description How many of each kind can be used together */
            coupon_max_use_quantity?: components["schemas"]["CouponMaxUseQuantity"][];
        };
        OrderRefundInfoV2: {
            /** @description Record */
            id: string;
            /** @description Negative: paid back. Positive: consumed, or a handling fee */
            amount: number;
            /**
             * @description 1 yuan; a string here and nowhere else
             * @enum {string}
             */
            measure_id: "1";
            /** @description Account id */
            customer_id: string;
            /** @description Kind of resource */
            resource_type_code: string;
            /** @description Its name */
            resource_type_name?: string;
            /** @description Kind of service */
            service_type_code: string;
            /** @description Its name */
            service_type_name?: string;
            /** @description Region */
            region_code: string;
            /** @description Order the amount was paid with */
            base_order_id?: string;
        };
        ShowRefundOrderDetailsResponse: {
            /**
             * Format: int32
             * @description Records
             */
            total_count?: number;
            /** @description One per amount */
            refund_infos?: components["schemas"]["OrderRefundInfoV2"][];
        };
        ListPayPerUseCustomerResourcesRequest: {
            /** @description A partner's customer whose resources are meant; no filter when empty or null */
            customer_id?: string | null;
            /** @description Reseller below a general distributor; no filter when empty or null */
            indirect_partner_id?: string | null;
            /** @description These resources, and what is attached to them unless only_main_resource is 1; what null means is setting nullResourceIds */
            resource_ids?: string[] | null;
            /** @description Resources of this order; no filter when empty or null */
            order_id?: string | null;
            /**
             * Format: int32
             * @description 1 leaves attached resources out
             * @default 0
             * @enum {integer}
             */
            only_main_resource: 0 | 1;
            /** @description 2 in use, 3 closed, 4 frozen, 5 expired */
            status_list?: (2 | 3 | 4 | 5)[];
            /**
             * Format: int32
             * @description Resources to skip
             * @default 0
             */
            offset: number;
            /**
             * Format: int32
             * @description Resources on the page
             * @default 10
             */
            limit: number;
            /** @description Expires at this moment or later; no filter when empty or null */
            expire_time_begin?: components["schemas"]["UtcTime"] | ("" | null);
            /** @description Expires at this moment or earlier; no filter when empty or null */
            expire_time_end?: components["schemas"]["UtcTime"] | ("" | null);
            /** @description Kind of service; no filter when null; the empty string is refused */
            service_type_code?: string | null;
        };
        /** @description A yearly/monthly resource */
        OrderInstanceV2: {
            /** @description Id of the record */
            id?: string;
            /** @description Id of the resource */
            resource_id?: string;
            /** @description Its name */
            resource_name?: string;
            /** @description Region */
            region_code?: string;
            /** @description Kind of service */
            service_type_code?: string;
            /** @description Its name */
            service_type_name?: string;
            /** @description Kind of resource */
            resource_type_code?: string;
            /** @description Its name */
            resource_type_name?: string;
            /** @description Specification code */
            resource_spec_code?: string;
            /** @description Project */
            project_id?: string;
            /** @description Product */
            product_id?: string;
            /** @description Resource it is attached to */
            parent_resource_id?: string;
            /**
             * Format: int32
             * @description 0 attached, 1 main
             * @enum {integer}
             */
            is_main_resource?: 0 | 1;
            /**
             * Format: int32
             * @description 2 in use, 3 closed, 4 frozen, 5 expired
             * @enum {integer}
             */
            status?: 2 | 3 | 4 | 5;
            effective_time?: components["schemas"]["UtcTime"];
            expire_time?: components["schemas"]["UtcTime"];
            /**
             * Format: int32
             * @description 0 grace period, 1 to on-demand, 2 delete, 3 renew, 4 freeze, 5 delete after retention
             * @enum {integer}
             */
            expire_policy?: 0 | 1 | 2 | 3 | 4 | 5;
            /** @description Specification in words */
            product_spec_desc?: string;
            /** @description Size of linear products */
            spec_size?: number;
            /**
             * Format: int32
             * @description 15 Mbps, 17 GB, 14 pieces
             */
            spec_size_measure_id?: number;
            update_time?: components["schemas"]["UtcTime"];
            enterprise_project?: components["schemas"]["IdName"];
        };
        ListPayPerUseCustomerResourcesResponse: {
            /**
             * Format: int32
             * @description Resources that match, before paging
             */
            total_count?: number;
            /** @description The page */
            data?: components["schemas"]["OrderInstanceV2"][];
        };
        RenewalResourcesRequest: {
            /** @description Main resources */
            resource_ids: string[];
            /**
             * Format: int32
             * @description 2 month, 3 year
             * @enum {integer}
             */
            period_type: 2 | 3;
            /**
             * Format: int32
             * @description 1 to 11 months or 1 to 3 years
             */
            period_num: number;
            /**
             * Format: int32
             * @deprecated
             * @description Without effect; it used to be 0 grace period, 1 to on-demand, 2 delete, 3 renew
             */
            expire_policy?: number | null;
            /**
             * Format: int32
             * @description 0 leaves the order in status 6, 1 pays it
             * @default 0
             * @enum {integer|null}
             */
            is_auto_pay: 0 | 1 | null;
        };
        FailResourceInfo: {
            /** @description Code of the failure */
            error_code?: string;
            /** @description Text of the failure */
            error_msg?: string;
            /** @description The resource */
            resource_id?: string;
        };
        OrderIdsResponse: {
            /** @description The orders placed */
            order_ids?: string[];
            /** @description Resources that failed; reserved by the vendor, so the sandbox sends none */
            fail_resource_infos?: components["schemas"]["FailResourceInfo"][];
        };
        SetResourcesRenewConfigRequest: {
            /**
             * @description DEDUCTION_DATE: day of deduction; EXPIRE_DATE: common end day
             * @enum {string}
             */
            config_name: "DEDUCTION_DATE" | "EXPIRE_DATE";
            /** @description DEDUCTION_DATE: 2 to 7 days before the end; EXPIRE_DATE: 1 to 28, or -1 for the last day of the month */
            config_value: string;
        };
        SetResourcesRenewConfigResponse: {
            /** @description CBC.0000 */
            error_code: string;
            /** @description success */
            error_msg: string;
        };
        CancelResourcesSubscriptionRequest: {
            /** @description Main resources */
            resource_ids: string[];
            /**
             * Format: int32
             * @description 1 the resource with its renewals, 2 only renewal periods not yet begun
             * @enum {integer}
             */
            unsubscribe_type: 1 | 2;
            /**
             * Format: int32
             * @description 1 hard to use, 2 lacks functions, 3 too complicated, 4 service, 5 other
             */
            unsubscribe_reason_type?: number;
            /** @description The reason in words */
            unsubscribe_reason?: string;
        };
        AutoRenewalResourcesRequest: {
            /**
             * Format: int32
             * @description How often, 0 without end. Absent or null: without end the first time, unchanged when automatic renewal is on already
             */
            auto_renew_times?: number | null;
            /**
             * @description For how long each time. Absent or null: unchanged, or setting autoRenewalPeriod
             * @enum {string|null}
             */
            period_type?: "MONTH" | "YEAR" | null;
        };
        UpdatePeriodToOnDemandRequest: {
            /**
             * @description Set the wish or take it back
             * @enum {string}
             */
            operation: "SET_UP" | "CANCEL";
            /** @description Main resources */
            resource_ids: string[];
        };
        ErrorDetail: {
            /** @description Why */
            error_code?: string;
            /** @description The same in words */
            error_msg?: string;
            /** @description The resource */
            id?: string;
        };
        UpdatePeriodToOnDemandResponse: {
            /** @description What was refused; empty when all went well */
            error_details?: components["schemas"]["ErrorDetail"][];
        };
        UpdatePeriodToOnDemandInstantlyRequest: {
            /** @description Main resources */
            resource_ids: string[];
        };
        ToOndemandServiceResult: {
            /** @description The resource asked for */
            resource_id?: string;
            /**
             * @description SUCCESS done, AUDIT under review, FAIL refused
             * @enum {string}
             */
            result?: "SUCCESS" | "AUDIT" | "FAIL";
            /** @description Why, with FAIL */
            error_code?: string;
            /** @description The same in words, with FAIL */
            error_msg?: string;
            /** @description The order, with SUCCESS and AUDIT */
            order_id?: string;
        };
        UpdatePeriodToOnDemandInstantlyResponse: {
            /** @description One entry for each resource asked for */
            to_ondemand_service_results?: components["schemas"]["ToOndemandServiceResult"][];
        };
        ResourceType: {
            /** @description Code */
            resource_type_code?: string;
            /** @description Name */
            resource_type_name?: string;
            /** @description Description */
            resource_type_desc?: string;
            /** @description Kind of service it belongs to */
            service_type_code?: string;
        };
        ListResourceTypesResponse: {
            /**
             * Format: int32
             * @description Kinds there are, before paging
             */
            total_count?: number;
            /** @description The page */
            resource_types?: components["schemas"]["ResourceType"][];
        };
        ServiceResourceInfo: {
            /** @description The kind of resource */
            basic_info?: {
                /** @description Code */
                resource_type_code?: string;
                /** @description Kind of service it belongs to */
                product_owner_service?: string;
                /** @description Name */
                name?: string;
                /** @description Description */
                description?: string;
            };
        };
        ListServiceResourcesResponse: {
            /**
             * Format: int32
             * @description Kinds of the service, before paging
             */
            total_count?: number;
            /** @description The page */
            infos?: components["schemas"]["ServiceResourceInfo"][];
        };
        ServiceType: {
            /** @description Name in the caller's language */
            service_type_name?: string;
            /** @description Code */
            service_type_code?: string;
            /** @description Short name */
            abbreviation?: string;
        };
        ListServiceTypesResponse: {
            /**
             * Format: int32
             * @description Kinds that match, before paging
             */
            total_count?: number;
            /** @description The page */
            service_types?: components["schemas"]["ServiceType"][];
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
    ListCustomerOrders: {
        parameters: {
            query?: {
                /** @description Order number, compared without case. */
                order_id?: string;
                /** @description Account id. Setting customerIdFilter says whether it still counts. */
                customer_id?: string;
                /** @description Orders created at this moment or later. */
                create_time_begin?: components["schemas"]["UtcTime"];
                /** @description Orders created at this moment or earlier. */
                create_time_end?: components["schemas"]["UtcTime"];
                /** @description Code of a cloud service, compared without case; ListServiceTypes gives them. */
                service_type_code?: string;
                /** @description 1 to review, 3 processing, 4 cancelled, 5 completed, 6 pending payment, 9 to confirm. */
                status?: 1 | 3 | 4 | 5 | 6 | 9;
                /** @description 1 new, 2 renewal, 3 change, 4 unsubscription, 10 yearly/monthly to on-demand, 11 on-demand to yearly/monthly, 13 trial, 14 to commercial, 15 fee adjustment. A string here, a number in the answer. */
                order_type?: "1" | "2" | "3" | "4" | "10" | "11" | "13" | "14" | "15";
                /** @description Orders on the page. */
                limit?: number;
                /** @description Hits to skip. It counts orders, not pages. */
                offset?: number;
                /** @description createTime ascending, -createTime descending, compared without case. */
                order_by?: "createTime" | "-createTime";
                /** @description Orders paid at this moment or later. */
                payment_time_begin?: components["schemas"]["UtcTime"];
                /** @description Orders paid at this moment or earlier. */
                payment_time_end?: components["schemas"]["UtcTime"];
                /** @description Reseller below a general distributor. */
                indirect_partner_id?: string;
                /** @description Of a customer - oneself its own orders, sub_customer those it pays for its members (代付). The partner's page does not have it; a partner that sends oneself sees its own orders (inferred). */
                method?: "oneself" | "sub_customer";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of orders; an empty list where nothing matches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCustomerOrdersResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ShowCustomerOrderDetails: {
        parameters: {
            query?: {
                /** @description Items on the page. */
                limit?: number;
                /** @description Items to skip. */
                offset?: number;
                /** @description Reseller below a general distributor, whose customer's order it is; without it only orders of the caller's own customers are found (inferred from the list). */
                indirect_partner_id?: string;
            };
            header?: {
                /** @description Language of names. */
                "X-Language"?: "zh_CN" | "en_US";
            };
            path: {
                /** @description Order number. */
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order and one page of its items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowCustomerOrderDetailsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    PayOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayOrdersRequest"];
            };
        };
        responses: {
            /** @description Paid */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    PayOrdersLegacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayOrdersLegacyRequest"];
            };
        };
        responses: {
            /** @description Paid */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    CancelCustomerOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelCustomerOrderRequest"];
            };
        };
        responses: {
            /** @description Cancelled */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListOrderDiscounts: {
        parameters: {
            query: {
                /** @description Order number. */
                order_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The discounts, each with the items it touches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOrderDiscountsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListOrderCouponsByOrderId: {
        parameters: {
            query: {
                /** @description Order number. */
                order_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The usable coupons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOrderCouponsByOrderIdResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ShowRefundOrderDetails: {
        parameters: {
            query: {
                /** @description Number of an unsubscribe or downgrade order. */
                order_id: string;
                /** @description A partner's customer whose order it is. */
                customer_id?: string;
                /** @description Reseller below a general distributor. */
                indirect_partner_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One record per amount */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRefundOrderDetailsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListPayPerUseCustomerResources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListPayPerUseCustomerResourcesRequest"];
            };
        };
        responses: {
            /** @description One page of resources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPayPerUseCustomerResourcesResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    RenewalResources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewalResourcesRequest"];
            };
        };
        responses: {
            /** @description The orders placed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderIdsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    SetResourcesRenewConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetResourcesRenewConfigRequest"];
            };
        };
        responses: {
            /** @description Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetResourcesRenewConfigResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    CancelResourcesSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelResourcesSubscriptionRequest"];
            };
        };
        responses: {
            /** @description The unsubscribe orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderIdsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    AutoRenewalResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Resource; what is attached leads to its main resource. */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AutoRenewalResourcesRequest"];
            };
        };
        responses: {
            /** @description Switched on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    CancelAutoRenewalResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Resource; what is attached leads to its main resource. */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switched off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    UpdatePeriodToOnDemand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePeriodToOnDemandRequest"];
            };
        };
        responses: {
            /** @description What was refused, per resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatePeriodToOnDemandResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    UpdatePeriodToOnDemandInstantly: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePeriodToOnDemandInstantlyRequest"];
            };
        };
        responses: {
            /** @description What became of each resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatePeriodToOnDemandInstantlyResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListResourceTypes: {
        parameters: {
            query?: {
                /** @description Kinds to skip. */
                offset?: number;
                /** @description Kinds on the page; the range is that of the sibling. */
                limit?: number;
            };
            header?: {
                /** @description Language of names. */
                "X-Language"?: "zh_CN" | "en_US";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of resource types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListResourceTypesResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListServiceResources: {
        parameters: {
            query: {
                /**
                 * @description Code of a cloud service; ListServiceTypes gives them.
                 * @example hws.service.type.ec2
                 */
                service_type_code: string;
                /** @description Kinds to skip. */
                offset?: number;
                /** @description Kinds on the page. */
                limit?: number;
            };
            header?: {
                /** @description Language of names. */
                "X-Language"?: "zh_CN" | "en_US";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of resource types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListServiceResourcesResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListServiceTypes: {
        parameters: {
            query?: {
                /** @description Kinds to skip. */
                offset?: number;
                /** @description Kinds on the page. */
                limit?: number;
                /** @description Part of the name. */
                service_type_name?: string;
            };
            header?: {
                /** @description Language of names. */
                "X-Language"?: "zh_CN" | "en_US";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of service types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListServiceTypesResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
    ListServiceTypesLegacy: {
        parameters: {
            query?: {
                /** @description Code of one kind. */
                service_type_code?: string;
            };
            header?: {
                /** @description Language of names. */
                "X-Language"?: "zh_CN" | "en_US";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All service types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListServiceTypesResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbcError"];
                };
            };
        };
    };
}
