// Generated from specs/production by `npm run types`. Do not edit.

export type paths = Record<string, never>;
export interface webhooks {
    newInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 创建实例 · Open an instance
         * @description Sent after a purchase is paid. The request only names the order; the seller reads it with the order query, answers at once and opens the instance, in the background if need be: KooGallery then asks queryInstance until the instance shows. The same order line gets the instance made before, never another. A pay-per-use order may hold several metered products and is told apart by (orderId, productId), one call each. A variant of 2022 carried buyerInfo and orderInfo; it is not sent any more.
         */
        post: operations["newInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    queryInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询实例信息 · Ask for instances
         * @description Sent while a new instance is awaited, and each time a buyer opens the details of a resource. Up to 100 ids a call.
         */
        post: operations["queryInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    refreshInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更新实例 · Give an instance a new expiry
         * @description Sent when a trial becomes formal, after a renewal, when a renewal is taken back, and after a renewal with a change. The seller sets the expiry and answers; after a failure the buyer's service may be released.
         */
        post: operations["refreshInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    updateInstanceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更新实例状态 · Freeze or unfreeze an instance
         * @description FREEZE when a resource expires or breaks the rules, UNFREEZE after renewal or when the violation ends. Frozen data are kept for at most 15 days, in which the buyer can still renew.
         */
        post: operations["updateInstanceStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    releaseInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 释放实例 · Release an instance
         * @description Sent after the retention period and after an unsubscription. Releasing again succeeds; V1 says so, V2 is silent.
         */
        post: operations["releaseInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    upgradeInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 实例升级 · Upgrade or expand an instance
         * @description Sent after an upgrade is paid. The instance keeps its id; what it became stands in the new order, of type CHANGE.
         */
        post: operations["upgradeInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    changeInstanceCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 续费变更校验 · May this instance be changed?
         * @description Asked while a buyer prepares a renewal with a change. 000000 lets it pass; which code refuses is documented nowhere, so every other code does (inferred). The seller refuses when the buyer already uses more than the target offers.
         */
        post: operations["changeInstanceCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    orderNotify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 订单通知 · An order was made
         * @description Sent for every purchase, renewal, change and unsubscription within the scope a seller configured; once per order even if two scopes match, to the product's address before that of its access type. Not for images.
         */
        post: operations["orderNotify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    tenantSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 企业同步 · Synchronise a tenant
         * @description Sent when a seller creates an application credential and when a buyer binds the application. Adding or removing again succeeds; a removal does not ask whether the instance exists. After a failure the buyer decides about a retry.
         */
        post: operations["tenantSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    applicationSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用同步 · Synchronise an application
         * @description Follows tenantSync and hands over the OAuth client, its secret encrypted with the public key the seller gave. Debugging may encrypt any text.
         */
        post: operations["applicationSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    authSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用户授权同步 · Synchronise authorised users
         * @description Sent when a buyer authorises accounts and when a seller applies for a test account. Keyed by each user's name; the enterprise's administrator decides what follows a failure.
         */
        post: operations["authSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    singleOrgSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 部门增量同步 · Synchronise one department
         * @description Sent when a buyer changes a department after binding the application. Name and parent may change, the code does not.
         */
        post: operations["singleOrgSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    allOrgSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 部门全量同步 · Synchronise all departments
         * @description Sent with tenantSync and applicationSync: all departments of the tenant, flat. Repeats create nothing and succeed.
         */
        post: operations["allOrgSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    refreshLicenseCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更新授权码有效期 · Give a licence code a new expiry
         * @description Sent after the renewal of a yearly or monthly licence, and when a renewal is taken back. Optional for sellers.
         */
        post: operations["refreshLicenseCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    updateLicenseCodeStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更授权码状态 · Freeze or unfreeze a licence code
         * @description Sent when a licence has passed its expiry and grace, and after a late renewal. Optional for sellers.
         */
        post: operations["updateLicenseCodeStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    releaseLicenseCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 释放授权码 · Release a licence code
         * @description Sent after the retention period or an unsubscription. Optional for sellers.
         */
        post: operations["releaseLicenseCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description A paid purchase. Everything else about the order is fetched with the order query */
        NewInstanceRequest: {
            /** @constant */
            activity: "newInstance";
            /**
             * @description KooGallery's order
             * @example CS2211181819B4LVS
             */
            orderId: string;
            /**
             * @description Line of the order: its number and -000001
             * @example CS2211181819B4LVS-000001
             */
            orderLineId: string;
            /**
             * @description Different on every request, also when one is repeated
             * @example 87b94795-0603-4e24-8ae5-69420d60e3c8
             */
            businessId: string;
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        AppInfo: {
            /**
             * @description Address of the site for the buyer
             * @example https://www.isvwebsite.com
             */
            frontEndUrl: string;
            /** @description Address for administration */
            adminUrl?: string;
            /** @description Administrator's account in plain text */
            userName?: string;
            /** @description Administrator's first password in plain text */
            password?: string;
            /** @description Remarks. Chinese travels as \uXXXX escapes */
            memo?: string;
        };
        /** @description The instance that was opened, or will be */
        NewInstanceAnswer: {
            /**
             * @description 000000 opened at once, 000004 opened in the background; KooGallery polls queryInstance
             * @example 000000
             * @example 000004
             */
            resultCode: string;
            /**
             * @description Text for people
             * @example success
             */
            resultMsg?: string;
            /**
             * @description Unique everywhere; the businessId of the first request for the order is advised
             * @example 03pf80c2bae96vc49b80b917bea776d7
             */
            instanceId?: string;
            appInfo?: components["schemas"]["AppInfo"];
        };
        QueryInstanceRequest: {
            /** @constant */
            activity: "queryInstance";
            /**
             * @description Up to 100 instance ids, separated by commas
             * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
             */
            instanceId: string;
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        UsageInfo: {
            /** @description The pay-per-use instance a figure belongs to when a package is asked for */
            relatedInstanceId?: string;
            /**
             * Format: double
             * @description Running total of a pay-per-use instance, or what a package has used up
             * @example 12.5
             */
            usageValue: number;
            /**
             * @description yyyyMMddHHmmssSSS in UTC
             * @example 20221124023618256
             */
            statisticalTime: string;
            /** @description Page with the details */
            dashboardUrl?: string;
        };
        InstanceInfo: {
            instanceId: string;
            /** @description Where and how the buyer enters. Needed unless the buyer is told by message or mail */
            appInfo?: components["schemas"]["AppInfo"];
            /** @description Needed for pay-per-use instances and packages (mainland) */
            usageInfo?: components["schemas"]["UsageInfo"][];
        };
        QueryInstanceAnswer: {
            /** @example 000000 */
            resultCode: string;
            /** @example success. */
            resultMsg?: string;
            /**
             * @description How credentials are encrypted, as in V1; V2 sends them plain
             * @enum {string}
             */
            encryptType?: "1" | "2";
            /** @description One entry per instance asked for */
            info?: components["schemas"]["InstanceInfo"][];
        };
        /** @description A new date of expiry and what brought it about */
        RefreshInstanceRequest: {
            /** @constant */
            activity: "refreshInstance";
            /**
             * @description Trial made formal, renewal, renewal taken back, renewal with a change
             * @enum {string}
             */
            scene: "TRIAL_TO_FORMAL" | "RENEWAL" | "UNSUBSCRIBE_RENEWAL_PERIOD" | "RENEWAL_CHANGE";
            /**
             * @description The order that brought it about
             * @example CS2211181819B4LVS
             */
            orderId: string;
            /** @example CS2211181819B4LVS-000001 */
            orderLineId: string;
            instanceId: string;
            /**
             * @description Present when the kind of period changes or a trial becomes formal
             * @example OFFI461867333479178240
             */
            productId?: string;
            /**
             * @description New expiry, yyyyMMddHHmmss in UTC
             * @example 20221124023618
             */
            expireTime: string;
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        /** @description What every answer carries */
        Result: {
            /**
             * @description 000000 is success. Every other code is a failure
             * @example 000000
             */
            resultCode: string;
            /**
             * @description Text for people
             * @example success
             */
            resultMsg?: string;
        };
        UpdateInstanceStatusRequest: {
            /** @constant */
            activity: "updateInstanceStatus";
            instanceId: string;
            /**
             * @description FREEZE at expiry or violation. UNFREEZE after renewal or when the violation ends
             * @enum {string}
             */
            status: "FREEZE" | "UNFREEZE";
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        ReleaseInstanceRequest: {
            /** @constant */
            activity: "releaseInstance";
            instanceId: string;
            /** @description The unsubscription, when one is the cause */
            orderId?: string;
            orderLineId?: string;
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        UpgradeInstanceRequest: {
            /** @constant */
            activity: "upgradeInstance";
            /** @description Stays as it was */
            instanceId: string;
            /** @description The new order of type CHANGE */
            orderId: string;
            orderLineId: string;
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        /** @description Target product */
        ProductInfo: {
            productId: string;
            skuCode: string;
            productName: string;
            /** @description Quantity attribute */
            linearValue?: number;
        };
        ChangeInstanceCheckRequest: {
            /** @constant */
            activity: "changeInstanceCheck";
            instanceId: string;
            /** @description Target of the change */
            productInfo: components["schemas"]["ProductInfo"] | string;
            /**
             * @description 1 while debugging; absent and 0 mean real traffic
             * @enum {string}
             */
            testFlag?: "0" | "1";
        };
        /** @description An order was made. It names no event; orderType of the order query tells */
        OrderNotifyRequest: {
            /** @constant */
            activity: "orderNotify";
            /** @example CS2211181819B4LVS */
            orderId: string;
            /** @example CS2211181819B4LVS-000001 */
            orderLineId: string;
            /**
             * @description 1 while debugging, else 0; always present here
             * @default 0
             * @enum {string}
             */
            testFlag: "0" | "1";
        };
        TenantSyncRequest: {
            /** @description Empty while a credential is applied for or debugged */
            instanceId: string;
            /** @description Buyer's order. Empty while a credential is applied for or debugged */
            orderId: string;
            tenantId: string;
            /** @description Mark of the tenant that leads its users to their login */
            tenantCode: string;
            /** @description Name of the enterprise */
            name: string;
            /** @description Domain of the tenant at the identity centre, scheme included; base of the login calls */
            domainName: string;
            /**
             * Format: int32
             * @description 0 remove, 1 add, 2 modify (name and domain only)
             * @enum {integer}
             */
            flag: 0 | 1 | 2;
            /**
             * Format: int32
             * @description 0 production, 1 debugging
             * @enum {integer}
             */
            testFlag: 0 | 1;
            /**
             * @description yyyyMMddHHmmssSSS in UTC+8
             * @example 20220413093539534
             */
            timeStamp: string;
        };
        ApplicationSyncRequest: {
            /** @description Empty while a credential is applied for */
            instanceId: string;
            /** @description As in tenantSync */
            tenantId: string;
            /** @description Application credential. One product has one */
            appId: string;
            /** @description OAuth client */
            clientId: string;
            /** @description OAuth secret encrypted with the seller's public key */
            clientSecret: string;
            /**
             * Format: int32
             * @description 0 remove, 1 add, 2 modify
             * @enum {integer}
             */
            flag: 0 | 1 | 2;
            /**
             * Format: int32
             * @description 0 production, 1 debugging
             * @enum {integer}
             */
            testFlag: 0 | 1;
            /**
             * @description yyyyMMddHHmmssSSS in UTC+8
             * @example 20220413093539534
             */
            timeStamp: string;
        };
        AuthSyncUser: {
            /** @description Joint-operations account (联营账号) */
            userName: string;
            /** @description Name to show */
            name: string;
            /** @description Department */
            orgCode: string;
            /** @description Job title */
            position?: string;
            /** @description Staff number */
            employeeCode?: string;
            /**
             * Format: int32
             * @description 1 regular, 2 intern, 3 dispatched, 4 outsourced
             * @enum {integer}
             */
            employeeType?: 1 | 2 | 3 | 4;
            /**
             * @description Rights are granted by it
             * @enum {string}
             */
            role: "user" | "admin";
            /**
             * @description Text and not a boolean
             * @enum {string}
             */
            enable: "true" | "false";
            mobile?: string;
            email?: string;
            /** @description Length unknown */
            workPlace?: string;
            /** @description yyyy-MM-d in V1 */
            entryDate?: string;
            /** @description Holds workPlace entryDate and employeeType in V1 */
            extension?: Record<string, never>;
        };
        AuthSyncRequest: {
            /** @description Empty while a credential is applied for */
            instanceId: string;
            /** @description As in tenantSync */
            tenantId: string;
            /** @description As in applicationSync */
            appId: string;
            /** @description At most 500 users a call */
            userList: components["schemas"]["AuthSyncUser"][];
            /** @description yyyyMMddHHmmssSSS in UTC+8 */
            currentSyncTime: string;
            /**
             * Format: int32
             * @description 0 remove, 1 add, 2 modify, 3 withdraw the authorisation
             * @enum {integer}
             */
            flag: 0 | 1 | 2 | 3;
            /**
             * Format: int32
             * @description 0 production, 1 debugging
             * @enum {integer}
             */
            testFlag: 0 | 1;
            /**
             * @description yyyyMMddHHmmssSSS in UTC+8
             * @example 20220413093539534
             */
            timeStamp: string;
        };
        SingleOrgSyncRequest: {
            /** @description Empty while a credential is applied for */
            instanceId: string;
            tenantId: string;
            /** @description Department, unique in the tenant */
            orgCode: string;
            /** @description Unique in its level, may change */
            orgName: string;
            /** @description Department above, empty only at the top, may change */
            parentCode?: string;
            /**
             * Format: int32
             * @description 0 remove, 1 add, 2 modify
             * @enum {integer}
             */
            flag: 0 | 1 | 2;
            /**
             * Format: int32
             * @description 0 production, 1 debugging
             * @enum {integer}
             */
            testFlag: 0 | 1;
            /**
             * @description yyyyMMddHHmmssSSS in UTC+8
             * @example 20220413093539534
             */
            timeStamp: string;
        };
        OrgInfo: {
            orgCode: string;
            orgName: string;
            /** @description Empty for a department at the top */
            parentCode?: string;
        };
        AllOrgSyncRequest: {
            instanceId: string;
            tenantId: string;
            /** @description All departments, flat */
            orgInfoList: components["schemas"]["OrgInfo"][] | string;
            /**
             * Format: int32
             * @enum {integer}
             */
            flag?: 1;
            /**
             * Format: int32
             * @description 0 production, 1 debugging
             * @enum {integer}
             */
            testFlag: 0 | 1;
            /**
             * @description yyyyMMddHHmmssSSS in UTC+8
             * @example 20220413093539534
             */
            timeStamp: string;
        };
        RefreshLicenseCodeRequest: {
            /** @constant */
            activity: "refreshLicenseCode";
            /**
             * @description Renewal, or renewal taken back
             * @enum {string}
             */
            scene: "RENEWAL" | "UNSUBSCRIBE_RENEWAL_PERIOD";
            /** @description A new order */
            orderId: string;
            orderLineId: string;
            /** @description Licence code */
            license: string;
            /** @description Present when the kind of period changes */
            productId?: string;
            /**
             * @description yyyyMMddHHmmss
             * @example 20230523201932
             */
            expireTime: string;
            /**
             * @description 1 while debugging
             * @default 0
             * @enum {string}
             */
            testFlag: "0" | "1";
        };
        UpdateLicenseCodeStatusRequest: {
            /** @constant */
            activity: "updateLicenseCodeStatus";
            /** @description Licence code */
            license: string;
            /**
             * @description FREEZE after expiry and grace. UNFREEZE after renewal
             * @enum {string}
             */
            status: "FREEZE" | "UNFREEZE";
            /**
             * @description 1 while debugging
             * @default 0
             * @enum {string}
             */
            testFlag: "0" | "1";
        };
        ReleaseLicenseCodeRequest: {
            /** @constant */
            activity: "releaseLicenseCode";
            /** @description Licence code */
            license: string;
            /** @description The unsubscription, when one is the cause */
            orderId?: string;
            orderLineId?: string;
            /**
             * @description 1 while debugging
             * @default 0
             * @enum {string}
             */
            testFlag: "0" | "1";
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
    newInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInstanceRequest"];
            };
        };
        responses: {
            /** @description Opened, being opened, or refused by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInstanceAnswer"];
                };
            };
        };
    };
    queryInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryInstanceRequest"];
            };
        };
        responses: {
            /** @description What the seller knows about the instances */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryInstanceAnswer"];
                };
            };
        };
    };
    refreshInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshInstanceRequest"];
            };
        };
        responses: {
            /** @description The expiry is set, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    updateInstanceStatus: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateInstanceStatusRequest"];
            };
        };
        responses: {
            /** @description The state is set, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    releaseInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseInstanceRequest"];
            };
        };
        responses: {
            /** @description Released, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    upgradeInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpgradeInstanceRequest"];
            };
        };
        responses: {
            /** @description Upgraded, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    changeInstanceCheck: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeInstanceCheckRequest"];
            };
        };
        responses: {
            /** @description Allowed, or not */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    orderNotify: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderNotifyRequest"];
            };
        };
        responses: {
            /** @description Noted, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    tenantSync: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 in hex without an inner hash, compared without case
                 * @example fb406d4d6ab77b544006b3fefbd22c0f4ea4059fcfa02e89661cbc44a272da4d
                 */
                "x-sign": string;
                /**
                 * @description UNIX time in milliseconds as text. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                "x-timestamp": string;
                /**
                 * @description Random text, new for every call
                 * @example RLLUammMSInlrNWb
                 */
                "x-nonce": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantSyncRequest"];
            };
        };
        responses: {
            /** @description Taken over, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    applicationSync: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 in hex without an inner hash, compared without case
                 * @example fb406d4d6ab77b544006b3fefbd22c0f4ea4059fcfa02e89661cbc44a272da4d
                 */
                "x-sign": string;
                /**
                 * @description UNIX time in milliseconds as text. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                "x-timestamp": string;
                /**
                 * @description Random text, new for every call
                 * @example RLLUammMSInlrNWb
                 */
                "x-nonce": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationSyncRequest"];
            };
        };
        responses: {
            /** @description Taken over, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    authSync: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 in hex without an inner hash, compared without case
                 * @example fb406d4d6ab77b544006b3fefbd22c0f4ea4059fcfa02e89661cbc44a272da4d
                 */
                "x-sign": string;
                /**
                 * @description UNIX time in milliseconds as text. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                "x-timestamp": string;
                /**
                 * @description Random text, new for every call
                 * @example RLLUammMSInlrNWb
                 */
                "x-nonce": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthSyncRequest"];
            };
        };
        responses: {
            /** @description Taken over, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    singleOrgSync: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 in hex without an inner hash, compared without case
                 * @example fb406d4d6ab77b544006b3fefbd22c0f4ea4059fcfa02e89661cbc44a272da4d
                 */
                "x-sign": string;
                /**
                 * @description UNIX time in milliseconds as text. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                "x-timestamp": string;
                /**
                 * @description Random text, new for every call
                 * @example RLLUammMSInlrNWb
                 */
                "x-nonce": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SingleOrgSyncRequest"];
            };
        };
        responses: {
            /** @description Taken over, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    allOrgSync: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 in hex without an inner hash, compared without case
                 * @example fb406d4d6ab77b544006b3fefbd22c0f4ea4059fcfa02e89661cbc44a272da4d
                 */
                "x-sign": string;
                /**
                 * @description UNIX time in milliseconds as text. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                "x-timestamp": string;
                /**
                 * @description Random text, new for every call
                 * @example RLLUammMSInlrNWb
                 */
                "x-nonce": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllOrgSyncRequest"];
            };
        };
        responses: {
            /** @description Taken over, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    refreshLicenseCode: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshLicenseCodeRequest"];
            };
        };
        responses: {
            /** @description Done, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    updateLicenseCodeStatus: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateLicenseCodeStatusRequest"];
            };
        };
        responses: {
            /** @description Done, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    releaseLicenseCode: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in hex, compared without case
                 * @example e6329908f54b24fc42060ccb9553b83f58ce85ef15d506caa7e6e694f6bcde8e
                 */
                signature: string;
                /**
                 * @description UNIX time in milliseconds. More than 60 s away from now is refused
                 * @example 1680508066618
                 */
                timestamp: number;
                /**
                 * @description Random text, new for every call; keep it to notice replays
                 * @example RLLUammMSInlrNWb
                 */
                nonce: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseLicenseCodeRequest"];
            };
        };
        responses: {
            /** @description Done, or a refusal by result code */
            200: {
                headers: {
                    /** @description Signature of the answer as in V1; tolerated, see the setting answerBodySign */
                    "Body-Sign"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
}
