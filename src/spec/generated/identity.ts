// Generated from specs/identity by `npm run types`. Do not edit.

export interface paths {
    "/api/v1/oauth2/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OAuth获取授权码 · Get an authorization code
         * @description Opened in a browser. Somebody who is logged in is sent to redirect_uri with code and, unchanged, state; anybody else to the login page. A client or redirect_uri that is not registered is answered on the spot, never by a redirection.
         */
        get: operations["IssueOAuthAuthCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * OAuth获取、刷新Access Token · Get or refresh an access token
         * @description With grant_type=authorization_code exchanges a code, once; with grant_type=refresh_token gives a new access token (RenewOAuthToken in OneAccess). The client proves itself by client_id and client_secret in the form.
         */
        post: operations["IssueOAuthAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OAuth获取用户信息 · Show the user behind an access token
         * @description Tells who has logged in, and for which tenant.
         */
        get: operations["ShowUserInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OAuth登出 · Log out
         * @description Ends the session of the browser and sends it to redirect_url, or to the login page. Tokens stay valid; no page says otherwise.
         */
        get: operations["SingleLogout"];
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
        OauthError: {
            error: string;
            error_description?: string;
        };
        TokenForm: {
            /** @description Application credential. */
            client_id: string;
            /** @description Its secret, decrypted. */
            client_secret: string;
            /**
             * @description authorization_code or refresh_token.
             * @example refresh_token
             */
            grant_type: string;
            /** @description Authorization code, good for one exchange; needed with authorization_code. */
            code?: string;
            /** @description The address the code was sent to. */
            redirect_uri?: string;
            /** @description Refresh token of an earlier answer; needed with refresh_token. */
            refresh_token?: string;
        };
        TokenResponse: {
            /** @description Access token. */
            access_token: string;
            /**
             * @description How to send it.
             * @enum {string}
             */
            token_type: "Bearer";
            /**
             * Format: int64
             * @description Validity in seconds.
             * @example 7200
             */
            expires_in: number;
            /**
             * @description What the token is for.
             * @example get_user_info
             */
            scope?: string;
            /** @description For the next access token. One example lacks it. */
            refresh_token?: string;
        };
        UserInfo: {
            /** @description User id. */
            id?: string;
            /** @description User id. */
            userId?: string;
            /** @description The userName of authSync. */
            userName?: string;
            /** @description Name shown. */
            name?: string;
            /** @description Mail address. */
            email?: string;
            /** @description Mobile number. */
            mobile?: string;
            /**
             * @description Role in the tenant.
             * @enum {string}
             */
            role?: "user" | "admin";
            /** @description Department. */
            organizationName?: string;
            /** @description The orgCode of the department. */
            organizationCode?: string;
            /** @description Name of the tenant. */
            projectName?: string;
            /** @description Tenant id; the protocol page calls it the domainId of the enterprise. */
            tenant?: string;
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
    IssueOAuthAuthCode: {
        parameters: {
            query: {
                /** @description Application credential. */
                client_id: string;
                /** @description Registered address to go back to. */
                redirect_uri: string;
                /** @description Kind of answer. */
                response_type: "code";
                /** @description What the token is for. */
                scope?: string;
                /** @description Letters and digits, given back unchanged. */
                state?: string;
                /** @description Not the vendor's: userName of the person who logs in at once. */
                sandbox_user?: string;
            };
            header?: {
                /** @description The browser's session; that of the sandbox is called sandbox_login. */
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the application with a code, or to the login page */
            302: {
                headers: {
                    /**
                     * @description redirect_uri with code and state.
                     * @example https://example.com?code=z2Dk3Vq9bT&state=test
                     */
                    Location: string;
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
                    "application/json": components["schemas"]["OauthError"];
                };
            };
        };
    };
    IssueOAuthAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description Token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
        };
    };
    ShowUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfo"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
        };
    };
    SingleLogout: {
        parameters: {
            query?: {
                /** @description Where to go afterwards. */
                redirect_url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To redirect_url or the login page */
            302: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example https://example.com
                     */
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
