// Generated from specs/koogallery by `npm run types`. Do not edit.

export interface paths {
    "/api/mkp-openapi-public/global/v1/order/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询订单 · Query an order
         * @description All about one order of the seller's products: type, lines, charging, buyer. Production calls carry order numbers only and are completed from here. Nine built-in orders whose numbers begin with MOCK answer any seller, for commissioning; their times follow the clock.
         */
        get: operations["QueryOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/license/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 激活授权码 · Activate a licence code
         * @description Marks one licence code as in use. The moment of activation is the start of the service, and the supervision step passes by itself. Possible once the buyer has taken the code.
         */
        post: operations["ActivateLicense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/license/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询授权码 · Look up a licence code (heartbeat)
         * @description State and expiry of one licence code. To be called at the user's first use of each day; its expiry is the one that counts.
         */
        post: operations["CheckLicenseHeartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v2/license/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 激活授权码 (批量) · Activate licence codes, batch
         * @description Marks up to a hundred licence codes as in use, all or none (inferred). The answer has a code and a text alone.
         */
        post: operations["BatchActivateLicense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v2/license/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询授权码 (批量) · Look up licence codes, batch
         * @description State and expiry of up to a hundred licence codes. The page names the batch form and its path; its fields are formed like those of the batch activation and of the single look-up.
         */
        post: operations["BatchCheckLicenseHeartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v2/license/software-usage-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 授权码软件使用统计 · Report the use of licensed software
         * @description Who used the software of activated licence codes today, to be called at the first use of each day. Must be connected for joint licences sold on the public cloud. Takes the place of heartbeatInfo.
         */
        post: operations["ReportSoftwareUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/isv/usage-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按需使用量推送 (新) · Push usage records
         * @description Reports what instances charged by usage have used. No account credential: the three headers sign the body with the seller's key of the basic interfaces, signature = base64 of HMAC-SHA256 over ts={ts}&nonce={nonce}&body={sorted body}.
         */
        post: operations["PushUsageData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rest/marketplace/v1/isv/usage-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按需使用量推送 (旧) · Push usage records, old interface
         * @description The older form of the usage push, signed with AK/SK. Faulty records are taken and sorted out by a later check.
         */
        post: operations["PushUsageDataLegacy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/market-event/{event_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 字符串/文件流上传 · Upload text or a file
         * @description Delivers what an event of the marketplace asked for, such as a licence applied for, as text or as a file with its checksum.
         */
        post: operations["UploadMarketEventFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/v1/asset/deployed-object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询资产部署对象 · List the deployed objects of an asset
         * @description Where the image or software package of an asset lies, for deployment templates. Known from public client code only.
         */
        get: operations["ListDeployedObjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/order/batch-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 创建订单 · Place orders
         * @description Places up to thirty orders in one call. The same transaction id places nothing twice: the same body again answers the same orders, another body is a wrong parameter (a guess of the sandbox's).
         */
        post: operations["CreateOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/order/batch-cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消订单 · Cancel orders
         * @description Cancels up to three hundred orders that are not paid yet.
         */
        post: operations["CancelOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/query-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询订单列表 · List orders
         * @description The buyer's marketplace orders of a time span, in pages.
         */
        post: operations["ListOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/order-detail/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询订单详情 · Show an order
         * @description One order with its lines, its resources and what happened to them.
         */
        post: operations["ShowOrderDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/saas-instance/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询Saas资源实例 · Show a SaaS instance
         * @description The instance behind a SaaS resource and how its user gets in, as the seller answered queryInstance.
         */
        post: operations["ShowSaasInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mkp-openapi-public/global/v1/subscription-agreements-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询下单待签署协议 · Show the agreements of an offering
         * @description The agreements that an order of the offering has to name.
         */
        post: operations["ShowSubscriptionAgreements"];
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
        ProductInfo: {
            /**
             * @description Product, a different one for each period type
             * @example OFFI461867333479178240
             */
            productId: string;
            /** @description Specification, the same for all period types */
            skuCode: string;
            /**
             * @description Quantity attribute
             * @example 10
             */
            linearValue?: number;
            /**
             * @description Name of the product with its specification
             * @example MOCK测试商品,测试规格,基础版,包周期
             */
            productName?: string;
        };
        ExtendParam: {
            /**
             * @description Name
             * @example emailDomainName
             */
            name?: string;
            /**
             * @description Value
             * @example test.xxxx.com
             */
            value?: string;
        };
        OrderLine: {
            /** @description Order number and six digits */
            orderLineId: string;
            /**
             * @description How the line is charged
             * @enum {string}
             */
            chargingMode: "ON_DEMAND" | "ONE_TIME" | "PERIOD" | "ON_DEMAND_PKG";
            /**
             * @description Estimated expiry, yyyyMMddHHmmss, UTC; periodic orders and packages
             * @example 20230726155959
             */
            expireTime?: string;
            /**
             * @description year, month or day
             * @example year
             */
            periodType?: string;
            /**
             * @description Number of periods
             * @example 1
             */
            periodNumber?: number;
            /** @description Amount of the order, positive for purchase, renewal and change, empty for reverse orders */
            currency?: string;
            /** @description Amount paid without vouchers and discounts; negative for unsubscription and renewal cancellation */
            currencyAfterDiscount?: string;
            /** @description What was bought */
            productInfo?: components["schemas"]["ProductInfo"][];
            /** @description What the buyer entered when ordering this line */
            extendParams?: components["schemas"]["ExtendParam"][];
        };
        BuyerInfo: {
            /** @description Mobile number, in plain text */
            mobilePhone?: string | null;
            /** @description Mail address */
            email?: string | null;
            /** @description Account id of the customer */
            customerId?: string | null;
            /** @description Account name */
            customerName?: string | null;
            /** @description Real name of the person or company */
            customerRealName?: string | null;
            /** @description Kind of customer; 0 is the only value seen, its meaning is not published */
            customerType?: number | null;
            /** @description IAM user id; not given to SaaS assets created after 2025-10-25 */
            userId?: string | null;
            /** @description IAM user name; not given to SaaS assets created after 2025-10-25 */
            userName?: string | null;
        };
        /** @description One order as its seller sees it */
        OrderInfo: {
            /** @description Order number */
            orderId: string;
            /**
             * @description What the order is for
             * @enum {string}
             */
            orderType: "NEW" | "TRIAL" | "TRIAL_TO_FORMAL" | "UNSUBSCRIBE" | "RENEW" | "CHANGE";
            /**
             * @description Time of ordering (not of effect), yyyyMMddHHmmss, UTC
             * @example 20220726064736
             */
            createTime: string;
            /** @description Lines of the order; singular name, a list */
            orderLine: components["schemas"]["OrderLine"][];
            buyerInfo?: components["schemas"]["BuyerInfo"];
            /** @description In the recorded answer an empty list beside those of the line (setting order_extend_params) */
            extendParams?: components["schemas"]["ExtendParam"][];
        };
        QueryOrderResponse: {
            /**
             * @description Result code
             * @example MKT.0000
             */
            resultCode?: string;
            /**
             * @description Text and details of a failure
             * @example Success
             */
            resultMsg?: string;
            /**
             * @description Result code in the table of the online-licence guide (setting order_query_error_table)
             * @example CBC.0000
             */
            error_code?: string;
            /**
             * @description Result text in that table
             * @example Success
             */
            error_msg?: string;
            orderInfo?: components["schemas"]["OrderInfo"];
        } | unknown | unknown;
        MktError: {
            resultCode?: string;
            resultMsg?: string;
            error_code?: string;
            error_msg?: string;
            /** @description Details of the failure */
            extra_info?: unknown;
        } | unknown | unknown;
        ActivateLicenseRequest: {
            /**
             * @description Licence code
             * @example PL5Q7ZK2M9X4T8R1
             */
            license: string;
            /**
             * @description Real time of delivery, yyyyMMddHHmmss, UTC, not before the order
             * @example 20230626121646
             */
            real_effect_time?: string;
        };
        License: {
            /** @description JSON as text: status, expire_time (an estimate, the heartbeat counts), product_id, order_id, amount */
            license_code_info: string;
        };
        ActivateLicenseResponse: {
            /**
             * @description Result code
             * @example 92020000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
            data?: components["schemas"]["License"];
        };
        LicenceError: {
            error_code: string;
            error_msg: string;
        };
        HeartbeatInfo: {
            /** @description Account of the user in the seller's software */
            thirdPartyAccount: string;
            /** @description Address of the user */
            ip?: string;
        };
        CheckLicenseHeartbeatRequest: {
            /**
             * @description Licence code
             * @example PL5Q7ZK2M9X4T8R1
             */
            license: string;
            heartbeatInfo?: components["schemas"]["HeartbeatInfo"];
        };
        LicenseInfo: {
            /** @description Licence code */
            license_code: string;
            /**
             * @description State of the code
             * @enum {string}
             */
            status: "ALIVE" | "EXPIRED" | "RELEASED";
            /** @description Time of activation; the form yyyyMMddHHmmss, UTC, is taken from the activation */
            activate_time?: string;
            /** @description Expiry; the page speaks of it, name and form are taken from the activation */
            expire_time?: string;
        };
        CheckLicenseHeartbeatResponse: {
            /**
             * @description Result code
             * @example 92020000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
            data?: components["schemas"]["LicenseInfo"];
        };
        BatchActivateLicenseRequest: {
            /** @description Licence codes, a hundred at most */
            license_list: string[];
            /**
             * @description Real time of delivery of all of them, yyyyMMddHHmmss, UTC, not before the order
             * @example 20230626121646
             */
            real_effect_time?: string;
        };
        BatchActivateLicenseResponse: {
            /**
             * @description Result code
             * @example 92020000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
        };
        BatchCheckLicenseHeartbeatRequest: {
            /** @description Licence codes; name and limit are those of the batch activation */
            license_list: string[];
        };
        BatchCheckLicenseHeartbeatResponse: {
            /**
             * @description Result code
             * @example 92020000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
            /** @description State of each code, as the single look-up tells it */
            data?: components["schemas"]["LicenseInfo"][];
        };
        SoftwareUsageInfo: {
            /** @description What tells clients apart, such as an account or a device */
            id?: string;
            /** @description Active clients of the day in all */
            active_num?: number;
        } & (unknown | unknown);
        LicenseUsage: {
            /** @description Licence code */
            license: string;
            /** @description Who used the software */
            software_usage_Info: components["schemas"]["SoftwareUsageInfo"][];
        };
        ReportSoftwareUsageRequest: {
            /** @description Use of a hundred licence codes at most */
            usage_info: components["schemas"]["LicenseUsage"][];
        };
        ReportSoftwareUsageResponse: {
            /**
             * @description Result code
             * @example 92020000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
            /** @description Licence codes that were refused */
            data?: Record<string, never>;
        };
        UsagePushData: {
            /** @description Pay-per-use instance the seller gave out */
            instance_id: string;
            /**
             * @description Creation of the record, yyyyMMdd'T'HHmmss'Z', UTC
             * @example 20220809T091000Z
             */
            record_time: string;
            /**
             * @description Start of the metering, same form
             * @example 20220809T080000Z
             */
            begin_time: string;
            /**
             * @description End of the metering, same form
             * @example 20220809T090000Z
             */
            end_time: string;
            /**
             * @description Usage; text in the mainland edition and a number in the international one
             * @example 99
             */
            usage_value: string | number;
            /**
             * @description The seller's unique id of the record
             * @example sn-0001
             */
            metering_sn?: string;
            /** @description Package instance; needed when the package stops when used up */
            relate_pkg_instance?: string;
        };
        PushUsageDataRequest: {
            /** @description Records of usage */
            usage_records: components["schemas"]["UsagePushData"][];
        };
        /**
         * @description What is wrong with one record (meanings in errors.yaml, family usage); 008 is not listed by the vendor
         * @enum {string}
         */
        UsageRecordErrorCode: "001" | "002" | "003" | "004" | "005" | "006" | "007" | "009" | "010" | "011" | "012" | "013" | "014" | "015" | "016" | "017" | "018" | "019";
        AbnormalUsageData: {
            error_code?: components["schemas"]["UsageRecordErrorCode"];
            /** @description Text of the record's error */
            error_msg?: string;
        };
        PushUsageDataResponse: {
            /**
             * @description Result code
             * @example MKT.0000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
            /** @description Faulty records */
            data?: components["schemas"]["AbnormalUsageData"][];
        };
        UsageError: {
            error_code: string;
            error_msg: string;
        };
        UsagePushDataLegacy: {
            /** @description Pay-per-use instance the seller gave out */
            instance_id: string;
            /** @description Product of the instance */
            product_id: string;
            /**
             * @description Creation of the record, yyyyMMdd'T'HHmmss'Z', UTC
             * @example 20220809T091000Z
             */
            record_time: string;
            /**
             * @description Start of the metering, same form
             * @example 20220809T080000Z
             */
            begin_time: string;
            /**
             * @description End of the metering, same form
             * @example 20220809T090000Z
             */
            end_time: string;
            /**
             * @description Usage, at most four decimals
             * @example 99.5
             */
            usage_value: number | string;
            /** @description Package instance; needed when the package stops when used up */
            relate_pkg_instance?: string;
        };
        PushUsageDataLegacyRequest: {
            /** @description Records of usage; the name is that of the new interface */
            usage_records: components["schemas"]["UsagePushDataLegacy"][];
        };
        PushUsageDataLegacyResponse: {
            /**
             * @description Result code
             * @example MKT.0000
             */
            resultCode: string;
            /** @description Result text */
            resultMsg: string;
        };
        IsvUpdateFileReq: {
            /**
             * @description What is uploaded
             * @enum {string}
             */
            type: "CHARACTERS" | "FILE";
            /** @description Name of the file; needed for type FILE */
            file_name?: string;
            /** @description SHA-256 of the file, hex; needed for type FILE */
            sha256?: string;
            /** @description The text; needed for type CHARACTERS */
            characters?: string;
        };
        UploadMarketEventFileForm: {
            isvUpdateFileReq: components["schemas"]["IsvUpdateFileReq"];
            /**
             * Format: binary
             * @description The file; needed for type FILE
             */
            file?: string;
        };
        UploadMarketEventFileResponse: {
            /**
             * @description Result code
             * @example CBC.0000
             */
            error_code: string;
            /** @description Result text */
            error_msg: string;
        };
        UploadError: {
            error_code: string;
            error_msg: string;
        };
        ImageDeployedObject: {
            /** @description Image */
            image_id?: string;
            /** @description Name of the image */
            image_name?: string;
            /** @description Operating system */
            os_type?: string;
            /** @description Time of creation; form not known */
            create_time?: string;
            /** @description Processor architecture */
            architecture?: string;
        };
        SoftwarePkgDeployedObject: {
            /** @description Name of the package */
            package_name?: string;
            /** @description Address inside the cloud */
            internal_path?: string;
            /** @description Checksum */
            checksum?: string;
        };
        DeployedAsset: {
            /** @description Asset */
            asset_id?: string;
            /** @description Kind of deployed object */
            deployed_type?: string;
            /** @description Version */
            version?: string;
            /** @description Id of the version */
            version_id?: string;
            /** @description Region */
            region?: string;
            image_deployed_object?: components["schemas"]["ImageDeployedObject"];
            software_pkg_deployed_object?: components["schemas"]["SoftwarePkgDeployedObject"];
        };
        ListDeployedObjectsResponse: {
            /** @description Error code; its value in a success is not known */
            error_code?: string;
            /** @description Error text */
            error_msg?: string;
            /** @description The objects */
            data?: components["schemas"]["DeployedAsset"][];
        };
        BuyerError: {
            error_code?: string;
            error_msg?: string;
        };
        AgreementParamOpenApi: {
            /** @description Agreement */
            id: string;
            /** @description Version of the agreement */
            verion: string;
        };
        LinearAttributeOpenApi: {
            /** @description Unit */
            measure_id?: number;
            /** @description Quantity */
            value?: number;
        };
        OfferingInfoV2OpenApi: {
            /** @description Offering */
            offering_id: string;
            /**
             * @description year, month or day; needed for periodic offerings
             * @example year
             */
            cycle_type?: string;
            /**
             * Format: int32
             * @description Number of periods
             */
            cycle_number?: number;
            linear_attr?: components["schemas"]["LinearAttributeOpenApi"];
            /** @description JSON as text, further parameters */
            extend_params?: string;
        };
        OrderInfoV2OpenApi: {
            /** @description The caller's id of this order */
            request_id: string;
            /**
             * @description new, a purchase, is the only value named
             * @example new
             */
            order_type: string;
            /** @description Agreements accepted */
            agreement_params: components["schemas"]["AgreementParamOpenApi"][];
            /** @description What is bought */
            offering_infos: components["schemas"]["OfferingInfoV2OpenApi"][];
            /**
             * @description Pay at once
             * @default NO
             * @enum {string}
             */
            auto_pay: "YES" | "NO";
            /** @description Renew automatically */
            auto_renew?: number;
            /** @description JSON as text, further parameters */
            extend_params?: string;
        };
        BatchCreateOrderOpenApiRequest: {
            /** @description Orders to place */
            order_infos: components["schemas"]["OrderInfoV2OpenApi"][];
        };
        OrderResultOpenApi: {
            /** @description Order number */
            order_id?: string;
            /** @description The caller's id */
            request_id?: string;
        };
        BatchCreateOrderOpenApiResp: {
            /** @description Result code */
            error_code?: string;
            /** @description Result text */
            error_msg?: string;
            /** @description The orders placed */
            data?: components["schemas"]["OrderResultOpenApi"][];
        };
        BatchCancelOrderReqCce: {
            /** @description Order numbers */
            order_ids: string[];
        };
        BatchCancelOrderReqOpenApiReq: {
            cancel_order: components["schemas"]["BatchCancelOrderReqCce"];
        };
        BaseRsp: {
            /** @description Result code */
            error_code?: string;
            /**
             * @description Result text
             * @default success
             */
            error_msg: string;
        };
        OrderListQueryOpenApiReq: {
            /** @description Begin of the span */
            start_time: string;
            /** @description End of the span */
            end_time?: string;
            /** @description Size of a page */
            limit?: number;
            /** @description Records to skip, from 0 */
            offset?: number;
        };
        OrderInfoOpenApi: {
            /** @description Order number */
            order_id?: string;
            /** @description Order it goes back to */
            base_order_id?: string;
            /** @description Customer */
            customer_id?: string;
            /** @description Account name */
            customer_name?: string;
            /** @description Channel of the order */
            channel_code?: string;
            /** @description Service types */
            service_types?: string;
            /** @description State of the order */
            status?: number;
            /** @description Type of the order */
            order_type?: number;
            /**
             * Format: double
             * @description Amount, two decimals
             */
            order_amount?: number;
            /**
             * Format: double
             * @description Amount to pay, two decimals
             */
            order_payable_amount?: number;
            /**
             * Format: double
             * @description Amount paid, two decimals
             */
            order_actual_amount?: number;
            /**
             * Format: double
             * @description Amount after discounts
             */
            currency_after_discount?: number;
            /** @description Unit of the amounts */
            measure_id?: number;
            /** @description Time of ordering */
            create_time?: string;
            /** @description Time of payment */
            payment_time?: string;
            /** @description Time of the last change */
            update_time?: string;
        };
        OrderDataOpenApi: {
            /** @description Orders in the span */
            total_count?: number;
            /** @description One page of them */
            orders?: components["schemas"]["OrderInfoOpenApi"][];
        };
        OrderListQueryOpenApiResp: {
            /** @description Result code */
            error_code?: string;
            /** @description Result text */
            error_msg?: string;
            data?: components["schemas"]["OrderDataOpenApi"];
        };
        QueryOrderDetailOpenApiReq: {
            /** @description Order number */
            order_id: string;
        };
        OrderLineItemDataOpenApi: {
            /** @description Order number */
            order_id?: string;
            /** @description Line */
            order_line_item_id?: string;
            /** @description Offering */
            offering_id?: string;
            /** @description Name of the product */
            product_name?: string;
            /** @description How the line is charged */
            charging_mode?: string;
            /** @description Type of the period */
            period_type?: string;
            /** @description Number of periods */
            period_num?: string;
            /** @description Number of instances */
            subscription_num?: number;
            /** @description Amount after discounts */
            currency_after_discount?: string;
            /**
             * Format: double
             * @description Quantity of the specification
             */
            resource_size?: number;
            /** @description Unit of the quantity: 14 pieces or times, 15 Mbps, 17 GB, 58 channels */
            resource_measure_id?: number;
            /**
             * @description 1 fulfilled, 2 failed, 3 processing, 4 cancelled, 6 pending payment, 7 under review, 8 unsubscribed, 9 to be unsubscribed
             * @enum {integer}
             */
            status?: 1 | 2 | 3 | 4 | 6 | 7 | 8 | 9;
        };
        MainResourceInfoOpenApi: {
            /** @description Region */
            region_code?: string;
            /** @description Resource */
            resource_id?: string;
            /** @description Name of the resource */
            resource_name?: string;
        };
        ResourceTransactionLogOpenApi: {
            /** @description Entry */
            log_id?: string;
            /** @description Name of the action */
            action_name?: string;
            /** @description Name of the state */
            status_name?: string;
            /** @description Time */
            create_time?: string;
            /** @description Order number */
            order_id?: string;
            /** @description Line */
            order_line_item_id?: string;
            /** @description Resource */
            resource_id?: string;
        };
        AggregateResourceInfoOpenApi: {
            main_resource_info?: components["schemas"]["MainResourceInfoOpenApi"];
            /** @description What happened to it */
            resource_transaction_log?: components["schemas"]["ResourceTransactionLogOpenApi"][];
        };
        OrderDetailOpenApi: {
            /** @description Order number */
            order_id?: string;
            /** @description Order it goes back to */
            base_order_id?: string;
            /** @description Customer */
            customer_id?: string;
            /** @description Account name */
            customer_name?: string;
            /** @description Channel of the order */
            channel_code?: string;
            /** @description Service types */
            service_types?: string;
            /** @description State of the order */
            status?: number;
            /** @description Type of the order */
            order_type?: number;
            /**
             * Format: double
             * @description Amount, two decimals
             */
            order_amount?: number;
            /**
             * Format: double
             * @description Amount to pay, two decimals
             */
            order_payable_amount?: number;
            /**
             * Format: double
             * @description Amount paid, two decimals
             */
            order_actual_amount?: number;
            /**
             * Format: double
             * @description Amount after discounts
             */
            currency_after_discount?: number;
            /** @description Unit of the amounts */
            measure_id?: number;
            /** @description Time of ordering */
            create_time?: string;
            /** @description Time of payment */
            payment_time?: string;
            /** @description Time of the last change */
            update_time?: string;
            /** @description Lines */
            order_line_items?: components["schemas"]["OrderLineItemDataOpenApi"][];
            /** @description Resources */
            aggregate_resource_infos?: components["schemas"]["AggregateResourceInfoOpenApi"][];
        };
        QueryOrderDetailOpenApiResp: {
            /** @description Result code */
            error_code?: string;
            /** @description Result text */
            error_msg?: string;
            data?: components["schemas"]["OrderDetailOpenApi"];
        };
        QuerySaasInstanceOpenApiReq: {
            /** @description Resource */
            resource_id: string;
        };
        SaasInstanceAppInfoOpenApi: {
            /** @description Address for users */
            front_end_url?: string;
            /** @description Address for administrators */
            admin_url?: string;
            /** @description Administrator's account */
            user_name?: string;
            /** @description Administrator's first password */
            password?: string;
            /** @description Remarks */
            memo?: string;
            /** @description Further parameters, key and value */
            extend_params?: string;
        };
        SaaSInstanceInfoOpenApi: {
            /** @description Instance the seller gave out */
            instance_id?: string;
            /** @description Resource */
            resource_id?: string;
            app_info?: components["schemas"]["SaasInstanceAppInfoOpenApi"];
        };
        QuerySaasInstanceOpenApiResp: {
            /** @description Result code */
            error_code?: string;
            /** @description Result text */
            error_msg?: string;
            data?: components["schemas"]["SaaSInstanceInfoOpenApi"];
        };
        GetSubscriptionAgreementsOpenApiReq: {
            /** @description Offering */
            offering_id: string;
        };
        Agreement: {
            /** @description Agreement */
            agreement_id?: string;
            /** @description Version */
            version?: string;
            /** @description Name */
            name?: string;
            /** @description Language */
            language?: string;
            /** @description Address of the text */
            url?: string;
            /** @description The text */
            content?: string;
        };
        AgreementsData: {
            /** @description Agreements */
            agreements?: components["schemas"]["Agreement"][];
        };
        GetSubscriptionAgreementsResp: {
            /** @description Result code */
            error_code?: string;
            /** @description Result text */
            error_msg?: string;
            data?: components["schemas"]["AgreementsData"];
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
    QueryOrder: {
        parameters: {
            query: {
                /** @description Order number */
                orderId: string;
                /** @description One line of the order */
                orderLineId?: string;
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["QueryOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
        };
    };
    ActivateLicense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateLicenseRequest"];
            };
        };
        responses: {
            /** @description Activated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivateLicenseResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
        };
    };
    CheckLicenseHeartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckLicenseHeartbeatRequest"];
            };
        };
        responses: {
            /** @description State of the code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckLicenseHeartbeatResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
        };
    };
    BatchActivateLicense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchActivateLicenseRequest"];
            };
        };
        responses: {
            /** @description Activated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchActivateLicenseResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
        };
    };
    BatchCheckLicenseHeartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchCheckLicenseHeartbeatRequest"];
            };
        };
        responses: {
            /** @description State of the codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchCheckLicenseHeartbeatResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
        };
    };
    ReportSoftwareUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportSoftwareUsageRequest"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSoftwareUsageResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceError"];
                };
            };
        };
    };
    PushUsageData: {
        parameters: {
            query?: never;
            header: {
                /** @description Base64 of the HMAC */
                signature: string;
                /** @description UNIX time, milliseconds */
                ts: string;
                /** @description Random text, used once */
                nonce: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushUsageDataRequest"];
            };
        };
        responses: {
            /** @description Taken, with the faulty records listed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushUsageDataResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageError"];
                };
            };
        };
    };
    PushUsageDataLegacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushUsageDataLegacyRequest"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushUsageDataLegacyResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MktError"];
                };
            };
        };
    };
    UploadMarketEventFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Event */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadMarketEventFileForm"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadMarketEventFileResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadError"];
                };
            };
        };
    };
    ListDeployedObjects: {
        parameters: {
            query: {
                /** @description Asset */
                asset_id: string;
                /** @description Kind of deployed object */
                deployed_type: string;
                /** @description Region */
                region?: string;
                /** @description Version of the asset */
                asset_version?: string;
                /** @description Meaning not known */
                query_all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The objects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDeployedObjectsResponse"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CreateOrders: {
        parameters: {
            query?: never;
            header: {
                /** @description Transaction id; makes a repeated call harmless */
                "X-Service-Transaction-ID": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchCreateOrderOpenApiRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchCreateOrderOpenApiResp"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CancelOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchCancelOrderReqOpenApiReq"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseRsp"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderListQueryOpenApiReq"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderListQueryOpenApiResp"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowOrderDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryOrderDetailOpenApiReq"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryOrderDetailOpenApiResp"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowSaasInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuerySaasInstanceOpenApiReq"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuerySaasInstanceOpenApiResp"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowSubscriptionAgreements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetSubscriptionAgreementsOpenApiReq"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetSubscriptionAgreementsResp"];
                };
            };
            /** @description The request parameters are wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The permission is not sufficient. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
