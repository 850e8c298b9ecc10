// Generated from specs/workspace by `npm run types`. Do not edit.

export interface paths {
    "/v2/{project_id}/bandwidths/{bandwidth_id}/periodic/change/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 包周期云办公带宽变更下单 · Order a change of a cloud-office bandwidth
         * @description Places the order that changes the size, and if wanted the name, of a yearly/monthly cloud-office bandwidth.
         */
        post: operations["CreateSubnetBandwidthChangeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/desktop-pool/periodic/change/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 包周期桌面池变更下单 · Order a change of a desktop pool
         * @description Same body and answer as CreateDesktopBatchOrder, under the path of pools.
         */
        post: operations["CreateDesktopPoolChangeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/periodic/change/batch-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 包周期桌面批量变更下单 · Order changes of several desktops
         * @description Changes yearly/monthly desktops or a pool in one of six ways. desktop_ids counts before desktop_pool_id, both empty is refused, ordinary and pool desktops are not mixed (S-03); image_id counts before image_spec_code (S-04). Of the two operations with this body, the numbers of the tables point to this one as the one the source document shows.
         */
        post: operations["CreateDesktopBatchOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/periodic/{desktop_id}/change/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 创建变更订单 · Order a change of one desktop
         * @description Resizes a desktop, enlarges a disk, or turns pay-per-use into yearly/monthly.
         */
        post: operations["CreateChangeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/periodic/subscribe/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 包周期下单 · Order desktops, disks and their like
         * @description Places a first order for yearly/monthly resources.
         */
        post: operations["CreateOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/resource-packages/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 创建资源包订单 · Order resource packages
         * @description Buys packages that desktops draw upon.
         */
        post: operations["CreateResourcePackagesOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/periodic/inquiry/add-resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 包周期桌面增配变更批量询价 · Ask the price of added sub-resources
         * @description Prices an ADD_SUB_RESOURCES order without placing it.
         */
        post: operations["EstimateAddResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/periodic/inquiry/change-image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量包周期桌面切换镜像询价 · Ask the price of a change of image
         * @description Prices the change from a free image to one that costs.
         */
        post: operations["EstimateChangeImages"];
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
        /** @description Further wishes for the order. */
        OrderExtendParam: {
            /**
             * @description Text true pays the order at once, text false leaves it to be paid.
             * @default false
             * @example true
             * @example false
             */
            is_auto_pay: string;
        };
        CreateSubnetBandwidthChangeOrderRequest: {
            /**
             * @description Name of the bandwidth.
             * @example 办公网带宽
             */
            bandwidth_name?: string;
            /**
             * @description Size wanted, in Mbit/s.
             * @example 20
             */
            bandwidth_size: string;
            /** @description Page to go to after payment. */
            cloud_service_console_url?: string;
            /** @description Enterprise project that is charged. */
            enterprise_project_id?: string;
            extend_param?: components["schemas"]["OrderExtendParam"];
        };
        CreateOrderResponse: {
            /**
             * @description Number of the order; present once the order was placed.
             * @example CS2108102036B2CAI
             */
            order_id?: string;
            /** @description Job that carries the order out. */
            job_id?: string;
        };
        WksError: {
            error_code?: string;
            error_msg?: string;
            /** @description Newest definition only. */
            error_detail?: string;
            /** @description Why the caller was refused, encrypted; the STS call decodes it (S-05). */
            encoded_authorization_message?: string;
        };
        /** @description Which desktops a batch call is about. The rules between the members (S-03) are behaviour, not schema. */
        BatchInquiryCommonInfo: {
            /** @description A desktop pool. Ignored when desktop_ids is given. */
            desktop_pool_id?: string;
            /** @description Yearly/monthly desktops, ordinary ones or those of pools, not mixed. */
            desktop_ids?: string[];
            /** @description Promotion plan to apply. */
            promotion_plan_id?: string;
            /**
             * @description Which desktops of a pool take part: only those added later, also the idle ones, or all.
             * @enum {string}
             */
            handle_type?: "ONLY_FOR_EXPAND" | "FOR_EXPAND_AND_IDLE" | "FOR_EXPAND_AND_ALL";
        };
        /** @description Parameters of ADD_VOLUME. */
        EstimateAddVolumeRequestBody: components["schemas"]["BatchInquiryCommonInfo"] & {
            /**
             * @description Kind of disk.
             * @example SAS
             */
            volume_type: string;
            /**
             * @description Size of the new disk in GB (unit inferred).
             * @example 10
             */
            volume_size: number;
            /** @description Disk of the pool that is repaired by this addition. */
            desktop_pool_disk_id?: string;
            /** @description Reads and writes per second. */
            iops?: number;
            /** @description Data per second. */
            throughput?: number;
            /** @description Key of an encrypted disk. */
            kms_id?: string;
        };
        /** @description Parameters of EXTEND_VOLUME. */
        EstimateExtendVolumeRequestBody: components["schemas"]["BatchInquiryCommonInfo"] & {
            /** @description Disk of the pool to enlarge. */
            desktop_pool_disk_id: string;
            /** @description Size afterwards; for a whole pool it must exceed the size in the pool's template. */
            new_size: number;
        };
        /** @description Parameters of RESIZE. */
        CreateResizeOrderRequestBody: components["schemas"]["BatchInquiryCommonInfo"] & {
            /**
             * @description Product wanted.
             * @example workspacehost.k.large4
             */
            product_id: string;
            /**
             * @description The only value there is; a running desktop is shut down first.
             * @enum {string}
             */
            mode?: "STOP_DESKTOP";
            extend_param?: components["schemas"]["OrderExtendParam"];
        };
        /** @description Which image desktops switch to. image_id beats image_spec_code and one of them is needed (S-04); that is behaviour, not schema. */
        EstimateChangeImageRequestBody: components["schemas"]["BatchInquiryCommonInfo"] & {
            /** @description Image of the marketplace; the way to name it now. */
            image_id?: string;
            /** @description The image's specification code, about to be retired. */
            image_spec_code?: string;
            /**
             * @description Own image or public image, when a system disk is rebuilt.
             * @enum {string}
             */
            image_type?: "private" | "gold";
        };
        /** @description Parameters of CHANGE_IMAGE. */
        CreateChangeImageOrderRequestBody: components["schemas"]["EstimateChangeImageRequestBody"] & {
            /** @description Desktops to rebuild. */
            desktop_ids?: string[];
            /**
             * Format: int32
             * @description Minutes the users have to save their work.
             */
            delay_time?: number;
            /** @description Notice shown to the users. */
            message?: string;
            /**
             * @description Encryption of the new disk; ENCRYPTED needs kms_id.
             * @default KEEP
             * @enum {string}
             */
            encrypt_type: "KEEP" | "UNENCRYPTED" | "ENCRYPTED";
            /** @description Key of an encrypted disk. */
            kms_id?: string;
        };
        /** @description Parameters of ADD_SUB_RESOURCES, and of its price inquiry. */
        EstimateAddSubResourcesRequestBody: components["schemas"]["BatchInquiryCommonInfo"] & {
            /** @description SKU of the collaboration resource to buy. */
            sub_resource_sku: string;
        };
        /** @description Parameters of DELETE_SUB_RESOURCES. */
        CreateDeleteSubResourcesOrderRequestBody: components["schemas"]["BatchInquiryCommonInfo"] & {
            /**
             * @description Kind of sub-resource to give back.
             * @example DESKTOP_SHARER
             */
            sub_resource_type: string;
        };
        CreateBatchChangeOrderRequest: {
            /**
             * @description What is to change.
             * @enum {string}
             */
            type?: "ADD_VOLUME" | "EXTEND_VOLUME" | "RESIZE" | "CHANGE_IMAGE" | "ADD_SUB_RESOURCES" | "DELETE_SUB_RESOURCES";
            add_volume_param?: components["schemas"]["EstimateAddVolumeRequestBody"];
            extend_volume_param?: components["schemas"]["EstimateExtendVolumeRequestBody"];
            resize_param?: components["schemas"]["CreateResizeOrderRequestBody"];
            change_image_param?: components["schemas"]["CreateChangeImageOrderRequestBody"];
            add_sub_resources_param?: components["schemas"]["EstimateAddSubResourcesRequestBody"];
            delete_sub_resources_param?: components["schemas"]["CreateDeleteSubResourcesOrderRequestBody"];
            /** @description Agency for billing when a shared key encrypts the disks. */
            agency_urn?: string;
        };
        OrderV5: {
            /**
             * @description Number of the order.
             * @example CS25052414519W9OP
             */
            order_id?: string;
            /** @description 0 initialised, 1 to be reviewed, 2 to be refunded, 3 processing, 4 cancelled, 5 completed, 6 pending payment, 7 compensating, 8 to be approved, 9 to be confirmed, 10 to be shipped, 11 to be received, 12 door pick-up, 13 exchanging, 14 seller to receive. */
            order_status?: number;
            /**
             * @description Outcome for this order. The page's example leaves it out.
             * @enum {string}
             */
            result?: "SUCCESS" | "FAIL";
            /** @description Reason of a FAIL. */
            result_code?: string;
            /** @description Text of the reason; comes together with result_code. */
            result_msg?: string;
            /** @description Job that carries the order out. */
            job_id?: string;
        };
        CreateBatchChangeOrderResponse: {
            /** @description One entry per order that came about or failed. */
            orders?: components["schemas"]["OrderV5"][];
        };
        CreateChangeOrderRequest: {
            /**
             * @description What is to change.
             * @enum {string}
             */
            type: "resizeDesktops" | "expandVolumes" | "meteredToPeriod" | "resizeExclusiveLites";
            /** @description Product wanted, for resizeDesktops. */
            resize_product_id?: string;
            /** @description Disk to enlarge, for expandVolumes. */
            expand_volume_id?: string;
            /**
             * Format: int32
             * @description Size afterwards in GB, for expandVolumes.
             */
            expand_new_size?: number;
            /**
             * Format: int32
             * @description 2 month, 3 year, for meteredToPeriod.
             * @enum {integer}
             */
            period_type?: 2 | 3;
            /**
             * Format: int32
             * @description Number of periods, for meteredToPeriod.
             */
            period_num?: number;
            /**
             * Format: int32
             * @description 1 renews by itself, for meteredToPeriod.
             * @default 0
             * @enum {integer}
             */
            is_auto_renew: 0 | 1;
            /** @description Product of the exclusive host, for resizeExclusiveLites. */
            exclusive_lites_product_id?: string;
            /**
             * Format: int32
             * @description Desktops on the exclusive host afterwards, for resizeExclusiveLites.
             */
            new_quantity?: number;
            /** @description Page to go to after payment. */
            cloud_service_console_url?: string;
            /** @description Enterprise project that is charged. */
            enterprise_project_id?: string;
            extend_param?: components["schemas"]["OrderExtendParam"];
        };
        Volume: {
            /** @description Kind of disk: SAS, SSD, GPSSD. */
            type: string;
            /** @description GB, in tens; system disks from 80. */
            size: number;
            /** @description Reads and writes per second. */
            iops?: number;
            /** @description Data per second. */
            throughput?: number;
            /** @description Key of an encrypted disk. */
            kms_id?: string;
        };
        /** @description A network card. */
        Nic: {
            /** @description Subnet of the card. */
            subnet_id: string;
            /** @description Address; given by the service when it is left out or empty. */
            ip_address?: string;
        };
        SecurityGroup: {
            /** @description Security group. */
            id: string;
            /** @description Its name. */
            name?: string;
        };
        /** @description One desktop and its user. */
        DesktopUser: {
            /** @description User who may log in. */
            user_name: string;
            /** @description Where the user is told. */
            user_email?: string;
            /** @description Telephone number of the user. */
            user_phone?: string;
            /** @description sudo or default (Linux), administrators or users (Windows). */
            user_group?: string;
            /** @description Name of the desktop. */
            computer_name?: string;
            /** @description Start of the name when computer_name is left out. */
            desktop_name_prefix?: string;
        };
        Tag: {
            /** @description Key. */
            key: string;
            /** @description Value. */
            value?: string;
        };
        /** @description A public address for the desktop. */
        Eip: {
            /** @description An address that exists; counts before the other members. */
            id?: string;
            /**
             * @description 5_bgp dynamic, 5_sbgp static.
             * @example 5_bgp
             */
            type?: string;
            /**
             * @description By traffic or by bandwidth.
             * @enum {string}
             */
            charge_mode?: "TRAFFIC" | "BANDWIDTH";
            /**
             * Format: int32
             * @description Mbit/s.
             */
            bandwidth_size?: number;
        };
        /** @description New desktops. */
        CreateDesktops: {
            /**
             * @description For one user or for several.
             * @enum {string}
             */
            desktop_type: "DEDICATED" | "SHARED";
            /** @description Zone; any one when it is left out. */
            availability_zone?: string;
            /** @description Package ordered. */
            product_id: string;
            /** @description Specification of the package. */
            flavor_id?: string;
            /** @description SKU of the collaboration resource of each desktop. */
            share_resource_sku?: string;
            /** @description Image of the system disk. */
            image_id: string;
            /**
             * @description Own image (private) or public image (gold).
             * @default private
             */
            image_type: string;
            root_volume: components["schemas"]["Volume"];
            /** @description Further disks. */
            data_volumes?: components["schemas"]["Volume"][];
            /** @description Network cards. */
            nics?: components["schemas"]["Nic"][];
            /** @description Security groups. */
            security_groups?: components["schemas"]["SecurityGroup"][];
            /** @description One entry per desktop and its user. */
            desktops?: components["schemas"]["DesktopUser"][];
            /** @description Name, or start of the names, of desktops without users. */
            desktop_name?: string;
            /** @description Addresses of the desktops. */
            desktop_ips?: string[];
            /** @description Number of desktops without users; not together with desktops. */
            size?: number;
            /**
             * @description Tells the users by mail.
             * @default true
             */
            email_notification: boolean;
            /** @description Enterprise, for the first desktops without a directory of one's own. */
            enterprise_id?: string;
            /** @description Enterprise project; that of the order when it is left out. */
            enterprise_project_id?: string;
            /** @description Order that calls back. */
            order_id?: string;
            /** @description Organisational unit of the directory. */
            ou_name?: string;
            /** @description Network, for the first desktops. */
            vpc_id?: string;
            /** @description Subnets, for the first desktops. */
            subnet_ids?: string[];
            /** @description Tags of the desktops. */
            tags?: components["schemas"]["Tag"][];
            /** @description Where the desktops are placed. */
            scheduler_hints?: Record<string, never>;
            /**
             * @description Where the desktop comes from.
             * @enum {string}
             */
            desktop_isv?: "DEFAULT" | "ONEMOBILE";
            /**
             * @description Way in, for the first desktops.
             * @enum {string}
             */
            access_mode?: "INTERNET" | "DEDICATED" | "BOTH";
            /** @description Use of a shared network by a dedicated line. */
            apply_shared_vpc_dedicated_param?: Record<string, never>;
            /** @description Networks of the dedicated line, separated by semicolons; five at most. */
            dedicated_subnets?: string;
            eip?: components["schemas"]["Eip"];
            /** @description Accelerated network. */
            adn?: Record<string, never>;
            /** @description Exclusive host the desktops are created on. */
            exclusive_host_id?: string;
            /** @description Rule that makes the names. */
            desktop_name_policy_id?: string;
            /** @description Package of hours. */
            hour_package_product_id?: string;
            /** @description Offering of the package of hours. */
            hour_package_offering_id?: string;
            /** @description Root resources of desktops with a package of hours. */
            root_resource_ids?: string[];
            /**
             * @description How the console bought it.
             * @default custom
             * @enum {string}
             */
            buy_type: "speed" | "custom";
            /** @description Whether disks of an old desktop become data disks of the new one. */
            if_mount_old_desktop_disk?: boolean;
            /** @description Directory domain of the desktops. */
            domain?: string;
            /** @description Instances of desktops with a package of hours. */
            inst_info_ids?: string[];
        };
        /** @description A user or group who may use a pool. */
        AuthorizedObject: {
            /**
             * @description User or group.
             * @enum {string}
             */
            object_type: "USER" | "USER_GROUP";
            /** @description Its id. */
            object_id: string;
            /** @description Its name. */
            object_name: string;
            /** @description sudo or default (Linux), administrators or users (Windows). */
            user_group: string;
            /** @description When it was added, UTC; of answers only. */
            created_at?: string;
        };
        /** @description How a pool grows and shrinks. */
        AutoscalePolicy: {
            /**
             * @description When somebody logs in or ahead of need.
             * @enum {string}
             */
            autoscale_type?: "ACCESS_CREATED" | "AUTO_CREATED";
            /**
             * Format: int32
             * @description Most desktops made by themselves.
             */
            max_auto_created?: number;
            /**
             * Format: int32
             * @description Idle desktops kept ready.
             */
            min_idle?: number;
            /**
             * Format: int32
             * @description Desktops made at once; no longer used.
             */
            once_auto_created?: number;
            /**
             * Format: int32
             * @description Fewest desktops.
             */
            min_retention?: number;
            /**
             * Format: int32
             * @description Minutes that an idle desktop is kept.
             */
            idle_retention_duration?: number;
            /** @description Whether faulty desktops are set apart. */
            auto_isolation_enable?: boolean;
            /**
             * Format: int32
             * @description Most desktops set apart.
             */
            auto_isolation_max_num?: number;
        };
        /** @description A new pool. */
        CreateDesktopPool: {
            /** @description Name of the pool. */
            name: string;
            /**
             * @description Whether users keep their desktop.
             * @enum {string}
             */
            type: "DYNAMIC" | "STATIC";
            /**
             * Format: int32
             * @description Number of desktops.
             */
            size: number;
            /** @description Free text. */
            description?: string;
            /** @description Zone; any one when it is left out. */
            availability_zone?: string;
            /** @description Package ordered. */
            product_id: string;
            /** @description Specification, in edge zones. */
            flavor_id?: string;
            /**
             * @description Own image (private) or public image (gold).
             * @default private
             */
            image_type: string;
            /** @description Image of the system disks. */
            image_id: string;
            root_volume: components["schemas"]["Volume"];
            /** @description Further disks. */
            data_volumes?: components["schemas"]["Volume"][];
            /** @description Network. */
            vpc_id?: string;
            /** @description Subnets. */
            subnet_ids: string[];
            /** @description Security groups. */
            security_groups?: components["schemas"]["SecurityGroup"][];
            /** @description Users and groups who may use the pool. */
            authorized_objects?: components["schemas"]["AuthorizedObject"][];
            /** @description Organisational unit of the directory. */
            ou_name?: string;
            /** @description Tags of the pool. */
            tags?: components["schemas"]["Tag"][];
            /** @description Enterprise project. */
            enterprise_project_id?: string;
            /**
             * Format: int32
             * @description Minutes a user keeps a desktop of a dynamic pool after disconnecting.
             */
            disconnected_retention_period?: number;
            /** @description Whether the pool grows by itself. */
            enable_autoscale?: boolean;
            autoscale_policy?: components["schemas"]["AutoscalePolicy"];
            /** @description Rule that makes the names. */
            desktop_name_policy_id?: string;
        };
        /** @description More desktops in a pool. */
        ExpandDesktopPool: {
            /** @description The pool. */
            pool_id: string;
            /**
             * Format: int32
             * @description Number of desktops to add.
             */
            size?: number;
        };
        /** @description New system disks. */
        RebuildDesktops: {
            /** @description Desktops to rebuild. */
            desktop_ids: string[];
            /**
             * @description Public, own or marketplace image.
             * @enum {string}
             */
            image_type: "gold" | "private" | "market";
            /** @description The image. */
            image_id: string;
            /**
             * @description Encryption of the new disk; ENCRYPTED needs kms_id.
             * @enum {string}
             */
            encrypt_type?: "KEEP" | "UNENCRYPTED" | "ENCRYPTED";
            /** @description Key of an encrypted disk. */
            kms_id?: string;
            /** @description Operating system. */
            os_type?: string;
            /**
             * Format: int32
             * @description Minutes the users have to save their work.
             */
            delay_time?: number;
            /** @description Notice shown to the users. */
            message?: string;
            /** @description Order, where the image costs. */
            order_id?: string;
            /** @description Enterprise project. */
            enterprise_project_id?: string;
            /**
             * @description Which desktops of a pool take part.
             * @enum {string}
             */
            handle_type?: "ONLY_FOR_EXPAND" | "FOR_EXPAND_AND_IDLE" | "FOR_EXPAND_AND_ALL";
        };
        /** @description Desktops given to users. */
        AttachDesktops: {
            /** @description Desktops and their users. */
            desktops?: {
                desktop_id?: string;
                user_name?: string;
                user_email?: string;
                user_phone?: string;
                user_group?: string;
                computer_name?: string;
                /** @default true */
                is_clear_data: boolean;
                attach_user_infos?: {
                    user_id?: string;
                    user_name?: string;
                    user_group?: string;
                    /** @enum {string} */
                    type?: "USER" | "GROUP";
                }[];
            }[];
            /** @description Type of a new image. */
            image_type?: string;
            /** @description A new image. */
            image_id?: string;
            /** @description Operating system of a new image; no longer used. */
            os_type?: string;
            /** @description Order that calls back. */
            order_id?: string;
            /** @description No longer used. */
            enterprise_project_id?: string;
            /** @description Rule that makes the names. */
            desktop_name_policy_id?: string;
            /**
             * @description Encryption of a new disk.
             * @enum {string}
             */
            encrypt_type?: "KEEP" | "UNENCRYPTED" | "ENCRYPTED";
            /** @description Key of an encrypted disk. */
            kms_id?: string;
        };
        /** @description Internet access by public addresses. */
        ApplyDesktopsInternet: {
            /** @description Desktops that get an address. */
            desktop_ids?: string[];
            /** @description Type of address. */
            eip_type: string;
            /**
             * @description By traffic or by bandwidth.
             * @enum {string}
             */
            eip_charge_mode: "TRAFFIC" | "BANDWIDTH";
            /**
             * Format: int32
             * @description Mbit/s.
             */
            bandwidth_size: number;
            /**
             * Format: int32
             * @description Number of addresses when no desktop is named.
             */
            count?: number;
        };
        /** @description More desktops on an exclusive host. */
        ResizeExclusiveLites: {
            /** @description The exclusive host. */
            host_id?: string;
            /** @description Order. */
            order_id?: string;
            /** @description Enterprise project. */
            enterprise_project_id?: string;
            /** @description Package ordered. */
            product_id: string;
            /**
             * Format: int32
             * @description Number of desktops afterwards.
             */
            new_quantity: number;
        };
        /** @description An exclusive host. */
        CreateExclusiveHosts: {
            /** @description Zone. */
            availability_zone: string;
            /** @description Name. */
            name?: string;
            /**
             * Format: int32
             * @description Further desktops.
             */
            apply_desktop_quantity?: number;
            /**
             * Format: int32
             * @description Number of hosts.
             */
            quantity: number;
            /** @description Order. */
            order_id?: string;
            /** @description Package ordered. */
            product_id: string;
            /** @description Disks for images. */
            image_volumes: components["schemas"]["Volume"][];
            /** @description Enterprise project. */
            enterprise_project_id?: string;
            /** @description Disks for data. */
            memory_volumes: components["schemas"]["Volume"][];
            /** @description Network. */
            vpc_id: string;
            /** @description Subnet. */
            subnet_id: string;
            resize_exclusive_lites?: components["schemas"]["ResizeExclusiveLites"];
        };
        /** @description Collaboration for users. */
        SubscribeUserSharer: {
            /** @description SKU of the collaboration resource. */
            user_sharer_sku: string;
            /** @description Order. */
            order_id?: string;
            /** @description Users who get it. */
            users: {
                id?: string;
                user_name?: string;
                user_email?: string;
            }[];
            /** @description Enterprise project. */
            enterprise_project_id?: string;
        };
        CreateOrderResource: {
            /**
             * Format: int32
             * @description 2 month, 3 year, 4 hour package, 5 until a date, 6 once.
             * @enum {integer}
             */
            period_type?: 2 | 3 | 4 | 5 | 6;
            /**
             * Format: int32
             * @description Number of periods.
             */
            period_num?: number;
            /**
             * Format: int32
             * @description 1 renews by itself.
             */
            is_auto_renew?: number;
            add_volumes?: {
                /** @description Desktop that gets the disks. */
                desktop_id: string;
                /** @description Disks to add. */
                volumes: components["schemas"]["Volume"][];
            };
            create_desktops?: components["schemas"]["CreateDesktops"];
            apply_subnet_bandwidth?: {
                /** @description wks_bandwidth (period), free or wks_traffic (both on demand). */
                charge_mode: string;
                /** @description Subnet that gets the bandwidth. */
                subnet_id: string;
                /** @description Name of the bandwidth. */
                bandwidth_name?: string;
                /**
                 * Format: int32
                 * @description Mbit/s.
                 */
                bandwidth_size?: number;
                /** @description Enterprise project; that of the order when it is left out. */
                enterprise_project_id?: string;
                /** @description Order that calls back. */
                order_id?: string;
            };
            create_desktop_pool?: components["schemas"]["CreateDesktopPool"];
            expand_desktop_pool?: components["schemas"]["ExpandDesktopPool"];
            rebuild_desktops?: components["schemas"]["RebuildDesktops"];
            attach_desktops?: components["schemas"]["AttachDesktops"];
            apply_desktops_internet?: components["schemas"]["ApplyDesktopsInternet"];
            create_exclusive_hosts?: components["schemas"]["CreateExclusiveHosts"];
            resize_exclusive_lites?: components["schemas"]["ResizeExclusiveLites"];
            subscribe_user_sharer?: components["schemas"]["SubscribeUserSharer"];
            /** @description Dedicated hosts. */
            deh_hosts?: {
                /** @description Zone. */
                availability_zone: string;
                /** @description Name. */
                name: string;
                /** @description on or off: whether servers without a host of their own are placed on it. */
                auto_placement?: string;
                /** @description Type of host. */
                host_type: string;
                /**
                 * Format: int32
                 * @description Number of hosts.
                 */
                quantity: number;
                /** @description Product of the host. */
                product_id: string;
            };
            /** @description Where the payment page leads afterwards. */
            cloud_service_console_url?: string;
        };
        CreateOrderRequest: {
            /**
             * @description createDesktops, addVolumes, rebuildDesktops, createDesktopPool, expandDesktopPool, applyDesktopsInternet, createExclusiveHosts, subscribeUserSharer or ApplySubnetBandwidth.
             * @example addVolumes
             */
            type: string;
            /** @description What is ordered; each entry holds the member that fits type. */
            resources: components["schemas"]["CreateOrderResource"][];
            /**
             * @description Enterprise project that is charged.
             * @default 0
             */
            enterprise_project_id: string;
            /** @description Agency for billing when a shared key encrypts the disks. */
            agency_urn?: string;
            extend_param?: components["schemas"]["OrderExtendParam"];
        };
        CreateResourcePackagesOrderRequest: {
            /** @description Packages to buy. */
            resource_packages: {
                /** @description Name of the package. */
                resource_package_name: string;
                /** @description Product code of the package. */
                resource_spec_code: string;
                /** @description Product code of the desktops it serves. */
                desktop_resource_spec_code: string;
                /** @description Start, UTC, like 2025-04-12T17:30:00Z. */
                effective_time?: string;
                /**
                 * Format: int32
                 * @description 1 renews by itself.
                 */
                is_auto_renew?: number;
            }[];
            /**
             * Format: int32
             * @description How many of each package.
             */
            resource_size?: number;
            /** @description Enterprise project it is for; all of them when left out. */
            enterprise_project_id?: string;
            extend_param?: components["schemas"]["OrderExtendParam"];
        };
        /** @description Price of one product. */
        ProductRatingResult: {
            /** @description Number of the line in the inquiry. */
            id?: string;
            /** @description Product priced. */
            product_id?: string;
            /**
             * Format: double
             * @description To pay, after all reductions, yuan.
             */
            amount?: number;
            /**
             * Format: double
             * @description Before any reduction.
             */
            original_amount?: number;
            /**
             * Format: double
             * @description Price on the official site.
             */
            official_website_amount?: number;
            /**
             * Format: double
             * @description All reductions together.
             */
            discount_amount?: number;
            /**
             * Format: double
             * @description Reduction of the official site.
             */
            official_website_discount_amount?: number;
            /**
             * Format: double
             * @description Reduction by chosen discounts.
             */
            optional_discount_amount?: number;
            /** @description Unit of the amounts; 1 is yuan. */
            measure_id?: number;
            /**
             * Format: double
             * @description Instalment to pay.
             */
            per_amount?: number;
            /**
             * Format: double
             * @description Instalment before reductions.
             */
            per_original_amount?: number;
            /**
             * Format: double
             * @description Reduction of the instalment.
             */
            per_discount_amount?: number;
            /**
             * Format: double
             * @description Instalment at the price of the official site.
             */
            per_official_website_amount?: number;
            /**
             * Format: double
             * @description Reduction of the official site in an instalment.
             */
            per_official_website_discount_amount?: number;
            /**
             * Format: double
             * @description Reduction by chosen discounts in an instalment.
             */
            per_optional_discount_amount?: number;
            /** @description Instalments by 2 month or 4 hour. */
            per_period_type?: number;
            /** @description Further data as text. */
            extend_params?: string;
        };
        /** @description Price at the official site's terms. */
        OfficialWebsiteRatingResult: {
            /**
             * Format: double
             * @description To pay, after all reductions, yuan.
             */
            amount?: number;
            /**
             * Format: double
             * @description Before any reduction.
             */
            original_amount?: number;
            /**
             * Format: double
             * @description Price on the official site.
             */
            official_website_amount?: number;
            /**
             * Format: double
             * @description All reductions together.
             */
            discount_amount?: number;
            /**
             * Format: double
             * @description Reduction of the official site.
             */
            official_website_discount_amount?: number;
            /**
             * Format: double
             * @description Reduction by chosen discounts.
             */
            optional_discount_amount?: number;
            /** @description Unit of the amounts; 1 is yuan. */
            measure_id?: number;
            /**
             * Format: double
             * @description Instalment to pay.
             */
            per_amount?: number;
            /**
             * Format: double
             * @description Instalment before reductions.
             */
            per_original_amount?: number;
            /**
             * Format: double
             * @description Reduction of the instalment.
             */
            per_discount_amount?: number;
            /** @description Instalments by 2 month or 4 hour. */
            per_period_type?: number;
            /** @description One entry per product. */
            product_rating_results?: components["schemas"]["ProductRatingResult"][];
        };
        /** @description Price with one discount that could be chosen. */
        OptionalDiscountRatingResult: {
            /** @description Discount applied. */
            discount_id?: string;
            /** @description Its name. */
            discount_name?: string;
            /** @description Its kind. */
            discount_type?: number;
            /**
             * Format: double
             * @description Its ratio when the same for all products.
             */
            discount_ratio?: number;
            /**
             * @description 1 marks the best one.
             * @enum {integer}
             */
            best_offer?: 0 | 1;
            /** @description 1 when one ratio serves all products. */
            same_ratio_flag?: number;
            /** @description Text to hand to the order call. */
            promotion_info?: string;
            /**
             * Format: double
             * @description To pay, after all reductions, yuan.
             */
            amount?: number;
            /**
             * Format: double
             * @description Before any reduction.
             */
            original_amount?: number;
            /**
             * Format: double
             * @description Price on the official site.
             */
            official_website_amount?: number;
            /**
             * Format: double
             * @description All reductions together.
             */
            discount_amount?: number;
            /**
             * Format: double
             * @description Reduction of the official site.
             */
            official_website_discount_amount?: number;
            /**
             * Format: double
             * @description Reduction by chosen discounts.
             */
            optional_discount_amount?: number;
            /** @description Unit of the amounts; 1 is yuan. */
            measure_id?: number;
            /**
             * Format: double
             * @description Instalment to pay.
             */
            per_amount?: number;
            /**
             * Format: double
             * @description Instalment before reductions.
             */
            per_original_amount?: number;
            /**
             * Format: double
             * @description Reduction of the instalment.
             */
            per_discount_amount?: number;
            /**
             * Format: double
             * @description Instalment at the price of the official site.
             */
            per_official_website_amount?: number;
            /**
             * Format: double
             * @description Reduction of the official site in an instalment.
             */
            per_official_website_discount_amount?: number;
            /**
             * Format: double
             * @description Reduction by chosen discounts in an instalment.
             */
            per_optional_discount_amount?: number;
            /** @description Instalments by 2 month or 4 hour. */
            per_period_type?: number;
            /** @description One entry per product. */
            product_rating_results?: components["schemas"]["ProductRatingResult"][];
        };
        EstimateResponse: {
            /**
             * @description Currency of all amounts.
             * @example CNY
             */
            currency?: string;
            /** @description Prices found. */
            cloud_service_rating_results?: {
                /** @description Request number to hand to the order call. */
                order_request_id?: string;
                official_website_rating_result?: components["schemas"]["OfficialWebsiteRatingResult"];
                /** @description One entry per discount that could be chosen. */
                optional_discount_rating_results?: components["schemas"]["OptionalDiscountRatingResult"][];
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
    CreateSubnetBandwidthChangeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
                /** @description Bandwidth to change. */
                bandwidth_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSubnetBandwidthChangeOrderRequest"];
            };
        };
        responses: {
            /** @description Order placed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    CreateDesktopPoolChangeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBatchChangeOrderRequest"];
            };
        };
        responses: {
            /** @description Outcome of each order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateBatchChangeOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    CreateDesktopBatchOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBatchChangeOrderRequest"];
            };
        };
        responses: {
            /** @description Outcome of each order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateBatchChangeOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    CreateChangeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
                /** @description Desktop to change. */
                desktop_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChangeOrderRequest"];
            };
        };
        responses: {
            /** @description Order placed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    CreateOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrderRequest"];
            };
        };
        responses: {
            /** @description Order placed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    CreateResourcePackagesOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResourcePackagesOrderRequest"];
            };
        };
        responses: {
            /** @description Order placed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOrderResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    EstimateAddResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateAddSubResourcesRequestBody"];
            };
        };
        responses: {
            /** @description Price */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstimateResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
    EstimateChangeImages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Project of the caller. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateChangeImageRequestBody"];
            };
        };
        responses: {
            /** @description Price */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstimateResponse"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
            /** @description Refused */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WksError"];
                };
            };
        };
    };
}
