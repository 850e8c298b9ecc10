// Generated from specs/sandbox by `npm run types`. Do not edit.

export interface paths {
    "/_sandbox/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 就绪 · Tell that the sandbox answers
         * @description Answers 200 from the first moment on at which vendor calls are answered too.
         */
        get: operations["ShowReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 存活 · Tell that the process lives
         * @description For the liveness probe of whatever runs the process. Needs no token. A process that does not answer this has to be started again.
         */
        get: operations["ShowLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可接收流量 · Tell whether calls may be sent here
         * @description For the readiness probe of a load balancer. Needs no token. 503 while the sandbox stops, and while a replica cannot renew its lease: it would refuse calls.
         */
        get: operations["ShowReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 运行指标 · Show numbers for Prometheus
         * @description In the text format of Prometheus. Counting begins with the first call, or at the start with `serve --metrics`. No label names a world or a customer. `GET /metrics` leads here, unless a document that is served has that path.
         */
        get: operations["ShowMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口列表 · List what is served
         * @description Every operation of the specs: those that are answered here, and those the marketplace calls at the seller (direction out).
         */
        get: operations["ListOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/operations/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口详情 · Show one operation
         * @description Parameters, bodies, examples and errors of one operation, with the place where it is written.
         */
        get: operations["ShowOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/specs/{service}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口定义 · The OpenAPI 3.1 document of a service
         * @description The document that the sandbox itself reads requests and checks answers with, references resolved, errors written out.
         */
        get: operations["ShowSpec"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可触发的错误码 · List the errors that can be forced
         * @description What X-Sandbox-Error accepts, operation by operation; the errors of the gateway, which every operation accepts, come once.
         */
        get: operations["ListForcedErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/errors/{error}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 错误码详情 · Explain a documented error
         * @description What a documented error means, what its body looks like, where it is documented, and how each operation comes to it - by a recipe, or only by forcing, with the reason.
         */
        get: operations["ExplainError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/errors/{error}/reproduce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 复现错误 · Make a world in which the next call meets an error
         * @description Opens a world of its own, named after the error, plays the recipe in it and answers with the call that meets the error. Nothing is forced. The clock of the world stands still. A world that an earlier reproduction left behind begins anew.
         */
        post: operations["ReproduceError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 来源列表 · List the sources
         * @description Every source of the specs, with the number of places that cite it.
         */
        get: operations["ListEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 来源追踪 · Follow a source to the specs
         * @description One source and every place of the specs that cites it. A slash in the id is written %2F.
         */
        get: operations["ShowEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 沙箱世界列表 · List the worlds
         * @description All worlds that are open.
         */
        get: operations["ListWorlds"];
        put?: never;
        /**
         * 新建沙箱世界 · Open or fork a world
         * @description Opens a world from a named start, forks it from another as it is now, or begins from a snapshot. Without a name the sandbox makes one up and drops the world again when it is idle.
         */
        post: operations["CreateWorld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 沙箱世界详情 · Show a world
         * @description One world and where it stands.
         */
        get: operations["ShowWorld"];
        put?: never;
        post?: never;
        /**
         * 删除沙箱世界 · Drop a world
         * @description Forgets a world and all that is in it. The default world can only be reset.
         */
        delete: operations["DropWorld"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置沙箱世界 · Reset a world
         * @description Puts a world back to how it was born: its start, or its parent as it was at the fork.
         */
        post: operations["ResetWorld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 比较两个世界 · Compare two worlds
         * @description What is only in one of two worlds and what differs in both, by collection, member by member, with their times and settings. Access keys and tokens are left out: every world has its own.
         */
        get: operations["CompareWorlds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用配置 · Add a piece of configuration
         * @description Adds products, accounts, orders, seller addresses, keys and settings to a world, written as in koosandbox.config.yaml. Times count from now; what is there is meant by its id, accounts and products by their names as well.
         */
        post: operations["ApplyConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 世界里的数据 · List what is in a world
         * @description The collections of a world, with the number of entities in every state.
         */
        get: operations["ListCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据列表 · List entities
         * @description Entities of one collection in their natural order, filtered and page by page.
         */
        get: operations["ListEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据详情 · Show an entity
         * @description One entity as configurations write it, with the states it can be put to.
         */
        get: operations["ShowEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改数据 · Change members of an entity
         * @description Writes members over, such as the deadline of an order or the end of a resource; what was planned because of them is planned anew. ListCollections says which members. States are put by PutState.
         */
        patch: operations["ChangeEntity"];
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities/{kind}/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 置为指定状态 · Put an entity into a state
         * @description Finds a way through the transition table from the present state and goes it, with everything that each step implies: money, resources, licences, planned work. What no way leads to is refused, with the reason and the nearest states that can be reached.
         */
        put: operations["PutState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities/{kind}/{id}/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 生命周期 · Show the lifecycle of an entity
         * @description Its transition table, where it stands, the way it came with times, and each step of the table from there: whether it can be taken now, and why not. Every step is tried and taken back, so nothing changes. Entities without states have an empty table.
         */
        get: operations["ShowLifecycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities/{kind}/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 执行一步 · Take one step of the transition table
         * @description Takes one event of the transition table with everything that it implies: money, resources, licences, planned work. ShowLifecycle lists the steps and says which are allowed. PutState finds a way of several steps instead.
         */
        post: operations["TakeStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/entities/{kind}/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 关联数据 · List what belongs to an entity
         * @description The entities that it names and those that name it, by collection, the newest first: of an order its resources, licences, deliveries, renewals and refunds, its buyer. Of each collection at most 20, with their number.
         */
        get: operations["ListRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出沙箱世界 · Export a world
         * @description A whole world as one file that a person can read and edit: everything of every collection, settings, clock, planned work, facts, counters.
         */
        get: operations["ExportWorld"];
        /**
         * 导入沙箱世界 · Import a world
         * @description Makes a world what a file says, in place of what it was, or opens it. All or nothing: a file with an unknown key, an illegal state or a reference to what is not there is refused with place and reason. The body may have 256 MB.
         */
        put: operations["ImportWorld"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 保存快照 · Keep a snapshot
         * @description Keeps a world as it is now under a name of its own. It outlives the world.
         */
        post: operations["SaveSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/worlds/{world}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复快照 · Put a world back to a snapshot
         * @description Puts a world back to a snapshot that was taken of it. POST /_sandbox/worlds with "snapshot" opens a new one instead.
         */
        post: operations["RestoreSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 快照列表 · List the snapshots
         * @description All snapshots that are kept, of all worlds.
         */
        get: operations["ListSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/snapshots/{snapshot}": {
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
         * 删除快照 · Drop a snapshot
         * @description Forgets a snapshot. Worlds that were opened from it live on.
         */
        delete: operations["DropSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/signatures/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签名说明 · Explain a signature
         * @description How the signature of a request is made, step by step: of an app's call of the cloud (SDK-HMAC-SHA256), of the marketplace's call of a seller (V2.0, kit, V1.0), or of a usage push. Tells whether the signature that the request carries is right, and otherwise the usual mistake that gives it, with the first difference of the signed texts. Keys are those of the world, or those that are sent; no key is part of the answer.
         */
        post: operations["ExplainSignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 凭证 · Show the credentials of a world
         * @description Keys, tokens and ids of the accounts a world prints: what clients are set up with.
         */
        get: operations["ShowCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时钟 · Read the clock
         * @description Business time of a world, its mode, and when the next planned work is due.
         */
        get: operations["ShowClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 时钟快进 · Advance the clock
         * @description Moves time forward by a duration or to a moment and does all work due on the way, each at its own instant. Answers when the outcomes of all of it are there.
         */
        post: operations["AdvanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/clock/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 时钟冻结 · Freeze the clock
         * @description From here on time stands until it is advanced.
         */
        post: operations["FreezeClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/clock/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 时钟恢复 · Let the clock run
         * @description From here on time runs as fast as the machine does, from where it stands.
         */
        post: operations["ReleaseClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/clock/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待执行任务 · List planned work
         * @description Work that will be done when its moment comes, the nearest first.
         */
        get: operations["ListUpcoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 设置列表 · List the settings
         * @description Where the sources disagree or are silent, the reader chooses. Settings belong to a world.
         */
        get: operations["ListSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改设置 · Change settings
         * @description Changes all the named settings of a world, or none when one of them is refused.
         */
        patch: operations["ChangeSettings"];
        trace?: never;
    };
    "/_sandbox/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 调用日志 · List exchanges
         * @description The last exchanges of vendor calls, oldest first, secrets masked. Calls of this control API are not among them; with changes=true the calls that changed a world are included, in order. Each has the number of the exchange before it.
         */
        get: operations["ListJournal"];
        put?: never;
        post?: never;
        /**
         * 清空日志 · Clear the journal
         * @description Forgets all exchanges. Their numbers go on.
         */
        delete: operations["ClearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 故障规则列表 · List the rules of a world
         * @description The rules that change calls of this world, in the order in which they are tried, and how often each was met.
         */
        get: operations["ListFaults"];
        put?: never;
        /**
         * 添加故障规则 · Add a rule
         * @description Changes calls of this world from now on, for unmodified clients: another answer, a late one, a part of one, or none. A rule that can never fire is refused. The rules are forgotten when the world is reset or dropped.
         */
        post: operations["AddFault"];
        /**
         * 清空故障规则 · Remove all rules
         * @description Scenarios go on.
         */
        delete: operations["ClearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/faults/{fault}": {
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
         * 删除故障规则 · Remove a rule
         * @description The others go on.
         */
        delete: operations["RemoveFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 场景列表 · List the scenarios
         * @description Named ways for a day to go wrong: those of the specs and those of the user's folder.
         */
        get: operations["ListScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/scenarios/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看场景 · Show a scenario
         * @description Its steps, and what a good client does.
         */
        get: operations["ShowScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/scenarios/{scenario}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 启动场景 · Start a scenario
         * @description Begins at its first step, whether it ran before or not.
         */
        post: operations["StartScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/scenarios/{scenario}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停止场景 · Stop a scenario
         * @description It changes no further calls. Before its last step it counts as unfinished.
         */
        post: operations["StopScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/scenario-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 场景状态 · Where the scenarios stand
         * @description All scenarios that were started in this world, in that order, and how many of them have not ended.
         */
        get: operations["ListScenarioRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事实列表 · List facts
         * @description What became true in a world, in order. Starting worlds tell none: that is how things are.
         */
        get: operations["ListFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事实流 · Follow facts
         * @description What becomes true in a world, as it happens: server-sent events with the fact's number as id, its name as event and the fact as data, just as ListFacts writes it. Begins with what is numbered above since, or above the header Last-Event-ID, else with what comes next. A comment comes every ten seconds; the stream ends when the world is dropped or put back, or the sandbox stops, which a last comment says.
         */
        get: operations["FollowFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 生产接口消息 · List calls of sellers
         * @description The calls that the marketplace makes of sellers' production interfaces, in the order in which they were planned; of many, the newest.
         */
        get: operations["ListDeliveries"];
        put?: never;
        /**
         * 手动调用 · Call a seller by hand
         * @description Makes one call of a seller now, about an order, a resource, a licence or a product, and answers when its first attempt is through. Nothing is tried again when it fails. Under a live clock work that is due anyhow is done as well.
         */
        post: operations["TriggerDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 调用详情 · Show a call of a seller with its attempts
         * @description Every attempt as it went out and came back: the request, the text that was signed, the answer, and the verdict on it.
         */
        get: operations["ShowDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries/{delivery}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新启动 · Restart a call of a seller
         * @description Begins the timetable of a held or given-up call anew and answers when its next attempt is through.
         */
        post: operations["RestartDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries/{delivery}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停投递 · Hold a call of a seller
         * @description Keeps a waiting call from being made until you release it. The order that waits for it goes on waiting. The vendor has no such step.
         */
        post: operations["HoldDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries/{delivery}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放行投递 · Release a call of a seller that was held
         * @description Lets a call that was held by hand go on with its timetable: the next attempt is made when it was due, or at once if that is past. Answers when it is through, if it is due. A call that the marketplace itself holds is restarted instead.
         */
        post: operations["ReleaseDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/delivery-resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新发送 · Send calls of a seller again
         * @description Sends the last attempt of one or several calls once more, byte for byte or signed anew. Each is a delivery of its own that names the one it repeats. What the seller answers is judged and shown; no order, resource or other delivery changes by it. Several are sent one after the other. Without a delay the operation answers when the last has its answer.
         */
        post: operations["ResendDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/examinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 商家检查列表 · List examinations of sellers
         * @description The examinations that run or have run, and the profiles that StartExamination takes with their cases. The last 20 are kept.
         */
        get: operations["ListExaminations"];
        put?: never;
        /**
         * 检查商家生产接口 · Examine a seller
         * @description Calls a seller's production interface as the marketplace does and checks every answer, as `koosandbox verify seller` does. Answers at once; ShowExamination tells how far it has come. Address and keys that are not sent are those that the world holds for its seller. No world is changed.
         */
        post: operations["StartExamination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/examinations/{examination}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 商家检查进度 · Show an examination
         * @description How far it has come: the results of the cases in their order, each with its findings and the exchange that they are about. Secrets are masked.
         */
        get: operations["ShowExamination"];
        put?: never;
        post?: never;
        /**
         * 删除商家检查 · Remove an examination
         * @description Forgets it. One that is running ends after its present case.
         */
        delete: operations["RemoveExamination"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 覆盖率 · Show what was exercised
         * @description What was exercised in this sandbox so far, in all worlds: each operation, call to sellers and kind of entity with how much of it was exercised. Counting begins with serve --coverage, with the option coverage of the library, or with StartCoverage. Forced replies do not count as exercised. The sandbox's own operations are not counted.
         */
        get: operations["ShowCoverage"];
        put?: never;
        /**
         * 开始统计覆盖率 · Start to count what is exercised
         * @description From now on this sandbox counts what is exercised, in all worlds, until it is closed. A sandbox that counts already goes on. No world is changed.
         */
        post: operations["StartCoverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 回调列表 · List the callbacks and webhooks of your documents
         * @description What the served documents declare, and the calls that were made or are planned in this world, in order.
         */
        get: operations["ListCallbacks"];
        put?: never;
        /**
         * 发送回调 · Send a callback or a webhook
         * @description Makes one call that a served document declares, and answers when its answer is there. Only this machine and allowed hosts are called. Under a live clock work that is due anyhow is done as well.
         */
        post: operations["SendCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/delivery-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 调用规则 · Which fact causes which call
         * @description The table by which facts become calls of sellers, and the timetables of their attempts, with the settings of a world filled in.
         */
        get: operations["ShowDeliveryTable"];
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
        Ready: {
            /** @constant */
            ready: true;
            /** @description Version of the package; dev in a source checkout. */
            version: string;
            /** @description Addresses that answer. */
            addresses: string[];
            /** @description Worlds that are open. */
            worlds: string[];
            /** @description Operations served, these here not counted. */
            operations: number;
            /** @description Vendor calls answered so far. */
            exchanges: number;
            /** @enum {string} */
            auth: "strict" | "lenient";
            /** @enum {string} */
            checkAnswers: "all" | "errors" | "off";
            /**
             * Format: date-time
             * @description The machine's time, with which the times of signatures are compared.
             */
            time: string;
            /** @description Seconds since the process began. */
            uptime: number;
        };
        ProblemError: {
            /** @description What kind of problem it is. */
            title: string;
            /** @description Same as the HTTP status. */
            status: number;
            /** @description What failed, with which value, and what to do next. */
            detail: string;
            /** @description Never changes once published: the key of the problem, or what the world said, such as clock.backwards. */
            code?: string;
            /** @description Every way in which the request strays from its spec. */
            findings?: Record<string, never>[];
            /** @description What would have been possible. */
            documented?: string[];
        };
        Readiness: {
            ready: boolean;
            /** @description Why not. */
            reason?: string;
        };
        OperationSummary: {
            /** @description Such as bss.PayOrders. */
            ref: string;
            /** @description Folder of specs. */
            service: string;
            /** @description operationId. */
            id: string;
            /**
             * @description in: answered here. out: called at the seller.
             * @enum {string}
             */
            direction: "in" | "out";
            /** @description HTTP method. */
            method: string;
            /** @description Path with variables; the name of the call where the seller's address is meant. */
            path: string;
            /** @description One line. */
            summary: string;
            /** @description Kinds of credential. */
            auth: string[];
            /** @description Who may call; absent means anybody. */
            roles?: string[];
            /** @description Permission that can be taken away. */
            permission?: string;
            /**
             * @description How sure the statement is.
             * @enum {string}
             */
            evidence: "seed" | "doc" | "demo" | "obs" | "inferred" | "unknown";
            /** @description Ids of sources. */
            source: string[];
            /** @description Keys of the documented errors. */
            errors: string[];
            /**
             * @description Where the answer comes from.
             * @enum {string}
             */
            answeredBy: "behaviour" | "example" | "generated" | "control" | "seller";
            /** @description File and line of the spec. */
            place?: string;
        };
        OperationList: {
            /** @description How many. */
            count: number;
            operations: components["schemas"]["OperationSummary"][];
        };
        ForcedError: {
            /** @description What X-Sandbox-Error takes. */
            key: string;
            /** @description Code on the wire. */
            code: string;
            /** @description HTTP status. */
            status: number;
            /** @description Text on the wire. */
            message: string;
            /** @description What it says. */
            meaning?: string;
            /** @description How to reach it without forcing. */
            cause?: string;
            /**
             * @description How sure the statement is.
             * @enum {string}
             */
            evidence: "seed" | "doc" | "demo" | "obs" | "inferred" | "unknown";
            /** @description Ids of sources. */
            source: string[];
        };
        OperationDetail: {
            /** @description Such as bss.PayOrders. */
            ref: string;
            /** @description Folder of specs. */
            service: string;
            /** @description operationId. */
            id: string;
            /**
             * @description in: answered here. out: called at the seller.
             * @enum {string}
             */
            direction: "in" | "out";
            /** @description HTTP method. */
            method: string;
            /** @description Path with variables; the name of the call where the seller's address is meant. */
            path: string;
            /** @description One line. */
            summary: string;
            /** @description Kinds of credential. */
            auth: string[];
            /** @description Who may call; absent means anybody. */
            roles?: string[];
            /** @description Permission that can be taken away. */
            permission?: string;
            /**
             * @description How sure the statement is.
             * @enum {string}
             */
            evidence: "seed" | "doc" | "demo" | "obs" | "inferred" | "unknown";
            /** @description Ids of sources. */
            source: string[];
            /** @description Keys of the documented errors. */
            errors: string[];
            /**
             * @description Where the answer comes from.
             * @enum {string}
             */
            answeredBy: "behaviour" | "example" | "generated" | "control" | "seller";
            /** @description File and line of the spec. */
            place?: string;
            /** @description What it is for. */
            description?: string;
            parameters: {
                name: string;
                in: string;
                required: boolean;
                type?: string;
                description?: string;
            }[];
            /** @description Media types of the request body. */
            bodyTypes: string[];
            /** @description Success answers and their examples. */
            answers: {
                status: number;
                examples: string[];
            }[];
            /** @description Why no request can be malformed. */
            acceptsAnything?: string;
            /** @description What X-Sandbox-Error accepts here. */
            documented: components["schemas"]["ForcedError"][];
        };
        OpenapiDocument: {
            /** @description Version of OpenAPI. */
            openapi: string;
            info: Record<string, never>;
            paths?: Record<string, never>;
            webhooks?: Record<string, never>;
            components?: Record<string, never>;
        };
        ForcedErrorList: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description Errors of the operations, the gateway not counted. */
            count: number;
            operations: {
                operation: string;
                method: string;
                path: string;
                summary: string;
                errors: components["schemas"]["ForcedError"][];
            }[];
            /** @description Accepted by every vendor operation. */
            gateway: components["schemas"]["ForcedError"][];
        };
        ExplainedError: {
            /** @description What X-Sandbox-Error takes. */
            key: string;
            /** @description Code on the wire. */
            code: string;
            /** @description The service that documents it; gateway for all. */
            service: string;
            /** @description HTTP status. */
            status: number;
            /** @description Text on the wire. */
            message: string;
            /** @description What it says. */
            meaning?: string;
            /** @description How to reach it without forcing. */
            cause?: string;
            /**
             * @description How sure the statement is.
             * @enum {string}
             */
            evidence: "seed" | "doc" | "demo" | "obs" | "inferred" | "unknown";
            /** @description Ids of sources. */
            source: string[];
            /** @description The body on the wire; absent where none is sent. */
            body?: unknown;
            /** @description How operations come to it. */
            ways: {
                operations: string[];
                /**
                 * @description recipe: without forcing. forced: only by forcing. seller: a seller answers it. sandbox: an error of the sandbox itself.
                 * @enum {string}
                 */
                by: "recipe" | "forced" | "seller" | "sandbox";
                /** @description Why there is no recipe. */
                why?: string;
                /** @description Start of the world; absent: default. */
                start?: string;
                /** @description What is done first. */
                steps?: string[];
                /** @description The call that meets it; {name} stands for a known value or one that a step kept. */
                call?: {
                    [key: string]: unknown;
                };
                /** @description JSON pointer to the code in an answer that is a success. */
                inside?: string;
                /** @description Where it is written. */
                place?: string;
            }[];
        };
        ExplainedErrorList: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description Number of errors. */
            count: number;
            errors: components["schemas"]["ExplainedError"][];
        };
        ReproduceErrorRequest: {
            /** @description The operation that answers the error: bss.PayOrders or PayOrders. Default: the first that has a recipe for it. */
            operation?: string;
            /** @description Name of a new world; default: named after the error and the operation, and begun anew if it exists. */
            world?: string;
        };
        ReproducedError: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description The world in which the call meets the error. */
            world: string;
            /** @description Key of the error, as X-Sandbox-Error takes it. */
            key: string;
            /** @description Code on the wire. */
            code: string;
            /** @description HTTP status of the answer. */
            status: number;
            /** @description JSON pointer to the code in an answer that is a success; absent where the answer itself is the error. */
            inside?: string;
            /** @description The operation that answers it. */
            operation: string;
            /** @description Every operation with a recipe for this error. */
            operations: string[];
            /** @description What was done in the world. */
            steps: string[];
            /** @description The call. It goes out as it is. */
            call: {
                method: string;
                url: string;
                headers: {
                    [key: string]: string;
                };
                /** @description Absent where none is sent. */
                body?: string;
            };
            /** @description How often it is made at most until it meets the error. */
            times: number;
            /** @description One part of the call is filled up to that size; it would be too long to write out. */
            fill?: {
                /** @enum {string} */
                in: "query" | "header" | "body";
                bytes: number;
            };
            /** @description The same as a command line. */
            curl: string;
        };
        Source: {
            /** @description Seed id or short form of a page. */
            id: string;
            /** @description seed, page, sdk, definition, demo, observation, standard. */
            kind: string;
            /** @description Seed document. */
            document?: string;
            /** @description What it says, in our words. */
            statement?: string;
            /** @description Title of the page. */
            title?: string;
            /** @description Address of the page. */
            address?: string;
            /** @description Date of the page, where it has one. */
            date?: string;
            /** @description Places of the specs that cite it. */
            cited: number;
        };
        SourceList: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description How many. */
            count: number;
            sources: components["schemas"]["Source"][];
        };
        SourceThread: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description Seed id or short form of a page. */
            id: string;
            /** @description seed, page, sdk, definition, demo, observation, standard. */
            kind: string;
            /** @description Seed document. */
            document?: string;
            /** @description What it says, in our words. */
            statement?: string;
            /** @description Title of the page. */
            title?: string;
            /** @description Address of the page. */
            address?: string;
            /** @description Date of the page, where it has one. */
            date?: string;
            /** @description Places of the specs that cite it. */
            cited: number;
            places: {
                /**
                 * @description Kind of thing that cites it.
                 * @enum {string}
                 */
                what: "operation" | "schema" | "error" | "setting" | "transition";
                /** @description Such as bss.PayOrders, bss#OrderInfo, bss!cbc/CBC.0100. */
                name: string;
                /** @description JSON pointer inside that thing. */
                pointer: string;
                evidence?: string;
                /** @description File and line. */
                place?: string;
            }[];
        };
        World: {
            /** @description Its name. */
            name: string;
            /** @description False when the sandbox made the name up; such worlds are dropped when idle. */
            named: boolean;
            /** @description It is dropped when it was not used for so long, by the machine's time. */
            ttl?: string;
            /** @description The named start it was born from; absent for forks. */
            start?: string;
            /** @description The world it was forked from. */
            parent?: string;
            /**
             * @description live follows the machine. frozen moves when told.
             * @enum {string}
             */
            mode: "live" | "frozen";
            /**
             * Format: date-time
             * @description Its time.
             */
            now: string;
            /** @description Orders in it. */
            orders: number;
            /** @description Facts told in it. */
            facts: number;
        };
        WorldList: {
            /** @description How many. */
            count: number;
            worlds: components["schemas"]["World"][];
            /** @description Named starts that a world can be opened from. */
            starts: string[];
        };
        CreateWorldRequest: {
            /** @description Small letters, digits and hyphens. */
            name?: string;
            /** @description Named start; default when absent. */
            start?: string;
            /** @description World to fork instead. */
            from?: string;
            /** @description The world is dropped when it was not used for so long, by the machine's time: 2h, PT30M. Default: it stays; without a name an hour. */
            ttl?: string;
            /** @description Snapshot to begin from instead. */
            snapshot?: string;
        };
        Comparison: {
            /** @description This world: here. */
            world: string;
            /** @description The other one: there. */
            with: string;
            /**
             * Format: date-time
             * @description World time here.
             */
            now: string;
            /**
             * Format: date-time
             * @description World time there.
             */
            withNow: string;
            /** @description Collections that differ. */
            collections: {
                kind: string;
                onlyHere: number;
                onlyThere: number;
                changed: number;
            }[];
            /** @description Settings that differ. */
            settings: {
                name: string;
                here?: unknown;
                there?: unknown;
            }[];
            /** @description How many entities differ. */
            total: number;
            /** @description How many of them are here. */
            count: number;
            differences: {
                /** @description Which collection. */
                kind: string;
                /** @description Its id. */
                id: string;
                /**
                 * @description Which world has it.
                 * @enum {string}
                 */
                where: "here" | "there" | "both";
                /** @description Of an entity that both have: what differs. Absent on one side: the member is missing there. */
                members: {
                    pointer: string;
                    here?: unknown;
                    there?: unknown;
                }[];
            }[];
        };
        /** @description Settings and lists of entities by collection, as in koosandbox.config.yaml. What is not known is refused by name; all of it is applied, or nothing. */
        Configuration: {
            /** @description What it is. */
            about?: string;
            /** @description New values by name. */
            settings?: Record<string, never>;
        } & {
            [key: string]: unknown;
        };
        Configured: {
            /** @description Whose. */
            world: string;
            /** @description Ids of what was added by collection. */
            added: {
                [key: string]: string[];
            };
            /** @description What became true by it, in order. */
            facts: {
                n: number;
                /** Format: date-time */
                at: string;
                type: string;
            }[];
        };
        CollectionList: {
            /** @description Whose. */
            world: string;
            /** @description How many collections there are. */
            count: number;
            collections: {
                /** @description Its name in paths. */
                kind: string;
                /** @description Entities in it. */
                count: number;
                /** @description Every state of its transition table, with the number of entities there; empty for what has none. */
                states: {
                    [key: string]: number;
                };
                /** @description Members that ChangeEntity writes over. */
                editable: string[];
            }[];
        };
        /** @description One entity as starting worlds and configurations write it: money as yuan in quotation marks, moments as ISO 8601 UTC. */
        Entity: {
            /** @description Its id. */
            id: string;
        } & {
            [key: string]: unknown;
        };
        EntityList: {
            /** @description Whose. */
            world: string;
            /** @description Which collection. */
            kind: string;
            /** @description How many match. */
            total: number;
            /** @description How many are here. */
            count: number;
            entities: components["schemas"]["Entity"][];
        };
        EntityDetail: {
            /** @description Whose. */
            world: string;
            /** @description Which collection. */
            kind: string;
            entity: components["schemas"]["Entity"];
            /** @description Events that the transition table knows in its state. */
            next: {
                event: string;
                to: string;
            }[];
            /** @description States that PutState may reach from here, the nearest first. */
            reachable: string[];
        };
        /** @description New values by member, written as in a configuration; null takes an optional one away. */
        ChangeEntityRequest: {
            [key: string]: unknown;
        };
        EntityPut: {
            /** @description Whose. */
            world: string;
            /** @description Which collection. */
            kind: string;
            /** @description The state before. */
            was?: string;
            /** @description The state now. */
            status?: string;
            /** @description Events of the transition table that were gone through. */
            path: string[];
            entity: components["schemas"]["Entity"];
            /** @description What became true by it, in order. */
            facts: {
                n: number;
                /** Format: date-time */
                at: string;
                type: string;
            }[];
        };
        PutStateRequest: {
            /** @description A state of its transition table. */
            status: string;
            /** @description Why, where a state has several reasons: violation or arrears of a frozen resource, a refusal of a filing, the code of a faulty record. */
            reason?: string;
        };
        Lifecycle: {
            /** @description Whose. */
            world: string;
            /** @description Which collection. */
            kind: string;
            /** @description Its id. */
            id: string;
            /**
             * Format: date-time
             * @description World time.
             */
            now: string;
            /** @description Where it stands; absent for what has no states. */
            status?: string;
            /** @description Every state of its transition table, in its order. */
            states: string[];
            /** @description The rows of its transition table. From none: the event creates the entity. */
            transitions: {
                from: string;
                event: string;
                to: string;
                about?: string;
                sources?: string[];
                evidence?: string;
            }[];
            /** @description How it came there, oldest first, as far as facts and its own times tell. */
            way: {
                /**
                 * Format: date-time
                 * @description World time.
                 */
                at: string;
                /** @description The state from then on, where it is certain. */
                state?: string;
                /** @description The event that led there, where it is certain. */
                event?: string;
                /** @description The fact that tells of it. */
                fact?: {
                    n: number;
                    type: string;
                };
                /** @description The member that holds the time, where no fact tells of it. */
                member?: string;
            }[];
            /** @description Events of the table in its state. */
            steps: {
                /** @description Send it to TakeStep. */
                event: string;
                /** @description The state that it leads to. */
                to: string;
                /** @description What it means. */
                about?: string;
                /** @description Whether it can be taken now. */
                allowed: boolean;
                /** @description Why it cannot. */
                refused?: string;
            }[];
        };
        TakeStepRequest: {
            /** @description Event of the transition table in the present state, such as pay. */
            event: string;
            /** @description Why, where the step has several reasons: violation for a freeze. */
            reason?: string;
        };
        RelatedList: {
            /** @description Whose. */
            world: string;
            /** @description Which collection. */
            kind: string;
            /** @description Its id. */
            id: string;
            /** @description How many groups there are. */
            count: number;
            related: {
                /** @description Collection of these entities. */
                kind: string;
                /** @description The member that names the other one. */
                member: string;
                /**
                 * @description names: the entity names these; named: these name the entity.
                 * @enum {string}
                 */
                direction: "names" | "named";
                /** @description How many there are. */
                total: number;
                entities: {
                    id: string;
                    status?: string;
                    name?: string;
                    type?: string;
                }[];
            }[];
        };
        /** @description A whole world. Beside these members one list for each collection (accounts, orders, resources …), written as starting worlds write them: times as UTC moments, money as yuan in quotation marks. The sandbox checks what it reads strictly against the shape of each collection. */
        WorldFile: {
            /** @description 1. A newer format is refused by name. */
            format: number;
        } & {
            [key: string]: unknown;
        };
        SaveSnapshotRequest: {
            /** @description Small letters, digits and hyphens. */
            name: string;
        };
        Snapshot: {
            /** @description Its name. */
            name: string;
            /** @description The world it was taken of; it may be gone by now. */
            world: string;
            /**
             * Format: date-time
             * @description The time of the world then.
             */
            now: string;
        };
        RestoreSnapshotRequest: {
            /** @description A snapshot of this world. */
            snapshot: string;
        };
        SnapshotList: {
            /** @description How many. */
            count: number;
            snapshots: components["schemas"]["Snapshot"][];
        };
        ExplainSignatureRequest: {
            /** @description A curl command, an entry of a HAR file as JSON, or raw HTTP. */
            request: string;
            /** @description Key of the seller console that signs, instead of those of the world. */
            key?: string;
            /** @description Secret key (SK) that signs, instead of those of the world. */
            sk?: string;
            /** @description The text that your code signed: it is compared with the right one. */
            signedText?: string;
        };
        SignatureExplanation: {
            /**
             * @description How the request is signed.
             * @enum {string}
             */
            scheme: "SDK-HMAC-SHA256" | "V2" | "kit" | "V1.0" | "kit V1.0" | "usage push";
            /** @enum {string} */
            direction: "app → cloud" | "marketplace → seller" | "seller → marketplace";
            /** @description From the request to the signature. A key is written as {key}. */
            steps: {
                title: string;
                text: string;
                /** @description How it is done. */
                about: string;
            }[];
            /** @description The key that was used, by its name. */
            key: string;
            /** @description The right signature. */
            expected: string;
            /** @description The signature that the request carries. */
            given?: string;
            /** @description Whether they are the same. */
            matches: boolean;
            /** @description What the signer did wrong, where a usual mistake gives this very signature. */
            mistakes: {
                id: string;
                says: string;
            }[];
            /** @description Where the text that was signed begins to differ. */
            difference?: {
                line: number;
                column: number;
                expected: string;
                signed: string;
            };
            /** @description What to do next. */
            next: string;
        };
        PrintedCredentials: {
            /** @description Access key. */
            ak: string;
            /** @description Secret key. */
            sk: string;
            /** @description X-Auth-Token. */
            token: string;
            /** @description Account. */
            domain_id: string;
            /** @description Its name. */
            domain_name: string;
            /** @description Its first project. */
            project_id: string;
            /** @description Region of that project. */
            project_name: string;
            /** @description IAM user. */
            user_name: string;
            /** @description Password of that user. */
            password: string;
            /** @description AppCode of a seller. */
            appcode?: string;
            /** @description Application credentials of a seller with the identity centre. */
            oauth?: {
                client_id: string;
                client_secret: string;
                app_id: string;
                redirect_uris: string[];
            }[];
            /** @description Keys of a seller by interface. */
            keys?: {
                [key: string]: string;
            };
        };
        Credentials: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description World they belong to. */
            world: string;
            /** @description Address of the sandbox. */
            url: string;
            buyer?: components["schemas"]["PrintedCredentials"];
            partner?: components["schemas"]["PrintedCredentials"];
            seller?: components["schemas"]["PrintedCredentials"];
        };
        Clock: {
            /** @description Whose clock. */
            world: string;
            /**
             * @description live follows the machine. frozen moves when told.
             * @enum {string}
             */
            mode: "live" | "frozen";
            /**
             * Format: date-time
             * @description World time.
             */
            now: string;
            /**
             * Format: date-time
             * @description When the next planned work is due.
             */
            next?: string;
            /** @description How far a running advance has come. */
            passing?: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                to: string;
                fired: number;
            };
            /** @description How the last advance ended. failed says why it did not get to where it should. */
            passed?: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                to: string;
                fired: number;
                failed?: string;
            };
        };
        AdvanceClockRequest: {
            /** @description Duration: 90s, 3h, 2d, P1M, PT5S; or next, to the next thing that is planned. */
            by?: string;
            /**
             * @description false: answered at once with 202, and the clock tells how far it has come.
             * @default true
             */
            wait?: boolean;
            /** @description Moment: 2027-01-01T00:00:00Z, or a date for its beginning in UTC. At most the year 9999. */
            to?: string;
        };
        Advanced: {
            /** @description Whose clock. */
            world: string;
            /**
             * @description live follows the machine. frozen moves when told.
             * @enum {string}
             */
            mode: "live" | "frozen";
            /**
             * Format: date-time
             * @description Time before.
             */
            from: string;
            /**
             * Format: date-time
             * @description Time after.
             */
            now: string;
            /** @description How many planned steps were done. */
            count: number;
            /** @description Work that was done on the way, with the facts it told: at most the last 1000. */
            fired: {
                /** Format: date-time */
                at: string;
                work: string;
                /** @description What it is about. */
                about: unknown;
                facts: string[];
            }[];
        };
        Upcoming: {
            /** @description Whose plan. */
            world: string;
            /** @description How many. */
            count: number;
            upcoming: {
                id: string;
                /** Format: date-time */
                at: string;
                work: string;
                /** @description What it is about. */
                about: unknown;
            }[];
        };
        SettingList: {
            /** @description Whose settings. */
            world: string;
            /** @description How many. */
            count: number;
            settings: {
                name: string;
                value: string | number | boolean;
                default: string | number | boolean;
                /** @description The only values allowed. */
                values?: (string | number | boolean)[];
                about: string;
                source: string[];
                evidence?: string;
                /** @description File and line. */
                place?: string;
            }[];
        };
        /** @description New values by name. */
        ChangeSettingsRequest: {
            [key: string]: string | number | boolean;
        };
        JournalEntry: {
            /** @description Number of the exchange. */
            n: number;
            /** @description World that answered. */
            world: string;
            /**
             * Format: date-time
             * @description World time.
             */
            at: string;
            /**
             * Format: date-time
             * @description The machine's time.
             */
            systemTime: string;
            /** @description Machine milliseconds from the last byte of the request to the answer. */
            ms: number;
            /** @description Such as bss.PayOrders; gateway.Nowhere for unknown paths. */
            operation: string;
            /** @enum {string} */
            origin: "behaviour" | "example" | "generated" | "forced" | "scenario" | "refused" | "control";
            caller?: {
                account: string;
                role: string;
                via: string;
            };
            request: {
                method: string;
                path: string;
                query: string;
                headers: {
                    [key: string]: string;
                };
                body: string;
            };
            reply: {
                status: number;
                headers: {
                    [key: string]: string;
                };
                body: string;
            };
            /** @description Key of the error that was answered. */
            error?: string;
            /** @description The rule, or the step of a scenario, that changed the call, and what it did. */
            fault?: {
                rule?: string;
                scenario?: string;
                run?: string;
                step?: number;
                label: string;
            };
            findings: {
                code: string;
                /** @enum {string} */
                level: "error" | "warning" | "info";
                pointer: string;
            }[];
            /** @description X-Request-Id. */
            requestId: string;
        };
        Journal: {
            /**
             * @description Version of this form.
             * @constant
             */
            format: 1;
            /** @description Number of the newest exchange; ask since this to go on. */
            last: number;
            /** @description How many match; the newest of them are here. */
            total: number;
            /** @description How many are here. */
            count: number;
            entries: components["schemas"]["JournalEntry"][];
        };
        /** @description What it matches, which of the matching calls, and what happens to them. A rule that can never fire is refused. */
        Rule: {
            /** @description bss.PayOrders, bss.* or *; of calls of sellers newInstance, production.newInstance, production.* or *. */
            on: string;
            /** @description Values that must be equal: query.status, path.order_id, header.X-Language, body.order_id, caller.role, caller.account. */
            when?: {
                [key: string]: string | number | boolean;
            };
            /** @description How many calls it changes. Absent: all; for a step of a scenario 1. */
            times?: number;
            /** @description How many matching calls pass first. */
            after?: number;
            /** @description Only each third matching call, and so on. */
            every?: number;
            /** @description Share of the matching calls: 5%, or a number up to 1. */
            probability?: string | number;
            /** @description Decides which calls a probability chooses. Absent: the seed of the world. */
            seed?: string | number;
            /** @description A documented error or the name of a documented example. */
            answer?: string;
            /** @description A status with an empty body. */
            status?: number;
            /** @description 30s, or lognormal:200ms,0.5. */
            delay?: string | number;
            /** @description 10B/s: the body is sent slowly. */
            drip?: string;
            /** @description reset, empty, half, chunk or garbage. */
            cut?: string;
            /** @description The answer never comes. */
            hang?: boolean;
            /** @description A rate such as 2/s, or rate and burst; what exceeds it gets the 429 of the gateway. */
            throttle?: string | {
                rate?: string;
                burst?: number;
            };
            /** @description token, key, coupon, login or authorization: ends at this call. */
            expire?: string;
            /** @description How far the clock of the service is off when it checks signatures: 20m, -20m. */
            skew?: string;
            /** @description Moves the clock of the world before the call: 2h. */
            advance?: string;
            /** @description Whether the call changes the world although its answer is lost or replaced. Absent: true, but false with answer, status and throttle. */
            acts?: boolean;
            /** @description Of a call of a seller: twice, again-identical, late (with a delay of world time, or 10m), out-of-order or never. */
            send?: string;
            /** @description Of a call of a seller: wrongly, stale, future, reused-nonce or with-another-key. */
            sign?: string;
            /** @description Of a call of a seller: its answer is read at this rate, 100B/s. */
            slowReader?: string;
            /** @description Of a call of a seller: the connection is closed before the answer is read. */
            abort?: boolean;
            /** @description Of a call of a seller: the body is UTF-16, though its header says UTF-8. */
            wrongEncoding?: boolean;
        } & {
            [key: string]: unknown;
        };
        Fault: {
            /** @description Such as F1, in order of making; the header X-Sandbox-Fault names it. */
            id: string;
            rule: components["schemas"]["Rule"];
            /** @description Calls that matched. */
            met: number;
            /** @description How many of them it changed. */
            fired: number;
            /** @description How many more it will change; absent when there is no limit. */
            left?: number;
        };
        FaultList: {
            world: string;
            count: number;
            faults: components["schemas"]["Fault"][];
        };
        FaultsCleared: {
            world: string;
            /** @description How many there were. */
            removed: number;
        };
        Text: {
            en: string;
            zh: string;
        };
        ScenarioSummary: {
            name: string;
            about: components["schemas"]["Text"];
            client?: components["schemas"]["Text"];
            seller?: components["schemas"]["Text"];
            /** @description How many. */
            steps: number;
            /** @description File and line. */
            place: string;
        };
        ScenarioList: {
            count: number;
            scenarios: components["schemas"]["ScenarioSummary"][];
            /** @description What is wrong with files that changed; their last good version still holds. */
            problems: string[];
        };
        ScenarioShown: {
            name: string;
            about: components["schemas"]["Text"];
            /** @description What a good client does. */
            client?: components["schemas"]["Text"];
            /** @description What a good seller does. */
            seller?: components["schemas"]["Text"];
            steps: components["schemas"]["Rule"][];
            /** @description File and line. */
            place: string;
        };
        ScenarioRun: {
            world: string;
            scenario: string;
            /** @description Of a run that calls play by the header X-Sandbox-Scenario. */
            run?: string;
            /**
             * @description stopped: before all steps had served their calls.
             * @enum {string}
             */
            state: "running" | "finished" | "stopped";
            /** @description The step that is waiting, from 1. */
            step: number;
            /** @description Of how many. */
            steps: number;
            /** @description Calls that this step has changed. */
            served: number;
            /** @description And how many it will. */
            times: number;
            /** @description What it waits for. */
            on: string;
        };
        ScenarioRunList: {
            world: string;
            count: number;
            /** @description How many are running or were stopped before their end. */
            unfinished: number;
            runs: components["schemas"]["ScenarioRun"][];
        };
        FactList: {
            /** @description Whose facts. */
            world: string;
            /** @description Number of the newest fact. */
            last: number;
            /** @description How many are here. */
            count: number;
            facts: {
                n: number;
                /** Format: date-time */
                at: string;
                type: string;
            }[];
        };
        /** @description How the last attempt ended. */
        AttemptSummary: {
            /**
             * Format: date-time
             * @description World time.
             */
            at: string;
            /** @description HTTP status of the answer. */
            status?: number;
            /** @description Why nothing usable came: timeout, unreachable, reset, too-large, broken, redirect, not-allowed, not-dialled, aborted, not-sent. */
            failure?: string;
            resultCode?: string;
            passed: boolean;
            /** @description The rule or the step of a scenario that changed it. */
            fault?: {
                /** @description F3, or nervous-marketplace#2. */
                by: string;
                /** @description Such as sign wrongly. */
                does: string;
            };
            /** @description Codes of the findings, errors first. */
            codes: string[];
        };
        Delivery: {
            /** @description Such as D00000001, in the order of planning. */
            id: string;
            /** @description Such as production.newInstance. */
            operation: string;
            /**
             * @description held waits for a restart, or for a release if it was held by hand; given-up is over.
             * @enum {string}
             */
            status: "waiting" | "calling" | "succeeded" | "held" | "given-up";
            /**
             * @description Kind of interface; each has a key of its own.
             * @enum {string}
             */
            use: "basic" | "kit" | "licence" | "notification";
            sellerId: string;
            addressId: string;
            /** @description The address as the seller set it; absent when it was removed. */
            url?: string;
            /** @description Name in the table, or by-hand. */
            timetable: string;
            /** @description The fact that led to it, with its number, or hand. */
            cause: string;
            orderId?: string;
            orderLineId?: string;
            resourceId?: string;
            licenceId?: string;
            /** @description What else the body needs: scene, status, members set by hand. */
            about?: {
                [key: string]: unknown;
            };
            /** @description What the last good answer says about the instance; a password is masked. */
            answer?: {
                [key: string]: unknown;
            };
            debugging?: boolean;
            /** @description The call that this one sends again. No order changes by its answer. */
            resends?: {
                /** @description Id of the delivery. */
                delivery: string;
                /** @description Which of its attempts. */
                attempt: number;
                /** @description Signed anew; false: the same bytes with the same signature. */
                fresh: boolean;
            };
            /**
             * Format: date-time
             * @description World time.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the next attempt is due, while it waits.
             */
            nextAt?: string;
            /** @description A person holds it; nextAt is when the attempt was due. */
            heldByHand?: boolean;
            /** Format: date-time */
            endedAt?: string;
            /** @description How many were made. */
            attempts: number;
            /** @description The attempt that was cut off when the sandbox stopped; the next one repeats it. */
            repeats?: number;
            /** @description The rule or the step of a scenario that postponed or repeated it. */
            fault?: {
                /** @description F3, or nervous-marketplace#2. */
                by: string;
                /** @description Such as sign wrongly. */
                does: string;
            };
            last?: components["schemas"]["AttemptSummary"];
        };
        DeliveryList: {
            world: string;
            /**
             * Format: date-time
             * @description World time.
             */
            now: string;
            /** @description How many are here. */
            count: number;
            deliveries: components["schemas"]["Delivery"][];
        };
        TriggerDeliveryRequest: {
            /** @description Such as newInstance, or production-v1.newInstance. A bare name means the edition that the seller's address speaks. */
            operation: string;
            /** @description The order that the call is about. */
            order?: string;
            /** @description A resource, by its id or the seller's instance id. */
            resource?: string;
            /** @description A licence code. */
            licence?: string;
            /** @description A product. */
            product?: string;
            /** @description A seller, by the name or the id of its account, for calls about no product. */
            seller?: string;
            /** @description Of refreshInstance and refreshLicenseCode. */
            scene?: string;
            /** @description FREEZE or UNFREEZE. */
            status?: string;
            /** @description Members of the body (parameters of the query) that are to be so and not otherwise. */
            set?: {
                [key: string]: unknown;
            };
            /**
             * @description Sends testFlag 1.
             * @default false
             */
            debugging?: boolean;
        };
        Attempt: {
            /** @description Counted from 1. */
            number: number;
            /** @description The attempt that this one repeats, because the sandbox stopped before its answer came. */
            repeats?: number;
            /**
             * Format: date-time
             * @description World time.
             */
            at: string;
            /**
             * Format: date-time
             * @description The machine's time, which the signature is made with, unless the call was sent again unchanged.
             */
            sentAt: string;
            /** @description Another one for every attempt. */
            businessId?: string;
            /** @description As it went out. */
            request: {
                method: string;
                url: string;
                headers: {
                    [key: string]: string;
                };
                body: string;
                /**
                 * @description Of the body, where that is not UTF-8.
                 * @enum {string}
                 */
                encoding?: "utf-16";
            };
            /** @description The rule or the step of a scenario that changed it. */
            fault?: {
                /** @description F3, or nervous-marketplace#2. */
                by: string;
                /** @description Such as sign wrongly. */
                does: string;
            };
            /** @description The text that was signed, the key taken off its front. */
            canonical: string;
            /** @description As it came; the body is cut at 64 kB. */
            answer?: {
                status: number;
                headers: {
                    [key: string]: string;
                };
                body: string;
                cut?: boolean;
            };
            /** @description Why nothing usable came back. */
            failure?: string;
            /** @description Machine milliseconds until the answer. */
            ms: number;
            resultCode?: string;
            /** @description Every complaint: what was expected, what came, where that is written, in the vendor's words (says), and what usually causes it (hint). */
            findings: {
                code: string;
                /** @enum {string} */
                level: "error" | "warning" | "info";
                pointer: string;
            }[];
            passed: boolean;
        };
        DeliveryShown: {
            world: string;
            /**
             * Format: date-time
             * @description World time.
             */
            now: string;
            delivery: components["schemas"]["Delivery"];
            /** @description The oldest first. */
            attempts: components["schemas"]["Attempt"][];
        };
        ResendDeliveriesRequest: {
            /** @description Ids of deliveries; the last attempt of each is sent again, whether it succeeded or not. */
            deliveries: string[];
            /**
             * @description Compose and sign anew, with another businessId, nonce and timestamp. Otherwise the same bytes go out.
             * @default false
             */
            fresh?: boolean;
            /** @description World time until the first one goes out, such as 30s. Without it they go out now. */
            delay?: string;
            /**
             * @description How often all of them are sent.
             * @default 1
             */
            times?: number;
            /**
             * @description Send them in random order.
             * @default false
             */
            shuffle?: boolean;
            /** @description The same seed gives the same order; only with shuffle. */
            seed?: string;
        };
        DeliveriesResent: {
            world: string;
            /**
             * Format: date-time
             * @description World time.
             */
            now: string;
            /** @description What the random order was made from. */
            seed?: string;
            count: number;
            /** @description One for each call, in the order of sending. */
            deliveries: components["schemas"]["DeliveryShown"][];
        };
        ExaminationSummary: {
            /** @description Its id. */
            id: string;
            /**
             * @description failed: it could not be carried out. A seller with mistakes is no failure.
             * @enum {string}
             */
            state: "running" | "finished" | "failed";
            /** @description Why it failed. */
            problem?: string;
            /** @description Kind of seller. */
            profile: string;
            /** @description Address of the seller. */
            url: string;
            /**
             * Format: date-time
             * @description The machine's time.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description The machine's time.
             */
            endedAt?: string;
            /** @description Cases and life stories that there are at most. */
            total: number;
            /** @description How many have their result. */
            done: number;
            counts: {
                passed: number;
                warned: number;
                failed: number;
                skipped: number;
            };
        };
        ExaminationList: {
            /** @description Whether this sandbox can examine sellers: one that koosandbox serve started. */
            available: boolean;
            profiles: {
                name: string;
                title: string;
                /** @description The kinds of interface whose keys it needs. */
                uses: ("basic" | "kit" | "licence" | "notification")[];
                cases: {
                    name: string;
                    title: string;
                    operation: string;
                }[];
            }[];
            /** @description How many examinations are here. */
            count: number;
            examinations: components["schemas"]["ExaminationSummary"][];
        };
        StartExaminationRequest: {
            /** @description Kind of seller; ListExaminations names them. Default: the first. */
            profile?: string;
            /** @description Address of the seller, path and query included. */
            url?: string;
            /** @description Its keys by kind of interface. */
            keys?: {
                basic?: string;
                kit?: string;
                licence?: string;
                notification?: string;
            };
            /** @description Only these cases, and those that they depend on. */
            cases?: string[];
            /** @description Number of life stories after the cases. Default: 20; with cases, none. */
            stories?: number;
            /** @description The same seed gives the same stories. */
            seed?: string;
            /** @description A product id of the seller, if it checks products; first,second for orders of two products. */
            product?: string;
            /** @description A licence code that the seller knows. */
            licence?: string;
        };
        ExaminationCheck: {
            /** @description Name of the case; send it in cases to run it again. */
            name: string;
            /** @description What is checked. */
            title: string;
            /** @description The call, once the examination has finished. */
            group?: string;
            /** @enum {string} */
            state: "passed" | "warned" | "failed" | "skipped";
            /** @description Why it was skipped. */
            reason?: string;
            /** @description The slowest answer, machine milliseconds. */
            ms?: number;
            findings: ({
                code: string;
                /** @enum {string} */
                level: "error" | "warning" | "info";
                pointer: string;
                expected?: string;
                got?: string;
                source?: string;
                evidence?: string;
                /** @description What to do next. */
                hint?: string;
                /** @description The request, the text that its signature covers, and the answer. */
                exchange?: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
        };
        Examination: {
            /** @description Its id. */
            id: string;
            /**
             * @description failed: it could not be carried out. A seller with mistakes is no failure.
             * @enum {string}
             */
            state: "running" | "finished" | "failed";
            /** @description Why it failed. */
            problem?: string;
            /** @description Kind of seller. */
            profile: string;
            /** @description Address of the seller. */
            url: string;
            /**
             * Format: date-time
             * @description The machine's time.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description The machine's time.
             */
            endedAt?: string;
            /** @description Cases and life stories that there are at most. */
            total: number;
            /** @description How many have their result. */
            done: number;
            counts: {
                passed: number;
                warned: number;
                failed: number;
                skipped: number;
            };
            /** @description Results, in the order in which they came. */
            checks: components["schemas"]["ExaminationCheck"][];
        };
        CoverageCounts: {
            /** @enum {string} */
            kind: "operations" | "parameters" | "statuses" | "errors" | "activities" | "scenes" | "results" | "outcomes" | "transitions";
            /** @description How many were exercised. */
            exercised: number;
            /** @description How many only as forced replies, which do not count. */
            forced: number;
            /** @description How many there are. */
            of: number;
        }[];
        CoverageShown: {
            /** @description Whether this sandbox counts. If not, nothing is exercised. */
            counting: boolean;
            counts: components["schemas"]["CoverageCounts"];
            /** @description In the order of the specs. */
            owners: {
                /** @description An operation, a call to sellers, a kind of entity; gateway for what every operation answers, deliveries for what every call to sellers meets. */
                name: string;
                /** @description Its service; world for transitions. */
                part: string;
                /** @enum {string} */
                direction: "in" | "out" | "world";
                /** @description How many were exercised. */
                exercised: number;
                /** @description How many only as forced replies, which do not count. */
                forced: number;
                /** @description How many there are. */
                of: number;
                counts: components["schemas"]["CoverageCounts"];
            }[];
            /** @description With "of", what there is to exercise. */
            items?: {
                /** @enum {string} */
                kind: "operations" | "parameters" | "statuses" | "errors" | "activities" | "scenes" | "results" | "outcomes" | "transitions";
                /** @description Without the name of its owner. */
                name: string;
                /** @enum {string} */
                state: "exercised" | "forced" | "never";
                /** @description How often. */
                natural: number;
                /** @description How often as a forced reply. */
                forced: number;
            }[];
        };
        SentCallback: {
            id: string;
            name: string;
            method: string;
            url: string;
            headers: {
                [key: string]: string;
            };
            body?: string;
            /** @enum {string} */
            status: "waiting" | "answered" | "failed";
            /**
             * Format: date-time
             * @description World time.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description World time.
             */
            sentAt?: string;
            answer?: {
                status: number;
                headers: {
                    [key: string]: string;
                };
                /** @description Text, at most 65,536 characters. */
                body: string;
            };
            /** @description Why there is no answer: not-allowed, timeout, unreachable. */
            failure?: string;
        };
        CallbackList: {
            world: string;
            declared: {
                /** @description service.operation.callback, or service.webhook. */
                name: string;
                /** @enum {string} */
                kind: "callback" | "webhook";
                /** @description The operation whose request names the address. */
                operation?: string;
                /** @description How the address is found. */
                expression?: string;
                method: string;
                summary?: string;
            }[];
            /** @description Number of the calls below. */
            count: number;
            callbacks: components["schemas"]["SentCallback"][];
        };
        SendCallbackRequest: {
            /** @description As listed: service.operation.callback, or service.webhook. */
            name: string;
            /** @description The address to call. */
            url: string;
            /** @description The whole body, instead of the example or a generated one. */
            body?: unknown;
            /** @description Members of the body with these values. */
            set?: {
                [key: string]: unknown;
            };
        };
        DeliveryTable: {
            timetables: {
                name: string;
                /** @description Pause between two attempts; settings are filled in. */
                every?: string;
                /** @description How long, from the first attempt on. */
                for?: string;
                times?: number;
                /** @description When the order is void, counted from the first attempt; until then a person can restart the call. */
                ends?: string;
                /**
                 * @description cancel = the order is void and paid back, hold = waits for a restart, drop = nothing follows.
                 * @enum {string}
                 */
                afterwards: "cancel" | "hold" | "drop";
                about?: string;
                evidence: string;
                source: string[];
            }[];
            causes: {
                /** @description The fact. */
                on: string;
                /** @description Further conditions, in words of the table. */
                when?: string;
                /**
                 * @description One call each.
                 * @enum {string}
                 */
                each: "order" | "line" | "resource" | "licence" | "application";
                call: string;
                scene?: string;
                status?: string;
                /** @description The call of sellers on the first edition. */
                v1?: string;
                timetable: string;
                v1Timetable?: string;
                onlineTimetable?: string;
                source: string[];
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
    ShowReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        live: true;
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Calls may be sent here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Calls should go elsewhere */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    ShowMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListOperations: {
        parameters: {
            query?: {
                /** @description Only this service. */
                service?: string;
                /** @description in: answered here. out: called at the seller. */
                direction?: "in" | "out";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as bss.PayOrders, or PayOrders where only one service has it. */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDetail"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowSpec: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the service. */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenapiDocument"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListForcedErrors: {
        parameters: {
            query?: {
                /** @description Only this operation: bss.PayOrders or PayOrders. */
                operation?: string;
                /** @description Only operations of this service. */
                service?: string;
                /** @description Only errors with this HTTP status. */
                status?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The errors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForcedErrorList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ExplainError: {
        parameters: {
            query?: {
                /** @description Only for this operation: bss.PayOrders or PayOrders. */
                operation?: string;
            };
            header?: never;
            path: {
                /** @description A documented code or one of its variants: CBC.99003110, APIGW.0301:absent. */
                error: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The error */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedErrorList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ReproduceError: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A documented code or one of its variants: CBC.99003110, APIGW.0301:absent. */
                error: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReproduceErrorRequest"];
            };
        };
        responses: {
            /** @description The world is ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReproducedError"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListEvidence: {
        parameters: {
            query?: {
                /** @description Only sources of this kind. */
                kind?: "seed" | "page" | "sdk" | "definition" | "demo" | "observation" | "standard";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Seed id or page: S-06, OCE/api_order_00013. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceThread"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListWorlds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The worlds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    CreateWorld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorldRequest"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The world */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    DropWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dropped */
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
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ResetWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was born */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    CompareWorlds: {
        parameters: {
            query: {
                /** @description The other world. */
                with: string;
                /** @description List the differences of this collection only. */
                kind?: string;
                /** @description How many differences to leave out at the beginning. */
                offset?: number;
                /** @description At most so many differences. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ApplyConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Configuration"];
            };
        };
        responses: {
            /** @description Applied */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Configured"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListCollections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListEntities: {
        parameters: {
            query?: {
                /** @description Only those in this state. */
                status?: string;
                /** @description Only what belongs to this account: its id, its name, or the role it is printed for. */
                account?: string;
                /** @description Only those of this type or kind, such as renewal. */
                type?: string;
                /** @description Only those that hold this text somewhere. */
                text?: string;
                /** @description Begin with the newest. */
                newest?: boolean;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entities */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
                /** @description Its id, percent-encoded. Accounts and products are meant by their names as well. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDetail"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ChangeEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
                /** @description Its id, percent-encoded. Accounts and products are meant by their names as well. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEntityRequest"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityPut"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    PutState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
                /** @description Its id, percent-encoded. Accounts and products are meant by their names as well. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutStateRequest"];
            };
        };
        responses: {
            /** @description There, or there already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityPut"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowLifecycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
                /** @description Its id, percent-encoded. Accounts and products are meant by their names as well. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lifecycle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycle"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    TakeStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
                /** @description Its id, percent-encoded. Accounts and products are meant by their names as well. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeStepRequest"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityPut"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListRelated: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
                /** @description Collection: orders, resources, licences … ListCollections names them. */
                kind: string;
                /** @description Its id, percent-encoded. Accounts and products are meant by their names as well. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What belongs to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ExportWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldFile"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ImportWorld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorldFile"];
            };
        };
        responses: {
            /** @description The world */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    SaveSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveSnapshotRequest"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    RestoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the world. */
                world: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreSnapshotRequest"];
            };
        };
        responses: {
            /** @description As it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["World"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    DropSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the snapshot. */
                snapshot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dropped */
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
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ExplainSignature: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainSignatureRequest"];
            };
        };
        responses: {
            /** @description The explanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignatureExplanation"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowCredentials: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credentials */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowClock: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    AdvanceClock: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceClockRequest"];
            };
        };
        responses: {
            /** @description What happened on the way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advanced"];
                };
            };
            /** @description It has begun; the clock tells how far it has come */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    FreezeClock: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ReleaseClock: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListUpcoming: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upcoming"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListSettings: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ChangeSettings: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettingsRequest"];
            };
        };
        responses: {
            /** @description All settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListJournal: {
        parameters: {
            query?: {
                /** @description Only this world. Absent: all. */
                world?: string;
                /** @description Only this operation: bss.PayOrders or PayOrders. */
                operation?: string;
                /** @description Include changes made through the console, this API or the library. */
                changes?: boolean;
                /** @description Only those that hold this text somewhere: in the path, a header, a body, a finding. Secrets are masked before; upper and lower case count the same. */
                text?: string;
                /** @description Only those whose path holds this. */
                path?: string;
                /** @description Only those answered with this status: 404, or 4xx for all from 400 to 499. */
                status?: string;
                /** @description Only those whose worst finding is an error or a warning; none: neither of them. */
                verdict?: "error" | "warning" | "none";
                /** @description Only what is numbered below this: the page before the one that begins with it. */
                before?: number;
                /** @description Only what is numbered above this. */
                since?: number;
                /** @description At most so many, the newest of them. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchanges */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journal"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ClearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cleared */
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
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListFaults: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    AddFault: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rule"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ClearFaults: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultsCleared"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    RemoveFault: {
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
                /** @description Id of a rule, such as F1. */
                fault: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
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
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenarios */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a scenario, such as throttled-then-fine. */
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenario */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    StartScenario: {
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
                /** @description Name of a scenario, such as throttled-then-fine. */
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Started */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRun"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    StopScenario: {
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
                /** @description Name of a scenario, such as throttled-then-fine. */
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stopped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRun"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListScenarioRuns: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRunList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListFacts: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
                /** @description Only those that name this id: of an order, a resource, an account … */
                about?: string;
                /** @description Only what is numbered above this. */
                since?: number;
                /** @description At most so many, the newest of them. */
                limit?: number;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The facts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    FollowFacts: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
                /** @description Begin with what is numbered above this; 0 for everything. */
                since?: number;
                /** @description Only facts of this name, or of these with commas between: order.paid,order.completed. */
                type?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
                /** @description Sent by clients that come back: the number of the last fact they saw. */
                "Last-Event-ID"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListDeliveries: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
                /** @description Only those of this order. */
                order?: string;
                /** @description Only this call: newInstance, or production.newInstance. */
                operation?: string;
                /** @description Only those that stand so. */
                status?: "waiting" | "calling" | "succeeded" | "held" | "given-up";
                /** @description Only those planned after this one. */
                after?: string;
                /** @description At most so many, the newest of them. */
                limit?: number;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calls */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    TriggerDelivery: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerDeliveryRequest"];
            };
        };
        responses: {
            /** @description The call and its attempt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowDelivery: {
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
                /** @description Id of a delivery, such as D00000001. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    RestartDelivery: {
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
                /** @description Id of a delivery, such as D00000001. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    HoldDelivery: {
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
                /** @description Id of a delivery, such as D00000001. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ReleaseDelivery: {
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
                /** @description Id of a delivery, such as D00000001. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ResendDeliveries: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendDeliveriesRequest"];
            };
        };
        responses: {
            /** @description The calls and their answers */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesResent"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListExaminations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The examinations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExaminationList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    StartExamination: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartExaminationRequest"];
            };
        };
        responses: {
            /** @description Started */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Examination"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowExamination: {
        parameters: {
            query?: {
                /** @description Leave out so many results at the beginning. */
                since?: number;
            };
            header?: never;
            path: {
                /** @description Id of an examination, such as E0001. */
                examination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The examination */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Examination"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    RemoveExamination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of an examination, such as E0001. */
                examination: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
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
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowCoverage: {
        parameters: {
            query?: {
                /** @description in: calls of the APIs, out: calls to sellers, world: transitions. Default: all. */
                direction?: "in" | "out" | "world";
                /** @description Only this one, with its items: bss.PayOrders, production.newInstance, gateway, deliveries, orders. */
                of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was exercised */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageShown"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    StartCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Always true. */
                        counting: boolean;
                    };
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ListCallbacks: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declared and made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackList"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    SendCallback: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendCallbackRequest"];
            };
        };
        responses: {
            /** @description The call and its answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentCallback"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
    ShowDeliveryTable: {
        parameters: {
            query?: {
                /** @description World spoken of. Absent: the header X-Sandbox-World, else default. */
                world?: string;
            };
            header?: {
                /** @description World spoken of where the query does not name one. */
                "X-Sandbox-World"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryTable"];
                };
            };
            /** @description Refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemError"];
                };
            };
        };
    };
}
