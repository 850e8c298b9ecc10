/** The SDK signs with AK and SK. This credential makes it send a token of IAM instead, for clients that sign in with a password. */
import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import type { ICredential } from '@huaweicloud/huaweicloud-sdk-core/auth/ICredential.js'
import type { IHttpRequest } from '@huaweicloud/huaweicloud-sdk-core/http/IHttpRequest.js'
// The main entry of this package asks for a file that it does not ship; the entry of its version is complete.
import * as iam from '@huaweicloud/huaweicloud-sdk-iam/v3/public-api.js'

export interface Account {
  readonly domain_name: string
  readonly domain_id: string
  readonly user_name: string
  readonly password: string
  readonly ak: string
  readonly sk: string
}

/** Keeps one token until it is told that the token has died. Calls that need a token at the same moment wait for the same one. */
export class TokenCredential implements ICredential {
  readonly #signIn: () => Promise<string>
  #token: Promise<string> | undefined
  /** What `#token` came to. */
  #known: string | undefined

  constructor(signIn: () => Promise<string>) {
    this.#signIn = signIn
  }

  token(): Promise<string> {
    this.#token ??= this.#signIn().then(
      (token) => {
        this.#known = token
        return token
      },
      (error) => {
        // The next call tries again.
        this.#token = undefined
        throw error
      },
    )
    return this.#token
  }

  /** Does nothing when another call has had the token replaced in the meantime. */
  forget(token: string): void {
    if (this.#known !== token) return
    this.#known = undefined
    this.#token = undefined
  }

  async processAuthRequest(_client: unknown, request: IHttpRequest): Promise<IHttpRequest> {
    request.headers = { ...request.headers, 'X-Auth-Token': await this.token() }
    return request
  }

  async processAuthParams(): Promise<ICredential> {
    return this
  }

  getAk(): undefined {}

  getSk(): undefined {}
}

/** Signs in with the SDK's IAM client. The call itself needs no key, but the SDK makes no client without one. */
export function signInWith(endpoint: string, account: Account): () => Promise<string> {
  const { ak, sk, domain_id: domainId, domain_name, user_name, password } = account
  const client = iam.IamClient.newBuilder().withCredential(new GlobalCredentials({ ak, sk, domainId })).withEndpoint(endpoint).build()
  const user = new iam.PwdPasswordUser(new iam.PwdPasswordUserDomain(domain_name), user_name, password)
  const identity = new iam.PwdIdentity(['password'], new iam.PwdPassword(user))
  // The services of BSS are global: the token is for the account, not for a project.
  const scope = new iam.AuthScope().withDomain(new iam.AuthScopeDomain().withName(domain_name))
  const body = new iam.KeystoneCreateUserTokenByPasswordRequestBody(new iam.PwdAuth(identity, scope))
  return async () => {
    const request = new iam.KeystoneCreateUserTokenByPasswordRequest().withBody(body).withNocatalog('true')
    const answer = await client.keystoneCreateUserTokenByPassword(request)
    return (answer as unknown as { 'X-Subject-Token': string })['X-Subject-Token']
  }
}
