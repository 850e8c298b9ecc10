// Generated from `x-settings` of specs/*/ by `npm run types`. Do not edit.

/** Every setting with the type of its value. Durations are texts such as `PT5S`. */
export interface Settings {
  /** For how long automatic renewal renews where AutoRenewalResources named no period_type - the shortest period on sale (page) or that of the last order (SDK). */
  readonly 'bss.autoRenewalPeriod': 'shortest' | 'last-order'
  /** Payment by API, or automatically at placing, of an order that overlaps the standard contract (contractProducts) and was not confirmed to lie outside of it - refused with CBC.0155 until the buyer confirms (outsideContract of the console), or paid all the same. No page says which, or names a code. */
  readonly 'bss.contractOverlap': 'refused' | 'paid'
  /** Whether the order list still filters by customer_id. The customer's page of 2025-12-23 dropped it; seed, SDKs and partner page have it. */
  readonly 'bss.customerIdFilter': 'accepted' | 'ignored'
  /** How long before its end a resource is announced to end (fact resource.expiring), each time once. The head of the vendor's sentence is not known. */
  readonly 'bss.expiryNotice': string
  /** How many natural days before its end a resource whose automatic renewal failed that day is announced (fact resource.auto-renewal-notice); 0 is the day itself. The vendor's page is cut. */
  readonly 'bss.failedRenewalNotice': string
  /** How long after a resource was opened its unsubscription gives everything back, vouchers included (五天无理由退订, 5 x 24 hours). */
  readonly 'bss.fullRefundPeriod': string
  /** How many such full refunds an account has in a calendar year, over all services and sellers. Further unsubscriptions of Huawei Cloud's services are ordinary ones; KooGallery refuses them. */
  readonly 'bss.fullRefundsPerYear': number
  /** How long a resource stays usable after its end or after the account fell into arrears (宽限期): by the level of the customer (level), or one length for all, such as P15D. By level it is 7 days for V3 to V5 and 1 day below; for pay-per-use 7 days for V4 and V5, 1 for V3 and none below. */
  readonly 'bss.gracePeriod': string
  /** How far from now the end of a resource may lie after a renewal; further is answered with CBC.99003154. PT0S limits nothing. */
  readonly 'bss.longestDuration': string
  /** The 403 of a caller without permission, where the sources name both codes (order list, order details, payment). Operations that document one of them keep theirs. */
  readonly 'bss.noPermissionCode': 'CBC.0155' | 'CBC.0151'
  /** A resource query with resource_ids null - no filter (page) or a parameter error (SDK). */
  readonly 'bss.nullResourceIds': 'ignored' | 'refused'
  /** Kinds of discount that can be used for paying - 0, 2, 3 (page) or 0, 1, 2, 3, 609 (SDK). */
  readonly 'bss.payDiscountTypes': 'page' | 'sdk'
  /** A list of coupons or discounts sent although use_coupon or use_discount says NO - ignored (page) or a parameter error (SDK). */
  readonly 'bss.payWithNo': 'ignored' | 'refused'
  /** How long after its creation an order can be paid. A promotion or coupon that ends earlier shortens it to its own end. */
  readonly 'bss.paymentDeadline': string
  /** How long after a payment the same customer can pay again; earlier is answered with CBC.99008040. PT0S counts nothing. */
  readonly 'bss.paymentInterval': string
  /** How long a paid order stays in status 3 until its resources exist, and a renewal or unsubscription until it is done. */
  readonly 'bss.provisioningDelay': string
  /** Requests per second that one address may send to one operation; 0 counts nothing. Excess is answered by the gateway with 429. */
  readonly 'bss.rate': 0 | 10 | 20
  /** Handling fee of a later unsubscription, in percent of what is left after the consumed part. The vendor's rate depends on the case. */
  readonly 'bss.refundCommission': number
  /** How many natural days before its release a resource that ended, and whose automatic renewal failed that day, is announced (fact resource.auto-renewal-notice). The vendor's page is cut. */
  readonly 'bss.releaseNotice': string
  /** Whether a renewal must carry expire_policy, which has no effect. The newest page and the SDKs do not know the field any more; an older page demanded it. */
  readonly 'bss.renewExpirePolicy': 'required' | 'optional'
  /** How long a frozen resource is kept before it is released (保留期): by the level of the customer (level), or one length for all. By level it is 15 days for V4 and V5, 7 for V1 to V3 and 1 for V0; 15 for all on the international site. */
  readonly 'bss.retentionPeriod': string
  /** Which site the customers belong to. On the international one retention lasts 15 days for every level. */
  readonly 'bss.site': 'mainland' | 'international'
  /** What becomes of a query value in a form that the page calls not supported (empty, "" or null): strict refuses it, lenient reads it as absent. That it is refused, and with which code, is not published. */
  readonly 'bss.unsupportedPresence': 'strict' | 'lenient'
  /** How many application credentials a seller may have. Published nowhere. */
  readonly 'console.applicationsPerSeller': number
  /** How long after the buyer's acceptance an order under supervision is completed. Published is "within 3 hours"; the default is the latest moment. */
  readonly 'console.completionDelay': string
  /** Working days of the authority's review of an ICP filing. Published is "usually within 20", shorter in some provinces. */
  readonly 'console.filingAuthorityDays': number
  /** Working days of the vendor's look at the claim of an earlier filing. Published is 1 to 2; the default is the latest. */
  readonly 'console.filingClaimDays': number
  /** How long an authorisation code for ICP filing is good while nobody uses it. It ends with the server that it stands for (server); a length such as P30D ends it before. */
  readonly 'console.filingCodeLife': string
  /** Working days of the vendor's first review of an ICP filing. Published is 1 to 2; the default is the latest. */
  readonly 'console.filingFirstReviewDays': number
  /** How many websites or apps a NAT gateway or a dedicated cloud carries. Published are 5 for a cloud server or Flexus L instance and 3 for an enterprise portal. */
  readonly 'console.filingQuota': number
  /** Public holidays of China that are no working days, and weekends that are (with a plus sign), as dates on its calendar: '2026-01-01, +2026-01-04'. Without them Monday to Friday are working days. The State Council settles them year by year. */
  readonly 'console.holidays': string
  /** Whether orders of images can be notified (订单通知). The page of 2024-10-23 lists images, the one of 2025-12-30 does not; the default follows the newer one. */
  readonly 'console.notifyImages': boolean
  /** Whether SetAddress refuses what the vendor does not take (http, a bare IP address, a name and password in it); off, it only warns, because a sandbox's seller usually listens on http://localhost. */
  readonly 'console.strictAddresses': boolean
  /** How many days a trial lasts that was asked for without a period. The vendor leaves it to each seller. */
  readonly 'console.trialDays': number
  /** Beginning of the gateway's codes. The signing guide writes APIGW, the throttling texts of the billing interfaces APIG. */
  readonly 'gateway.prefix': 'APIGW' | 'APIG'
  /** How long a token is valid. */
  readonly 'iam.tokenLife': string
  /** How long an access token is valid; expires_in tells it in seconds. 7200 in every example. */
  readonly 'identity.accessTokenLife': string
  /** How long an authorization code can be exchanged. No page says; RFC 6749 advises ten minutes at most. */
  readonly 'identity.codeLife': string
  /** What stands for the person at the browser when the call names nobody. page, nobody is logged in until a person of the world was picked on the login page; automatic, the first person of the world is logged in and the code comes at once. */
  readonly 'identity.login': 'page' | 'automatic'
  /** Where somebody is sent who is not logged in, and after a logout without redirect_url. The address of the real page is not published; this one is the sandbox's own and lists the people of the world. */
  readonly 'identity.loginPage': string
  /** Whether a refresh gives a new refresh token and ends the old one. No page says. */
  readonly 'identity.refreshRotation': 'keep' | 'rotate'
  /** Whether the first answer carries a refresh token. KooGallery's applications get one by default, applications of plain OneAccess do not; one example lacks it. */
  readonly 'identity.refreshToken': boolean
  /** How long a refresh token is valid. */
  readonly 'identity.refreshTokenLife': string
  /** Records per call of the old usage push before MKT.9003. Current pages and the newest error table say 1000, an older table 100. */
  readonly 'koogallery.legacy_usage_batch_limit': 100 | 1000
  /** Whether the old usage push takes faulty records and checks them later, as its rules say, or answers MKT.9001, 9002 and 9004, as its error table says. */
  readonly 'koogallery.legacy_usage_faults': 'background' | 'at-once'
  /** Which of three published tables the licence calls use. A has its own HTTP statuses, B answers 200 for all and knows a repeated activation, CBC is that of online licences. */
  readonly 'koogallery.licence_error_table': 'A' | 'B' | 'CBC'
  /** Where the order query shows what the buyer entered. A recorded answer has it on the line and an empty list on the order; the page names the list of the order. */
  readonly 'koogallery.order_extend_params': 'line' | 'both'
  /** Which published table the order query uses, for success and errors. MKT stands in the access guides with resultCode and resultMsg, CBC in the guide of online licences with error_code and error_msg. */
  readonly 'koogallery.order_query_error_table': 'MKT' | 'CBC'
  /** Order queries per second before MKT.0250, 0 for no limit. The vendor names the code but no number. */
  readonly 'koogallery.order_query_rate': number
  /** Name of the member below data that lists the licence codes refused by the software usage call. Published is its beginning, check_fail_. */
  readonly 'koogallery.software_usage_fail_list': string
  /** Code for an order number that does not exist. None is published; the default is the one for another seller's order. */
  readonly 'koogallery.unknown_order': 'MKT.0150' | 'MKT.0199' | 'MKT.0101'
  /** Whether an upload of type FILE needs file_name. The table says so, the page's own example leaves it out. */
  readonly 'koogallery.upload_file_name': 'required' | 'optional'
  /** Whether files of any kind may be uploaded, or only those published for user guides (rar, zip, doc, docx, pdf, ppt, pptx). */
  readonly 'koogallery.upload_kinds': 'any' | 'documents'
  /** Largest file of an upload, in MB of 1,048,576 bytes. Published for user guides; that it holds here is a guess. The call takes 21 MB in all. */
  readonly 'koogallery.upload_largest_file': number
  /** Name of the answer's member that lists faulty records. Not published; the default is the member of the sibling calls. */
  readonly 'koogallery.usage_abnormal_list': string
  /** Age from which a record is too old (record code 007, MKT.9004). */
  readonly 'koogallery.usage_age_limit': string
  /** How deep the body is sorted before the usage signature is made, all levels or the top one. The page does not say. */
  readonly 'koogallery.usage_body_sorting': 'all' | 'top'
  /** How long after it was taken a record is checked that the answer does not judge (10.2). */
  readonly 'koogallery.usage_check_delay': string
  /** Whether the answer of the new usage push lists faulty records, or only a later background check finds them. */
  readonly 'koogallery.usage_faulty_records': 'listed' | 'background'
  /** Units of usage in one record above which risk control blocks it (record code 019); 0 blocks nothing. What the vendor's looks at is not published. */
  readonly 'koogallery.usage_risk_value': number
  /** How far the header ts may be from the clock. Not published for this call; taken from the production interface's signature. */
  readonly 'koogallery.usage_ts_window': string
  /** How long a call waits for the seller, in machine time. The interface requirements (2023) say PT5S, the newer debugging questions PT20S. */
  readonly 'production-v1.answerTimeout': string
  /** How mobilePhone and email are encrypted on the way to the seller, 1 AES-256 and 2 AES-128; 1 is named the default. */
  readonly 'production-v1.encryptType': '1' | '2'
  /** name of the first element of saasExtendParams in getLicense, whose value is the buyer's identification code. A public seller reads the value alone, so the name is not known. */
  readonly 'production-v1.identificationParameter': string
  /** provisionType of getLicense, whose products open under service supervision. A public seller signs the parameter; its numbers are published nowhere. */
  readonly 'production-v1.licenceProvisionType': string
  /** What testFlag is outside debugging. Pages of 2024 leave it out, older copies name the default 0. */
  readonly 'production-v1.realTrafficTestFlag': 'absent' | '0'
  /** Pause between two calls of renewal, expiry and release that failed. One hour in all is documented, the pause is not. */
  readonly 'production-v1.retryInterval': string
  /** How the JSON array of saasExtendParams is written, in Base64 as in the vendor's example of an upgrade and as public sellers read it, or as plain JSON text. */
  readonly 'production-v1.saasExtendParamsForm': 'base64' | 'json'
  /** customerName of newInstance is mandatory on the mainland page, optional on the international one. */
  readonly 'production-v1.sendCustomerName': boolean
  /** Whether a V2 answer must carry a Body-Sign header. Pages since 2025 do not ask for it, older copies show it or demand it. */
  readonly 'production.answerBodySign': 'optional' | 'required'
  /** Whether an answer's Content-Type may carry a charset parameter. The debugging page names application/json only. */
  readonly 'production.answerContentTypeCharset': 'accept' | 'refuse'
  /** How long a call waits for the seller, in machine time. The interface requirements (2023) say PT5S, the newer debugging questions PT20S. */
  readonly 'production.answerTimeout': string
  /** An answer slower than this is reported although it still counts, since one page sets the limit here. */
  readonly 'production.answerTimeoutWarning': string
  /** productInfo of changeInstanceCheck as an object (table and example) or as JSON text, which one seller's public code prepares for. */
  readonly 'production.changeCheckProductInfo': 'object' | 'string'
  /** The hash inside the OAEP padding of clientSecret. RSA of 3072 bits or more and OAEP are documented, the hash is not; Java's default is sha1. */
  readonly 'production.clientSecretHash': 'sha1' | 'sha256'
  /** expireTime as yyyyMMddHHmmss (table) or with three digits of milliseconds (example of the same page). */
  readonly 'production.expireTimeForm': 'seconds' | 'milliseconds'
  /** How many orders of a product (商品) may fail by its interface in a calendar month of China. One more takes the product off the shelf. */
  readonly 'production.failedOrdersPerMonth': number
  /** Debugging questions shared with V1 refuse a newInstance answer without frontEndUrl, the V2 table has no such member. */
  readonly 'production.newInstanceFrontEndUrl': 'ignore' | 'warn' | 'require'
  /** Characters of a nonce; examples of all three lengths are published. */
  readonly 'production.nonceLength': 16 | 32 | 64
  /** Pause between two order notifications that failed. Three hours in all are documented, the pause is not. */
  readonly 'production.notifyInterval': string
  /** orgInfoList of allOrgSync as an array (table of 2025), as JSON text, or as the text of the published example, whose member names are unquoted so that no JSON parser reads it. */
  readonly 'production.orgInfoListForm': 'array' | 'string' | 'loose-string'
  /** Pause between two queryInstance calls while a new instance is awaited. */
  readonly 'production.pollInterval': string
  /** How long a new instance is awaited; three hours by analogy with the retries of newInstance. */
  readonly 'production.pollLimit': string
  /** Hour of the afternoon's probe on China's clock. */
  readonly 'production.probeAfternoon': number
  /** Hour of the morning's probe on China's clock. Only "each morning and afternoon" is published. */
  readonly 'production.probeMorning': number
  /** Whether saved debugging cases are called again each morning and afternoon (拨测); five days of failures in a row freeze the product. */
  readonly 'production.probes': 'on' | 'off'
  /** What testFlag is outside debugging. Mainland pages since July 2025 leave it out, older ones send 0. */
  readonly 'production.realTrafficTestFlag': 'absent' | '0'
  /** Whose number orderId is in a release after unsubscription, that of the unsubscription or (European wording) of the order to be cancelled. */
  readonly 'production.releaseOrder': 'unsubscription' | 'original'
  /** Content-Type of the calls; all pages but one write the charset without a hyphen. */
  readonly 'production.requestContentType': 'application/json;charset=utf8' | 'application/json;charset=utf-8'
  /** Case of the hex digits of a signature. Examples show both; a receiver compares without case. */
  readonly 'production.signatureCase': 'lower' | 'upper'
  /** Unit of the timestamp parameter. International pages say seconds beside examples of 13 digits. */
  readonly 'production.timestampUnit': 'milliseconds' | 'seconds'
  /** Whose number orderId is when a renewal is taken back, that of the cancelling order (2025) or of the renewal cancelled (2023). */
  readonly 'production.unsubscribedRenewalOrder': 'unsubscription' | 'renewal'
  /** What a purchase does that leaves is_auto_pay out. No page says. */
  readonly 'scm.autoPayByDefault': boolean
  /** Which status refusals carry. The operations document 401, 403 and 500, the code table gives 400 for nearly all codes, and a 500 with SCM.0016 was seen in practice. Default operation, as the source document, the definitions and practice agree. */
  readonly 'scm.statusOfCodes': 'operation' | 'table'
  /** How long after its purchase a certificate refuses to be unsubscribed with SCM.0016. That it does for a while was seen in practice, the length is not known. */
  readonly 'scm.unsubscribeWait': string
  /** Whether the text bandwidth_size must be a whole number from 1 to 2000 (Mbit/s, as in the sibling calls that take an integer) or may be any text, as the schema alone says. */
  readonly 'workspace.bandwidthSizeForm': 'digits' | 'any'
  /** Whether a desktop that cannot be changed shows as result FAIL in its own entry of a 200 (each) or refuses the request (whole). */
  readonly 'workspace.failureOfOneDesktop': 'each' | 'whole'
  /** Whether answers carry job_id. Only the newest definition has it. */
  readonly 'workspace.jobId': boolean
  /** How many entries orders[] has, one for each desktop or one for the whole request. The pages show a single entry for a pool and say nothing about lists. */
  readonly 'workspace.ordersOfBatch': 'per-desktop' | 'one'
  /** Whether a batch order must carry the parameter object that belongs to its type. No page says so, but without it there is nothing to order. */
  readonly 'workspace.paramOfType': 'required' | 'optional'
}

/** Settings whose value is a duration. */
export type DurationSetting =
  | 'bss.fullRefundPeriod'
  | 'bss.longestDuration'
  | 'bss.paymentDeadline'
  | 'bss.paymentInterval'
  | 'bss.provisioningDelay'
  | 'console.completionDelay'
  | 'iam.tokenLife'
  | 'identity.accessTokenLife'
  | 'identity.codeLife'
  | 'identity.refreshTokenLife'
  | 'koogallery.usage_age_limit'
  | 'koogallery.usage_check_delay'
  | 'koogallery.usage_ts_window'
  | 'production-v1.answerTimeout'
  | 'production-v1.retryInterval'
  | 'production.answerTimeout'
  | 'production.answerTimeoutWarning'
  | 'production.notifyInterval'
  | 'production.pollInterval'
  | 'production.pollLimit'
  | 'scm.unsubscribeWait'
