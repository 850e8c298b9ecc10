// Generated from specs/sts by `npm run types`. Do not edit.

export interface paths {
    "/v5/decode-authorization-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 解密鉴权失败的原因 · Decode the reason of a refusal
         * @description Turns the encoded_authorization_message of a refusal into JSON text. Mind the names: the services call the field encoded_authorization_message, this call encoded_message.
         */
        post: operations["DecodeAuthorizationMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v5/caller-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 获取调用者身份信息 · Tell who is calling
         * @description Names the account and the user or agency behind the access key.
         */
        get: operations["GetCallerIdentity"];
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
        DecodeAuthorizationMessageRequest: {
            /** @description Encoded message of a refusal. */
            encoded_message: string;
        };
        DecodeAuthorizationMessageResponse: {
            /** @description JSON as text: the context of the check and why it failed. */
            decoded_message: string;
        };
        StsError: {
            error_code: string;
            error_msg: string;
        };
        GetCallerIdentityResponse: {
            /** @description Account. */
            account_id: string;
            /** @description Full name of the user or agency. */
            principal_urn: string;
            /** @description Id of the user or agency. */
            principal_id: string;
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
    DecodeAuthorizationMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Security token of temporary keys. */
                "X-Security-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecodeAuthorizationMessageRequest"];
            };
        };
        responses: {
            /** @description Decoded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecodeAuthorizationMessageResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StsError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StsError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StsError"];
                };
            };
        };
    };
    GetCallerIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Security token of temporary keys. */
                "X-Security-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetCallerIdentityResponse"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StsError"];
                };
            };
        };
    };
}
