// Generated from specs/production-licence by `npm run types`. Do not edit.

export type paths = Record<string, never>;
export interface webhooks {
    getLicenseAsync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 异步申请License · Apply for a licence
         * @description Sent when a buyer applies for a licence of an instance. The same event and fingerprint get the same licence. The seller delivers it by uploading text or a file under the event's id.
         */
        post: operations["getLicenseAsync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        GetLicenseAsyncRequest: {
            /** @constant */
            activity: "getLicenseAsync";
            instanceId: string;
            /**
             * @description Begin of the licence in UTC, yyyy-MM-dd HH:mm:ss and a lower-case z
             * @example 2023-10-27 10:30:15 z
             */
            effectiveTime: string;
            /**
             * @description End of the licence in the same form. Needed for periodic products
             * @example 2024-10-27 10:30:15 z
             */
            expireTime?: string;
            /**
             * @description Business serial number of the marketplace; tells applications apart, together with the fingerprint, and the upload names it
             * @example 4f6e1d0c-7b2a-4c58-9e13-2d8a5b6c7f90
             */
            eventId: string;
            /** @description Device the licence is bound to */
            deviceFingerprint?: string;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLicenseAsync: {
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
                "application/json": components["schemas"]["GetLicenseAsyncRequest"];
            };
        };
        responses: {
            /** @description Taken up, or refused by result code */
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
