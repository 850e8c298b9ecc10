/**
 * Canonical strings and signatures, for both directions; published as `koogallery-sandbox/signing`.
 * Pure functions on `node:crypto`: no clock, no chance, no other dependency. Every signing function gives back
 * the `canonical` string beside the `value`, because that is what one compares when a signature is refused.
 *
 * @example
 * import { formatSdkDate, signAkSk } from 'koogallery-sandbox/signing'
 *
 * const headers = { host: 'mkt.myhuaweicloud.com', 'x-sdk-date': formatSdkDate(time) }
 * const request = { method: 'GET', path: '/api/mkp-openapi-public/global/v1/order/query', query: 'orderId=CS2207261447AUY4H', headers }
 * const { authorization } = signAkSk(request, { access, secret })
 */

export { type AkSkKeys, type AkSkRequest, type AkSkSignature, type AkSkVerdict, canonicalRequest, signAkSk, verifyAkSk } from './aksk.ts'
export { type AuthToken, signAuthToken, signKitAuthToken, verifyAuthToken, verifyKitAuthToken } from './auth-token.ts'
export {
  AKSK_ALGORITHM,
  type AkSkAuthorization,
  type AuthorizationProblem,
  parseAuthorization,
  REFUSED_ALGORITHMS,
} from './authorization.ts'
export { backendToken } from './backend-token.ts'
export { type BodySignProblem, parseBodySign, signBody, verifyBody } from './body-sign.ts'
export { decryptClientSecret, encryptClientSecret, type OaepHash } from './client-secret.ts'
export { decryptField, deriveFieldKey, type EncryptType, encryptField } from './field-encryption.ts'
export { type ProductionSignature, type ProductionStamp, signKit, signProduction, verifyKit, verifyProduction } from './production.ts'
export { formatSdkDate, parseSdkDate } from './sdk-date.ts'
export { sortedJson } from './sorted-json.ts'
export {
  type Diagnosis,
  diagnosisText,
  explainAkSk,
  explainAuthToken,
  explainBodySign,
  explainKit,
  explainProduction,
  explainUsagePush,
  type Mistake,
  type OtherKey,
} from './tutor/index.ts'
export { signUsagePush, type UsagePush, verifyUsagePush } from './usage-push.ts'
