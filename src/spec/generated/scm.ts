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
    "/v3/scm/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询证书列表 · List certificates
         * @description The caller's certificates, those paid last first unless another order is asked for.
         */
        get: operations["ListCertificates"];
        put?: never;
        post?: never;
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
        /**
         * 获取证书详情 · Show a certificate
         * @description One certificate with its state. A tool that has just bought one waits here until it is PAID. That an unpaid or unsubscribed certificate is not found is inferred.
         */
        get: operations["ShowCertificate"];
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
    "/v3/scm/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询所有标签列表 · List all tags
         * @description Every key with its values, over all certificates of the caller.
         */
        get: operations["ListAllTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/scm/{resource_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 根据证书ID查询标签列表 · List the tags of a certificate
         * @description Tags of one certificate.
         */
        get: operations["ListTagsByCertificate"];
        put?: never;
        /**
         * 创建标签 · Add a tag
         * @description Adds one tag to a certificate. A key that is there gets the new value (inferred).
         */
        post: operations["CreateCertificateTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/scm/{resource_id}/tags/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量创建或删除标签 · Add or remove tags
         * @description Adds or removes several tags of a certificate. A removal that names a value removes only that one (inferred).
         */
        post: operations["BatchCreateOrDeleteTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/scm/{resource_instances}/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 根据标签查询证书列表 · Find certificates by tags
         * @description Certificates whose tags fit; an empty list of values means any value.
         */
        post: operations["ListCertificatesByTag"];
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
        ResourceTag: {
            /** @description Key. */
            key: string;
            /** @description Value. */
            value?: string;
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
            /** @description Tags of the certificates. */
            tags?: components["schemas"]["ResourceTag"][];
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
        /**
         * @description PAID: paid, not applied for. ISSUED: issued. The others are stations of an application, a revocation or an upload.
         * @enum {string}
         */
        CertificateStatus: "PAID" | "ISSUED" | "CHECKING" | "CANCELCHECKING" | "UNPASSED" | "EXPIRED" | "REVOKING" | "CANCLEREVOKING" | "REVOKED" | "UPLOAD" | "SUPPLEMENTCHECKING" | "CANCELSUPPLEMENTING";
        CertificateDetail: {
            /** @description Certificate. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Domain it is bound to. */
            domain: string;
            /** @description Further domains. */
            sans: string;
            /** @description Algorithm of its signature. */
            signature_algorithm: string;
            /** @description Whether it can be deployed. */
            deploy_support: boolean;
            /** @description Kind of validation. */
            type: string;
            /** @description Brand. */
            brand: string;
            /** @description End of validity; empty before it is issued. */
            expire_time: string;
            /**
             * @description Kind of domain.
             * @enum {string}
             */
            domain_type: "SINGLE_DOMAIN" | "WILDCARD" | "MULTI_DOMAIN";
            /**
             * Format: int32
             * @description Validity in months.
             */
            validity_period: number;
            status: components["schemas"]["CertificateStatus"];
            /**
             * Format: int32
             * @description Domains it can be bound to.
             */
            domain_count: number;
            /**
             * Format: int32
             * @description Wildcard domains it can be bound to.
             */
            wildcard_count: number;
            /** @description Free text. */
            description: string;
            /** @description Enterprise project; 0 for the default one. */
            enterprise_project_id: string;
        };
        ListCertificatesResponse: {
            /**
             * Format: int32
             * @description Certificates found.
             */
            total_count: number;
            /** @description This page. */
            certificates: components["schemas"]["CertificateDetail"][];
        };
        ShowCertificateResponse: {
            /** @description Certificate. */
            id?: string;
            status?: components["schemas"]["CertificateStatus"];
            /** @description Order of its purchase. */
            order_id?: string;
            /** @description Name. */
            name?: string;
            /** @description Kind of validation. */
            type?: string;
            /** @description Brand. */
            brand?: string;
            /**
             * @description Whether it can be pushed to other services.
             * @example ON
             * @example OFF
             */
            push_support?: string;
            /** @description Why it was revoked. */
            revoke_reason?: string;
            /** @description Algorithm of its signature. */
            signature_algorithm?: string;
            /** @description When it was issued; empty before. */
            issue_time?: string;
            /** @description Begin of validity; empty before. */
            not_before?: string;
            /** @description End of validity; empty before. */
            not_after?: string;
            /**
             * Format: int32
             * @description Validity in months.
             */
            validity_period?: number;
            /** @description How the domain is checked: DNS, FILE or EMAIL. */
            validation_method?: string;
            /**
             * @description Kind of domain.
             * @enum {string}
             */
            domain_type?: "SINGLE_DOMAIN" | "WILDCARD" | "MULTI_DOMAIN";
            /**
             * @description Kind of the main domain, where there are several.
             * @enum {string}
             */
            multi_domain_type?: "primary_single" | "primary_wildcard";
            /** @description Domain it is bound to. */
            domain?: string;
            /** @description Further domains. */
            sans?: string;
            /**
             * Format: int32
             * @description Domains it can be bound to.
             */
            domain_count?: number;
            /**
             * Format: int32
             * @description Further domains it can be bound to.
             */
            wildcard_count?: number;
            /** @description SHA-1 fingerprint. Not given here: no certificate is made. */
            fingerprint?: string;
            /** @description Enterprise project; 0 for the default one. */
            enterprise_project_id?: string;
            /** @description Proofs of the domain. */
            authentification?: {
                record_name?: string;
                record_type?: string;
                record_value?: string;
                domain?: string;
            }[];
        };
        TagValues: {
            /** @description Key. */
            key?: string;
            /** @description Values. */
            values?: string[];
        };
        ListAllTagsResponse: {
            /** @description Tags of all certificates. */
            tags?: components["schemas"]["TagValues"][];
        };
        ListTagsByCertificateResponse: {
            /** @description Tags of the certificate. */
            tags?: components["schemas"]["ResourceTag"][];
        };
        CreateCertificateTagRequest: {
            tag: components["schemas"]["ResourceTag"];
        };
        BatchTagsRequest: {
            /**
             * @description What to do.
             * @enum {string}
             */
            action: "create" | "delete";
            /** @description Tags. */
            tags?: components["schemas"]["ResourceTag"][];
        };
        ListCertificatesByTagRequest: {
            /** @description Only certificates without any tag; the tag lists are ignored then. */
            without_any_tag?: boolean;
            /** @description All of these. */
            tags?: components["schemas"]["TagValues"][];
            /** @description Any of these. */
            tags_any?: components["schemas"]["TagValues"][];
            /** @description Not all of these. */
            not_tags?: components["schemas"]["TagValues"][];
            /** @description None of these. */
            not_tags_any?: components["schemas"]["TagValues"][];
            /**
             * Format: int32
             * @description Entries of a page.
             * @default 10
             * @enum {integer}
             */
            limit: 10 | 20 | 50;
            /**
             * Format: int32
             * @description Entries to skip.
             * @default 0
             */
            offset: number;
            /**
             * @description List them, or count only.
             * @default filter
             * @enum {string}
             */
            action: "filter" | "count";
            /** @description Searches in names. */
            matches?: {
                /** @enum {string} */
                key: "resource_name";
                value?: string;
            }[];
        };
        /** @description The certificate that carries the tags. */
        TaggedCertificate: {
            /** @description Certificate. */
            cert_id?: string;
            /** @description Its name. */
            cert_name?: string;
            /** @description Domain it is bound to. */
            domain?: string;
            /** @description Kind of validation. */
            cert_type?: string;
            /** @description Brand. */
            cert_brand?: string;
            /**
             * @description Kind of domain.
             * @enum {string}
             */
            domain_type?: "SINGLE_DOMAIN" | "MULTI_DOMAIN" | "WILDCARD";
            /**
             * Format: int32
             * @description Validity in years.
             */
            purchase_period?: number;
            /** @description End of validity, milliseconds; empty before it is issued. */
            expired_time?: string;
            /** @description State of the certificate. */
            order_status?: string;
            /**
             * Format: int32
             * @description Domains it can be bound to.
             */
            domain_num?: number;
            /**
             * Format: int32
             * @description Wildcard domains it can be bound to.
             */
            wildcard_number?: number;
            /** @description Further domains. */
            sans?: string;
            /** @description Free text. */
            cert_des?: string;
            /** @description Algorithm of its signature. */
            signature_algorithm?: string;
            /** @description Why its application failed. */
            fail_reason?: string;
            /** @description Serial number of the order. */
            partner_order_id?: string;
            /** @description Whether it can be pushed to other services. */
            push_support?: boolean;
            /** @description When it was issued, milliseconds; empty before. */
            cert_issued_time?: string;
            /** @description Its resource. */
            resource_id?: string;
            /** @description Whether it can be given back. */
            unsubscribe_support?: boolean;
            /** @description Enterprise project; 0 for the default one. */
            enterprise_project_id?: string;
            /** @description First certificate of a row of renewals. */
            origin_cert_id?: string;
            /** @description Certificate bought as a renewal. */
            renewal_cert_id?: string;
            /**
             * Format: int32
             * @description State of automatic renewal.
             */
            auto_renew_status?: number;
            /**
             * Format: int32
             * @description Certificates left of several years.
             */
            remain_cert_number?: number;
            /** @description Whether it can be deployed by itself. */
            auto_deploy_support?: boolean;
        };
        ListCertificatesByTagResponse: {
            /**
             * Format: int32
             * @description Certificates found.
             */
            total_count?: number;
            /** @description This page; absent when only counted. */
            resources?: {
                /** @description Certificate. */
                resource_id?: string;
                /** @description Its name. */
                resource_name?: string;
                /** @description Its tags. */
                tags?: components["schemas"]["ResourceTag"][];
                resource_detail?: components["schemas"]["TaggedCertificate"];
            }[];
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
    ListCertificates: {
        parameters: {
            query?: {
                /** @description Entries of a page. */
                limit?: 10 | 20 | 50;
                /** @description Entries to skip. */
                offset?: number;
                /** @description Direction. */
                sort_dir?: "ASC" | "DESC";
                /** @description What to sort by. */
                sort_key?: "certExpiredTime" | "certStatus" | "certUpdateTime";
                /** @description Only certificates in this state. */
                status?: "ALL" | "PAID" | "ISSUED" | "CHECKING" | "CANCELCHECKING" | "UNPASSED" | "EXPIRED" | "REVOKING" | "REVOKED" | "UPLOAD" | "CHECKING_ORG" | "ISSUING" | "SUPPLEMENTCHECKING";
                /** @description Enterprise project: an id, 0 or all. */
                enterprise_project_id?: string;
                /** @description Only those that can, or cannot, be deployed. */
                deploy_support?: boolean;
                /** @description True leaves out what others share with the caller. */
                owned_by_self?: boolean;
            };
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCertificatesResponse"];
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
    ShowCertificate: {
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
            /** @description The certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowCertificateResponse"];
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
    ListAllTags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All tags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAllTagsResponse"];
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
    ListTagsByCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description Certificate such as scs1481110651012. */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its tags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTagsByCertificateResponse"];
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
    CreateCertificateTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description Certificate such as scs1481110651012. */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCertificateTagRequest"];
            };
        };
        responses: {
            /** @description Added */
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
    BatchCreateOrDeleteTags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description Certificate such as scs1481110651012. */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchTagsRequest"];
            };
        };
        responses: {
            /** @description Done */
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
    ListCertificatesByTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Token of the caller. */
                "X-Auth-Token"?: string;
            };
            path: {
                /** @description The fixed word resource_instances. */
                resource_instances: "resource_instances";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCertificatesByTagRequest"];
            };
        };
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCertificatesByTagResponse"];
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
