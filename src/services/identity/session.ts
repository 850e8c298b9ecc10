import { type Reply, reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/identity.ts'
import { addPeriod } from '../../world/engine/calendar.ts'
import { hashText } from '../../world/engine/chance.ts'
import type { Person } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'

type Authorize = operations['IssueOAuthAuthCode']

/** The cookie of the browser's session: the id of the person logged in. */
const COOKIE = 'sandbox_login'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Redirects a logged-in person to the application with a code, and anybody else to the login page. The person is the one that
 * `sandbox_user` names, else that of the browser's session, else (setting `identity.login`) the first of the world.
 */
export const authorize: Behaviour<Authorize> = (context) => {
  const { input, world, fail, refuse } = context
  const { client_id, redirect_uri, scope = 'get_user_info', state } = input.query
  const client = world.clients.get(client_id)
  if (!client) return fail('invalid_client')
  if (!client.redirectUris.includes(redirect_uri))
    return refuse('malformed', '/query/redirect_uri', `one of ${client.redirectUris.join(', ')}`, redirect_uri)
  const person = personAt(context)
  if (!person) return goTo(loginPage(world, { ...input.query, sandbox_world: world.name }))
  const code = world.grants.put({
    id: hashText(32, LETTERS, world.ids.hex('oauth-code')),
    kind: 'code',
    clientId: client.id,
    userId: person.id,
    scope,
    redirectUri: redirect_uri,
    expiresAt: addPeriod(world.clock.now(), world.setting('identity.codeLife')),
  })
  world.emit({ type: 'grant.issued', grantId: code.id, clientId: client.id, userId: person.id })
  const target = withQuery(redirect_uri, { code: code.id, ...(state === undefined ? {} : { state }) })
  return goTo(target, `${COOKIE}=${encodeURIComponent(person.id)}; Path=/; HttpOnly; SameSite=Lax`)
}

/** Ends the browser's session. Tokens stay valid. */
export const logout: Behaviour<operations['SingleLogout']> = ({ input, world }) =>
  goTo(input.query.redirect_url ?? loginPage(world, {}), `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)

function personAt({ input, world, refuse }: BehaviourContext<Authorize>): Person | undefined {
  const people = [...world.people.all()]
  const wanted = input.query.sandbox_user
  if (wanted !== undefined) {
    const person = people.find(({ userName, id }) => userName === wanted || id === wanted)
    return person ?? refuse('malformed', '/query/sandbox_user', people.map(({ userName }) => userName).join(', '), wanted)
  }
  const session = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(input.header.Cookie ?? '')?.[1]
  // A session of another world, or from before a reset, belongs to nobody.
  return (
    people.find(({ id }) => encodeURIComponent(id) === session) ?? (world.setting('identity.login') === 'automatic' ? people[0] : undefined)
  )
}

function loginPage(world: World, query: Readonly<Record<string, string>>): string {
  return withQuery(world.setting('identity.loginPage'), query)
}

/** Adds a query to an address that may already have one. The rest of the address is unchanged. */
function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const more = new URLSearchParams(query).toString()
  if (more === '') return address
  const [before = '', fragment] = address.split('#', 2)
  const joint = before.includes('?') ? '&' : '?'
  return `${before}${joint}${more}${fragment === undefined ? '' : `#${fragment}`}`
}

function goTo(address: string, cookie?: string): Reply {
  return reply(302, undefined, { Location: address, ...(cookie ? { 'Set-Cookie': cookie } : {}) })
}
