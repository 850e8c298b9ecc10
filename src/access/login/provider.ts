import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { valuesOf } from './granted-role.ts'
import type { LoginSettings, Provider } from './login-api.ts'
import { LoginRefused } from './login-refused.ts'

/** Seconds to wait for the provider. */
const TIMEOUT = 10

/** Talks to an identity provider, with OpenID Connect: authorization code, PKCE, state and nonce. What the provider offers is read once. */
export function createProvider({ issuer, client, secret, claim = 'groups', scope = 'openid profile email' }: LoginSettings): Provider {
  const address = new URL(issuer)
  let known: Promise<Configuration> | undefined

  const offered = (): Promise<Configuration> => {
    known ??= discovery(address, client, undefined, secret === undefined ? None() : withSecret(secret), {
      timeout: TIMEOUT,
      // Only on this machine, for trials: `openLogins` accepts no other address without TLS.
      execute: address.protocol === 'http:' ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      known = undefined
      throw new LoginRefused('unauthorized', `The identity provider ${issuer} cannot be asked: ${reasonOf(error)}. Try again later.`, {
        cause: error,
      })
    })
    return known
  }

  return {
    async begin(callback) {
      const config = await offered()
      const kept = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback.href,
        scope,
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      })
      return { location: url.href, kept }
    },
    async end(returned, { state, nonce, verifier }) {
      const config = await offered()
      try {
        const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
        const tokens = await authorizationCodeGrant(config, returned, checks)
        const claims = tokens.claims() ?? {}
        const { sub } = claims as { sub?: string }
        // Some providers keep groups out of the token, to keep it short.
        if (valuesOf(claims, claim).length > 0 || sub === undefined || !config.serverMetadata().userinfo_endpoint) return claims
        return { ...claims, ...(await fetchUserInfo(config, tokens.access_token, sub)) }
      } catch (error) {
        throw new LoginRefused('unauthorized', `The login at ${issuer} did not succeed: ${reasonOf(error)}. Log in again.`, {
          cause: error,
        })
      }
    },
    async leave(back) {
      const config = await offered()
      if (!config.serverMetadata().end_session_endpoint) return undefined
      return buildEndSessionUrl(config, { post_logout_redirect_uri: back.href })
    },
  }
}

/** Sends the secret in the way that the provider takes; the standard's way where it says nothing. */
function withSecret(secret: string): ClientAuth {
  const inHeader = ClientSecretBasic(secret)
  const inBody = ClientSecretPost(secret)
  return (server, ...more) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false ? inBody : inHeader)(server, ...more)
}

/** What went wrong, in few words: the code of the protocol or of the connection, where there is one. */
function reasonOf(error: unknown): string {
  const {
    error: code,
    error_description: said,
    message,
    cause,
  } = error as Record<string, unknown> & { cause?: { code?: string; message?: string } }
  const about = typeof code === 'string' ? `${code}${typeof said === 'string' ? `, ${said.slice(0, 200)}` : ''}` : undefined
  return about ?? cause?.code ?? (typeof cause?.message === 'string' && cause.message !== '' ? cause.message : String(message))
}
