// Generated from specs/console by `npm run types`. Do not edit.

export interface paths {
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
         * @description Sets the address of one interface, for one product or for all of a seller that have none of their own. The same use and product again changes the address, and it has to be debugged anew. Addresses of order notification are added beside each other: which orders go where is said by SetNotification. The vendor wants https, a domain name and a public place (koogallery.md 1); a sandbox is there for http://localhost, so the answer only warns, unless the setting console.strictAddresses says otherwise.
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
         * @description Takes note that the calls of the debugging page went well (调测并保存用例). Until the sandbox makes these calls itself, this is said by hand. Needs an address: SetAddress.
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
         * @description Chooses whose orders are told to an address: of access types (按接入类型), of products (按商品), or of both. It takes effect at once. The address must have been debugged; an access type or product is bound to one address only; images are never notified. All of it is bound, or nothing. Needs an address of notification: SetAddress, NoteDebugged.
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
         * @description Which address an order is told to when it comes about: that of its product, else that of its access type, and never both. Purchases, renewals, changes and unsubscriptions are notified.
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
        /** @description Orders of what are told to which address (订单通知). */
        NotificationRule: {
            id: string;
            addressId: string;
            /**
             * @description 接入类型.
             * @enum {string}
             */
            accessType?: "saas" | "licence" | "licence-v1" | "image" | "hardware" | "manual-service" | "api" | "orchestration" | "data-file";
            productId?: string;
            /** Format: date-time */
            createdAt: string;
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
                    /** @description One product; absent = all. */
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
                    accessTypes?: ("saas" | "licence" | "licence-v1" | "image" | "hardware" | "manual-service" | "api" | "orchestration" | "data-file")[];
                    /** @description Products, by their ids. */
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
}
