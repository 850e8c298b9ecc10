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
}
