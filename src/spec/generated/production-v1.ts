// Generated from specs/production-v1 by `npm run types`. Do not edit.

export type paths = Record<string, never>;
export interface webhooks {
    newInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 新购商品 · Open an instance
         * @description Sent after a purchase is paid, again whenever a buyer opens the details of the resource, and with acceptanceTime when a product opens on acceptance. The same order gets the instance made before; a pay-per-use order is told apart by (orderId, productId), one call and one instance each.
         */
        get: operations["newInstance"];
        put?: never;
        post?: never;
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
        /**
         * 商品续费 · Renew an instance, or make a trial formal
         * @description Sent after a renewal, when a trial becomes formal, and when a renewal is cancelled (退续费). The instance tells which; the order is a new one.
         */
        get: operations["refreshInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    expireInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 商品过期 · An instance expired
         * @description Sent when an instance expires; the seller freezes it. A repeat succeeds without doing it again.
         */
        get: operations["expireInstance"];
        put?: never;
        post?: never;
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
        /**
         * 商品资源释放 · Release an instance
         * @description Sent after the retention period and after an unsubscription. A repeat succeeds without doing it again.
         */
        get: operations["releaseInstance"];
        put?: never;
        post?: never;
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
        /**
         * 商品升级 · Upgrade an instance
         * @description Sent after an upgrade or expansion is paid. The instance keeps its id, the order is a new one. An expansion alone keeps skuCode and productId.
         */
        get: operations["upgradeInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    instanceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 资源状态变更 · The state of a resource changed
         * @description Sent for pay-per-use products and packages: FREEZE freezes an instance, NORMAL gives it back. The mainland page words it for products charged by period and yet asks for the id of a pay-per-use instance.
         */
        get: operations["instanceStatus"];
        put?: never;
        post?: never;
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
        /**
         * 查询实例信息 · Ask for instances
         * @description Mandatory for pay-per-use products and packages, optional for the others.
         */
        get: operations["queryInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    getLicense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 获取License · Get a licence
         * @description Sent when a buyer has handed in an identification code of a system or device. Idempotent on the order. The code is the value of the first element of saasExtendParams. The rows after amount are those that a public seller reads and signs.
         */
        get: operations["getLicense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    refreshLicense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * License续费 · Renew a licence, or make a trial formal
         * @description Sent once after a renewal of a licence by identification code, and when its trial becomes formal. The order is a new one; the instance is the one that getLicense answered.
         */
        get: operations["refreshLicense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    expireLicense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * License过期 · A licence expired
         * @description Sent when a licence by identification code expires. The page names the activity; the parameters are those of its siblings.
         */
        get: operations["expireLicense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    releaseLicense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * License释放 · Release a licence
         * @description Sent after an unsubscription or at the end of a licence.
         */
        get: operations["releaseLicense"];
        put?: never;
        post?: never;
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
         * 租户信息同步 · Synchronise a tenant
         * @description The first form of the call: it adds and removes, and cannot modify.
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
         * @description The first form of the call: it adds and removes, and cannot modify.
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
         * @description The first form of the call: userList is JSON text, and nothing can be withdrawn.
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
         * @description As in V2, signed the old way.
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
         * @description The first form of the call: orgInfo is JSON text and names a department by name.
         */
        post: operations["allOrgSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AppInfo: {
            /**
             * @description Address of the site for the buyer
             * @example https://www.isvwebsite.com
             */
            frontEndUrl: string;
            /** @description Address for administration */
            adminUrl?: string;
            /** @description Administrator's account, encrypted as encryptType says */
            userName?: string;
            /** @description Administrator's first password, encrypted as encryptType says */
            password?: string;
            /** @description Remarks. Chinese travels as \uXXXX escapes */
            memo?: string;
        };
        NewInstanceAnswer: {
            /** @example 000000 */
            resultCode: string;
            /**
             * @description Text for people
             * @example success.
             */
            resultMsg?: string;
            /**
             * @description 1 AES256_CBC_PKCS5Padding, 2 AES128_CBC_PKCS5Padding
             * @default 1
             * @enum {string}
             */
            encryptType: "1" | "2";
            /** @description The same for every repeat of an order */
            instanceId?: string;
            appInfo?: components["schemas"]["AppInfo"];
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
            appInfo?: components["schemas"]["AppInfo"];
            usageInfo?: components["schemas"]["UsageInfo"][];
        };
        QueryInstanceAnswer: {
            /** @example 000000 */
            resultCode: string;
            /** @example success. */
            resultMsg?: string;
            /**
             * @description 1 AES256_CBC_PKCS5Padding, 2 AES128_CBC_PKCS5Padding
             * @default 1
             * @enum {string}
             */
            encryptType: "1" | "2";
            /** @description One entry per instance asked for */
            info?: components["schemas"]["InstanceInfo"][];
        };
        GetLicenseAnswer: {
            /** @example 000000 */
            resultCode: string;
            /** @example success. */
            resultMsg: string;
            /** @description Early products leave it empty, new ones fill it */
            instanceId?: string;
            /** @description The licence. Its length is not documented */
            license?: string;
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
             * @description 0 remove, 1 add
             * @enum {integer}
             */
            flag: 0 | 1;
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
             * @description 0 remove, 1 add
             * @enum {integer}
             */
            flag: 0 | 1;
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
        AuthSyncRequest: {
            /** @description Empty while a credential is applied for */
            instanceId: string;
            /** @description As in tenantSync */
            tenantId: string;
            /** @description As in applicationSync */
            appId: string;
            /** @description JSON text of an array of at most 500 AuthSyncUser */
            userList: string;
            /** @description yyyyMMddHHmmssSSS in UTC+8 */
            currentSyncTime: string;
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
        AllOrgSyncRequest: {
            instanceId: string;
            tenantId: string;
            /** @description JSON text of an array of departments {orgCode, name, parentCode}, flat */
            orgInfo: string;
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
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example newInstance */
                activity: "newInstance";
                /**
                 * @description Buyer's account id
                 * @example 68cbc86abc2018ab880d92f36422fa0e
                 */
                customerId: string;
                /**
                 * @description Buyer's account name
                 * @example huaiweitest
                 */
                customerName?: string;
                /** @description IAM user, only where the product asks for it and not for assets made after 2025-10-25 */
                userId?: string;
                /** @description Name of that user, same rule */
                userName?: string;
                /** @description Encrypted: 16 characters of IV and base64 */
                mobilePhone?: string;
                /** @description Encrypted: 16 characters of IV and base64 */
                email?: string;
                /**
                 * @description Different on every request
                 * @example 61e834ba-7b97-4418-b8f7-e5345137278c
                 */
                businessId: string;
                /** @example CS1906666666ABCDE */
                orderId: string;
                /**
                 * @description Specification, the same for all periods
                 * @example d0abcd12-1234-5678-ab90-11ab012aaaa1
                 */
                skuCode?: string;
                /**
                 * @description One for each kind of period of a specification
                 * @example 00301-666666-0--0
                 */
                productId: string;
                /** @description A trial order */
                trialFlag?: string;
                /** @description yyyyMMddHHmmss in UTC, an estimate; periodic products and packages only */
                expireTime?: string;
                /** @description 0 pay-per-use, 1 periodic, 3 one-time, 5 pay-per-use package */
                chargingMode?: 0 | 1 | 3 | 5;
                periodType?: "year" | "month";
                periodNumber?: number;
                /**
                 * @description What was paid
                 * @example 100.00
                 */
                orderAmount?: string;
                /** @description Extension parameters: a JSON array of name and value, in Base64 (setting saasExtendParamsForm), at most three of a product. The signature covers the Base64 text */
                saasExtendParams?: string;
                /** @description Way of opening: at the purchase without supervision, after acceptance with it. Its numbers are not documented */
                provisionType?: string;
                /** @description yyyyMMddHHmmssSSS; when the buyer accepted, the start of charging */
                acceptanceTime?: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Opened, being opened, or refused by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInstanceAnswer"];
                };
            };
        };
    };
    refreshInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example refreshInstance */
                activity: "refreshInstance";
                /**
                 * @description A new order
                 * @example HWS001014ED483AA1E8
                 */
                orderId: string;
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /** @description Changes with the kind of period; debugging tries it empty as well */
                productId?: string;
                /**
                 * @description New expiry, yyyyMMddHHmmss in UTC
                 * @example 20180725000000
                 */
                expireTime: string;
                /** @description 1 when a trial becomes formal, else absent */
                trialToFormal?: "1";
                /** @description Periodic products only */
                periodType?: "year" | "month";
                periodNumber?: number;
                /** @description What was paid, in yuan (international: US dollars); negative when a renewal is cancelled */
                orderAmount?: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expiry is set, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    expireInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example expireInstance */
                activity: "expireInstance";
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /**
                 * @description The order of the purchase
                 * @example CS1906666666ABCDE
                 */
                orderId: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Frozen, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example releaseInstance */
                activity: "releaseInstance";
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /**
                 * @description The original purchase
                 * @example CS1906666666ABCDE
                 */
                orderId: string;
                orderAmount?: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Released, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /**
                 * @description V2.0 alone says upgradeInstance
                 * @example upgrade
                 */
                activity: "upgrade";
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /**
                 * @description A new order
                 * @example CS1906666667ABCDE
                 */
                orderId: string;
                /**
                 * @description Specification to change to
                 * @example d0abcd12-1234-5678-ab90-11ab012aaaa1
                 */
                skuCode: string;
                /** @example 00301-666667-0--0 */
                productId: string;
                /** @description Quantity after the change */
                amount?: number;
                /** @description Disk size in GB */
                diskSize?: number;
                /** @description Bandwidth in Mbit/s */
                bandWidth?: number;
                /** @description Extension parameters: a JSON array of name and value, in Base64 (setting saasExtendParamsForm), at most three of a product. The signature covers the Base64 text */
                saasExtendParams?: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Upgraded, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    instanceStatus: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example instanceStatus */
                activity: "instanceStatus";
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                instanceStatus: "FREEZE" | "NORMAL";
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state is set, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    queryInstance: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example queryInstance */
                activity: "queryInstance";
                /** @description Up to 100 instance ids, separated by commas (%2C) */
                instanceId: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the seller knows about the instances */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryInstanceAnswer"];
                };
            };
        };
    };
    getLicense: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example getLicense */
                activity: "getLicense";
                /** @example 68cbc86abc2018ab880d92f36422fa0e */
                customerId: string;
                /** @example huaiweitest */
                customerName?: string;
                /**
                 * @description Different on every request
                 * @example 61e834ba-7b97-4418-b8f7-e5345137278c
                 */
                businessId: string;
                /** @example CS1906666666ABCDE */
                orderId: string;
                skuCode?: string;
                /** @example 00301-666666-0--0 */
                productId: string;
                /** @description yyyyMMddHHmmss, periodic products only */
                expireTime?: string;
                /** @description Periodic products only */
                periodType?: "year" | "month";
                /** @description Quantity; not sent, as skuCode */
                amount?: number;
                /** @description 1 periodic, 3 one-time */
                chargingMode?: 1 | 3;
                periodNumber?: number;
                /** @description Way of opening (setting licenceProvisionType) */
                provisionType?: string;
                /** @description Base64 of a JSON array; the value of its first element is the identification code */
                saasExtendParams?: string;
                /** @description IAM user who bought */
                userId?: string;
                userName?: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The licence, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetLicenseAnswer"];
                };
            };
        };
    };
    refreshLicense: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example refreshLicense */
                activity: "refreshLicense";
                /**
                 * @description A new order
                 * @example CS1906666668ABCDE
                 */
                orderId: string;
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /** @description Changes with the kind of period */
                productId?: string;
                /**
                 * @description New expiry, yyyyMMddHHmmss
                 * @example 20210727153156
                 */
                expireTime: string;
                periodType?: "year" | "month";
                periodNumber?: number;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expiry is set, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    expireLicense: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example expireLicense */
                activity: "expireLicense";
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /**
                 * @description The purchase, as in expireInstance
                 * @example CS1906666666ABCDE
                 */
                orderId?: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Expired, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
    releaseLicense: {
        parameters: {
            query: {
                /**
                 * @description HMAC-SHA256 in base64 over all other parameters, URL-encoded on the way
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
                /**
                 * @description yyyyMMddHHmmssSSS in UTC; part of the key that signs
                 * @example 20200727073711903
                 */
                timeStamp: string;
                /** @example releaseLicense */
                activity: "releaseLicense";
                /**
                 * @description The purchase
                 * @example CS1906666666ABCDE
                 */
                orderId: string;
                /** @example 03pf80c2bae96vc49b80b917bea776d7 */
                instanceId: string;
                /** @description 1 while debugging, else absent (older copies: 0) */
                testFlag?: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Released, or a refusal by result code */
            200: {
                headers: {
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over the members of the body that are not blank
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
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
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over the members of the body that are not blank
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
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
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over the members of the body that are not blank
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
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
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over the members of the body that are not blank
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
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
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
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
                 * @description HMAC-SHA256 in base64 over the members of the body that are not blank
                 * @example rjND+EtzdPJCNyqrLt/LHR3JrNBZA/GGJbgOmLk2tqE=
                 */
                authToken: string;
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
                    /**
                     * @description Signature of the raw body, quotes included; the name counts with its case
                     * @example sign_type="HMAC-SHA256", signature="MTRk2q83clWO4HHLQUfXiUtDjSMcNYXSL1bfbmtOrjc="
                     */
                    "Body-Sign": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
        };
    };
}
