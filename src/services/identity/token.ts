import type { operations } from '../../spec/generated/identity.ts'
import { addPeriod } from '../../world/engine/calendar.ts'
import type { Grant, OAuthClient } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'

type IssueToken = operations['IssueOAuthAccessToken']

/** Exchanges a code (once) or a refresh token for an access token of 7200 seconds. The lifetimes are settings of `identity`. */
export const issueToken: Behaviour<IssueToken> = (context) => {
  const { input, world, fail } = context
  const { client_id, client_secret, grant_type } = input.body
  const client = world.clients.get(client_id)
  if (grant_type !== 'authorization_code' && grant_type !== 'refresh_token') return fail('unsupported_grant_type')
  if (!client || client.secret !== client_secret) return fail('invalid_client')
  return grant_type === 'refresh_token' ? refresh(context, client) : exchange(context, client)
}

function exchange({ input, world, fail, refuse }: BehaviourContext<IssueToken>, client: OAuthClient) {
  const { code, redirect_uri } = input.body
  if (code === undefined || code === '') return refuse('missing', '/body/code', 'the code that came to redirect_uri', 'nothing')
  const grant = usable(world, code, 'code', client)
  if (!grant || (redirect_uri !== undefined && redirect_uri !== grant.redirectUri)) return fail('invalid_grant:code')
  world.grants.change(grant.id, { usedAt: world.clock.now() })
  const second = world.setting('identity.refreshToken') ? issue(world, 'refresh', grant).id : undefined
  return answer(world, grant, second)
}

function refresh({ input, world, fail, refuse }: BehaviourContext<IssueToken>, client: OAuthClient) {
  const { refresh_token } = input.body
  if (refresh_token === undefined || refresh_token === '') return refuse('missing', '/body/refresh_token', 'a refresh token', 'nothing')
  const grant = usable(world, refresh_token, 'refresh', client)
  if (!grant) return fail('invalid_grant:refresh')
  if (world.setting('identity.refreshRotation') === 'keep') return answer(world, grant, grant.id)
  world.grants.change(grant.id, { usedAt: world.clock.now() })
  return answer(world, grant, issue(world, 'refresh', grant).id)
}

/** A grant of this client that has not expired and was not used up. */
function usable(world: World, id: string, kind: Grant['kind'], client: OAuthClient): Grant | undefined {
  const grant = world.grants.get(id)
  const alive = grant?.kind === kind && grant.clientId === client.id && grant.usedAt === undefined && grant.expiresAt > world.clock.now()
  return alive ? grant : undefined
}

function answer(world: World, { clientId, userId, scope }: Grant, refreshToken: string | undefined) {
  const access = issue(world, 'access', { clientId, userId, scope })
  return {
    access_token: access.id,
    token_type: 'Bearer' as const,
    expires_in: Math.round((access.expiresAt - world.clock.now()) / 1000),
    scope,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  }
}

const LIFE = { access: 'identity.accessTokenLife', refresh: 'identity.refreshTokenLife' } as const

function issue(world: World, kind: 'access' | 'refresh', { clientId, userId, scope }: Pick<Grant, 'clientId' | 'userId' | 'scope'>): Grant {
  const expiresAt = addPeriod(world.clock.now(), world.setting(LIFE[kind]))
  const grant = world.grants.put({ id: world.ids.hex(`oauth-${kind}`), kind, clientId, userId, scope, expiresAt })
  world.emit({ type: 'grant.issued', grantId: grant.id, clientId, userId })
  return grant
}
