import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
// The main entry of the package asks for a file that it does not ship; the one of its version is whole.
import * as iam from '@huaweicloud/huaweicloud-sdk-iam/v3/public-api.js'
import type { PrintedCredentials } from '../../src/index.ts'

/** The vendor's own IAM client, unmodified, pointed at an address; signs with real keys. */
export function huaweiIam(url: string, { ak, sk, domain_id }: Pick<PrintedCredentials, 'ak' | 'sk' | 'domain_id'>): iam.IamClient {
  return iam.IamClient.newBuilder()
    .withCredential(new GlobalCredentials({ ak, sk, domainId: domain_id }))
    .withEndpoint(url)
    .build()
}

/** Temporary keys for so many seconds. */
export const temporary = (seconds: number) => {
  const identity = new iam.TokenAuthIdentity(['token']).withToken(new iam.IdentityToken().withDurationSeconds(seconds))
  const body = new iam.CreateTemporaryAccessKeyByTokenRequestBody(new iam.TokenAuth(identity))
  return new iam.CreateTemporaryAccessKeyByTokenRequest().withBody(body)
}

/** A new project below another. */
export const project = (name: string, parent: string) =>
  new iam.KeystoneCreateProjectRequest().withBody(
    new iam.KeystoneCreateProjectRequestBody(new iam.KeystoneCreateProjectOption(name, parent)),
  )

/** The login of an account's first user. */
export const login = (own: PrintedCredentials, password: string) => {
  const user = new iam.PwdPasswordUser(new iam.PwdPasswordUserDomain(own.domain_name), own.user_name, password)
  const scope = new iam.AuthScope().withDomain(new iam.AuthScopeDomain().withName(own.domain_name))
  const auth = new iam.PwdAuth(new iam.PwdIdentity(['password'], new iam.PwdPassword(user)), scope)
  return new iam.KeystoneCreateUserTokenByPasswordRequest().withBody(new iam.KeystoneCreateUserTokenByPasswordRequestBody(auth))
}

export { KeystoneListProjectsRequest, KeystoneValidateTokenRequest } from '@huaweicloud/huaweicloud-sdk-iam/v3/public-api.js'
