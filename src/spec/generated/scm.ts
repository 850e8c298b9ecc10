// Generated from specs/scm by `npm run types`. Do not edit.

export interface paths {
    "/v3/scm/certificates/{cert_id}/unsubscribe": {
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
         * 退订证书 · Unsubscribe a certificate
         * @description Gives a certificate back. Too soon after the purchase it is refused with SCM.0016 and succeeds later.
         */
        delete: operations["UnsubscribeCertificate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/scm/certificates/buy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 购买SSL证书 · Buy certificates
         * @description Orders one or more certificates. The order is paid at once when is_auto_pay is true.
         */
        post: operations["SubscribeCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/scm/certificates/{certificate_id}/cancel-cert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回证书申请 · Withdraw an application
         * @description Takes back the application for a certificate that has not been issued yet. The certificate stays paid for.
         */
        post: operations["CancelCertificateRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/scm/certificates/{certificate_id}": {
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
         * 删除证书 · Delete a certificate
         * @description Removes a certificate from the account's list.
         */
        delete: operations["DeleteCertificate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        UnsubscribeCertificateResponse: {
            /**
             * @description Outcome.
             * @example SUCCESS
             */
            unsubscribe_results: string;
        };
        ScmError: {
            error_code?: string;
            error_msg?: string;
        };
        SubscribeCertificateRequest: {
            /**
             * @description Brand.
             * @enum {string}
             */
            cert_brand: "GEOTRUST" | "GLOBALSIGN" | "SYMANTEC" | "CFCA" | "TRUSTASIA" | "VTRUS";
            /**
             * @description Kind of validation.
             * @enum {string}
             */
            cert_type: "DV_SSL_CERT" | "DV_SSL_CERT_BASIC" | "EV_SSL_CERT" | "EV_SSL_CERT_PRO" | "OV_SSL_CERT" | "OV_SSL_CERT_PRO";
            /**
             * @description One domain, several or a wildcard.
             * @enum {string}
             */
            domain_type: "SINGLE_DOMAIN" | "MULTI_DOMAIN" | "WILDCARD";
            /** @description Years. */
            effective_time: number;
            /** @description Number of domains. */
            domain_numbers: number;
            /**
             * Format: int32
             * @description Number of certificates.
             */
            order_number: number;
            /**
             * @description Consent to the privacy terms; without it nothing is sold.
             * @enum {boolean}
             */
            agree_privacy_protection: true;
            /** @description True pays the order at once. */
            is_auto_pay?: boolean;
            /** @description Enterprise project: an id, 0 or all. */
            enterprise_project_id?: string;
            /** @description Order to join, for combined purchases only. */
            order_id?: string;
            /**
             * @description Kind of the main domain of several.
             * @enum {string}
             */
            primary_domain_type?: "SINGLE_DOMAIN" | "WILDCARD_DOMAIN";
            /** @description Further single domains. */
            single_domain_number?: number;
            /** @description Further wildcard domains. */
            wildcard_domain_number?: number;
            /** @description Labels. */
            tags?: Record<string, never>[];
        };
        SubscribeCertificateResponse: {
            /**
             * @description Number of the order.
             * @example CS1803192259ROA8U
             */
            order_id: string;
            /** @description Certificates ordered. */
            cert: {
                /** @example scs1481110651012 */
                cert_id: string;
            }[];
        };
        CancelCertificateResponse: {
            /**
             * @description Certificate.
             * @example scs1481110651012
             */
            cert_id: string;
            /**
             * @description Outcome.
             * @example success
             */
            message: string;
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
    UnsubscribeCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description Certificate such as scs1481110651012. */
                cert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unsubscribed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsubscribeCertificateResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
        };
    };
    SubscribeCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeCertificateRequest"];
            };
        };
        responses: {
            /** @description Ordered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscribeCertificateResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
        };
    };
    CancelCertificateRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description Certificate such as scs1481110651012. */
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelCertificateResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
        };
    };
    DeleteCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description Certificate such as scs1481110651012. */
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
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
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScmError"];
                };
            };
        };
    };
}
