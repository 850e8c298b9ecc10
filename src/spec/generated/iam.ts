// Generated from specs/iam by `npm run types`. Do not edit.

export interface paths {
    "/v3/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 校验Token的有效性 · Check a token
         * @description Tells what a token is for and how long it lasts. An administrator checks tokens of the own account, everybody the own ones.
         */
        get: operations["KeystoneValidateToken"];
        put?: never;
        /**
         * 获取IAM用户Token（使用密码） · Get a token by password
         * @description Gives a token for one project or for the whole account. The token is in the header X-Subject-Token and valid for 24 hours. A regional address gives tokens for that region only.
         */
        post: operations["KeystoneCreateUserTokenByPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3.0/OS-CREDENTIAL/securitytokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 通过token获取临时访问密钥 · Get temporary keys by token
         * @description Gives an access key, a secret and a security token for 15 minutes to 24 hours. Calls are signed with the first two and send and sign the third as X-Security-Token.
         */
        post: operations["CreateTemporaryAccessKeyByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询指定条件下的项目列表 · List projects
         * @description Lists the projects of the account. SDKs ask for the one named like their region and take the first.
         */
        get: operations["KeystoneListProjects"];
        put?: never;
        /**
         * 创建项目 · Create a project
         * @description Creates a project. Newer SDK cores call it when the account has no project for their region yet.
         */
        post: operations["KeystoneCreateProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询区域列表 · List regions
         * @description Lists the regions. Newer SDK cores ask for it before they create a project.
         */
        get: operations["KeystoneListRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询IAM用户可以访问的账号详情 · List the caller's accounts
         * @description Names the account of the caller. SDKs ask for it when they need the account id and do not have it.
         */
        get: operations["KeystoneListAuthDomains"];
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
        /** @description What a token is for, by id or by name. */
        ScopeTarget: {
            /** @description Id of the project or account. */
            id?: string;
            /** @description Name of the project (a region such as cn-north-4) or of the account. */
            name?: string;
        };
        CreateTokenRequest: {
            auth: {
                identity: {
                    /** @description Way of proving who one is. */
                    methods: "password"[];
                    password: {
                        user: {
                            /** @description IAM user. */
                            name: string;
                            /** @description Password of the user. */
                            password: string;
                            domain: {
                                /** @description Account of the user. */
                                name: string;
                            };
                        };
                    };
                };
                /** @description One of the two. Global services such as BSS want an account, the others a project. */
                scope: {
                    project?: components["schemas"]["ScopeTarget"];
                    domain?: components["schemas"]["ScopeTarget"];
                } & (unknown | unknown);
            };
        };
        /** @description An account. */
        Domain: {
            /**
             * @description Account id.
             * @example d78cbac186b744899480f25bd022f468
             */
            id: string;
            /**
             * @description Account name.
             * @example IAMDomain
             */
            name: string;
        };
        TokenResponse: {
            token: {
                /** @description Services and where they are; empty when nocatalog was asked for. */
                catalog: {
                    /** @description Service id. */
                    id: string;
                    /** @description Service name. */
                    name: string;
                    /** @description Kind of service. */
                    type: string;
                    /** @description Where it is. */
                    endpoints: {
                        id: string;
                        /** @example public */
                        interface: string;
                        region: string;
                        region_id: string;
                        url: string;
                    }[];
                }[];
                /**
                 * @description End of validity, UTC with six decimals.
                 * @example 2020-01-04T09:05:22.701000Z
                 */
                expires_at: string;
                /**
                 * @description Start of validity, UTC with six decimals.
                 * @example 2020-01-03T09:05:22.701000Z
                 */
                issued_at: string;
                /** @description How the token was got. */
                methods: string[];
                /** @description Present on a token for a project. */
                project?: {
                    id: string;
                    name: string;
                    domain: components["schemas"]["Domain"];
                };
                /** @description Present on a token for an account. */
                domain?: components["schemas"]["Domain"];
                /** @description Permissions of the token. */
                roles: {
                    /** @description Shown as 0. */
                    id: string;
                    name: string;
                }[];
                user: {
                    /** @description User id. */
                    id: string;
                    /** @description User name. */
                    name: string;
                    /** @description When the password expires, UTC; empty means never. */
                    password_expires_at: string;
                    domain: components["schemas"]["Domain"];
                };
            };
        };
        IamError: {
            error: {
                code?: number;
                message?: string;
                title?: string;
            };
        };
        CreateTemporaryAccessKeyRequest: {
            auth: {
                identity: {
                    /** @description Way of proving who one is. */
                    methods: "token"[];
                    token?: {
                        /** @description Token of the caller; enough by itself. */
                        id?: string;
                        /**
                         * Format: int32
                         * @description Validity of the keys in seconds.
                         * @default 900
                         */
                        duration_seconds: number;
                    };
                    /** @description Narrows what the keys may do. */
                    policy?: {
                        /**
                         * @description Form of the policy.
                         * @default 1.1
                         */
                        Version: string;
                        /** @description Rules; Deny beats Allow. */
                        Statement: {
                            /**
                             * @description What the rule does.
                             * @enum {string}
                             */
                            Effect: "Allow" | "Deny";
                            /** @description Actions such as billing:order:view. */
                            Action: string[];
                            /** @description Resources the rule is about. */
                            Resource?: unknown[] | Record<string, never>;
                            /** @description When the rule holds. */
                            Condition?: Record<string, never>;
                        }[];
                    };
                };
            };
        };
        CreateTemporaryAccessKeyResponse: {
            credential: {
                /** @description Access key id. */
                access: string;
                /** @description Secret key. */
                secret: string;
                /** @description To be sent and signed as X-Security-Token with every call. */
                securitytoken: string;
                /**
                 * @description End of validity, UTC with six decimals.
                 * @example 2020-01-08T03:50:07.574000Z
                 */
                expires_at: string;
            };
        };
        Links: {
            /** @description This page. */
            self: string;
            /** @description Page before. */
            previous: string | null;
            /** @description Page after. */
            next: string | null;
        };
        LinksSelf: {
            /** @description Address of this thing. */
            self: string;
        };
        Project: {
            /** @description Project id. */
            id: string;
            /** @description Name; the region id for the projects every account has. */
            name: string;
            /** @description Account of the project. */
            domain_id: string;
            /** @description The account, or the region's project for one's own projects. */
            parent_id: string;
            /** @description Always false. */
            is_domain: boolean;
            /** @description Whether it can be used. */
            enabled: boolean;
            /** @description Free text. */
            description: string;
            links: components["schemas"]["LinksSelf"];
        };
        ListProjectsResponse: {
            links?: components["schemas"]["Links"];
            /** @description Projects found. */
            projects: components["schemas"]["Project"][];
        };
        CreateProjectRequest: {
            project: {
                /**
                 * @description Name of the project.
                 * @example cn-north-4
                 */
                name: string;
                /** @description Project of the region. The page calls it mandatory, the SDK leaves it out. */
                parent_id?: string;
                /** @description Account of the project. */
                domain_id?: string;
                /** @description Free text. */
                description?: string;
            };
        };
        CreateProjectResponse: {
            project: components["schemas"]["Project"];
        };
        ListRegionsResponse: {
            links?: components["schemas"]["Links"];
            /** @description Regions the account can use. */
            regions: {
                /**
                 * @description Region id.
                 * @example cn-north-4
                 */
                id: string;
                /** @description public or private; the SDKs count public ones only. */
                type: string;
                /** @description Free text. */
                description: string;
                /** @description Always null. */
                parent_region_id: string | null;
                /** @description Name of the region by language. */
                locales: {
                    /** @description Chinese. */
                    "zh-cn": string;
                    /** @description English. */
                    "en-us": string;
                    /** @description Portuguese. */
                    "pt-br"?: string;
                    /** @description Spanish, as in the Americas. */
                    "es-us"?: string;
                    /** @description Spanish. */
                    "es-es"?: string;
                };
                links: components["schemas"]["LinksSelf"];
            }[];
        };
        ListAuthDomainsResponse: {
            links?: components["schemas"]["LinksSelf"];
            /** @description Accounts the caller can act for; the SDKs take the first. */
            domains: {
                /** @description Account id. */
                id: string;
                /** @description Account name. */
                name: string;
                /**
                 * @description Whether it can be used.
                 * @default true
                 */
                enabled: boolean;
                /** @description Free text. */
                description: string;
                links: components["schemas"]["LinksSelf"];
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
    KeystoneValidateToken: {
        parameters: {
            query?: {
                /** @description Any text that is not empty leaves the catalog out. */
                nocatalog?: string;
            };
            header: {
                /** @description Token to be checked. */
                "X-Subject-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is valid */
            200: {
                headers: {
                    /** @description The token that was checked. */
                    "X-Subject-Token": string;
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
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
    KeystoneCreateUserTokenByPassword: {
        parameters: {
            query?: {
                /** @description Any text that is not empty leaves the catalog out. */
                nocatalog?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            /** @description Token issued */
            201: {
                headers: {
                    /** @description The token. */
                    "X-Subject-Token": string;
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
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
    CreateTemporaryAccessKeyByToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemporaryAccessKeyRequest"];
            };
        };
        responses: {
            /** @description Keys issued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateTemporaryAccessKeyResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
    KeystoneListProjects: {
        parameters: {
            query?: {
                /** @description Account of the projects. */
                domain_id?: string;
                /** @description Name of the project. */
                name?: string;
                /** @description Account, or the region's project for one's own projects. */
                parent_id?: string;
                /** @description Whether it can be used. */
                enabled?: boolean;
                /** @description Not to be used. */
                is_domain?: boolean;
                /** @description Page, together with per_page. */
                page?: number;
                /** @description Entries of a page, together with page. */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Projects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListProjectsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
    KeystoneCreateProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProjectRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateProjectResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
    KeystoneListRegions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Regions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRegionsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
    KeystoneListAuthDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAuthDomainsResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IamError"];
                };
            };
        };
    };
}
