import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/iam.ts'
import { addPeriod } from '../../world/engine/calendar.ts'
import type { Account, Token } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { catalogFor } from './catalog.ts'
import { formatMicros } from './times.ts'

type CreateToken = operations['KeystoneCreateUserTokenByPassword']

/** Issues a token by account, user and password, for a project or the whole account. Valid for the setting `iam.tokenLife`. */
export const createToken: Behaviour<CreateToken> = ({ input, world, origin, fail }) => {
  const { identity, scope } = input.body.auth
  const { user } = identity.password
  const account = world.accounts.where('userName', `${user.domain.name}/${user.name}`).first()
  if (!account || account.password !== user.password) return fail('401')
  const issuedAt = world.clock.now()
  const token = world.tokens.put({
    id: tokenText(world),
    accountId: account.id,
    scope: scopeOf(account, scope, world, fail),
    methods: ['password'],
    issuedAt,
    expiresAt: addPeriod(issuedAt, world.setting('iam.tokenLife')),
  })
  world.emit({ type: 'token.issued', tokenId: token.id, accountId: account.id })
  return shown(201, token, account, world, origin, input.query.nocatalog)
}

/** Describes a token. Only tokens of the caller's own account are shown (403, inferred). */
export const validateToken: Behaviour<operations['KeystoneValidateToken']> = ({ input, caller, world, origin, fail }) => {
  const token = world.tokens.get(input.header['X-Subject-Token'])
  if (!token || token.expiresAt <= world.clock.now()) return fail('404:token')
  if (token.accountId !== caller.account.id) return fail('403')
  return shown(200, token, caller.account, world, origin, input.query.nocatalog)
}

/** A project of the account, or the account itself. If both id and name are given, the id counts (inferred). */
function scopeOf(
  account: Account,
  { project, domain }: NonNullable<BehaviourContext<CreateToken>['input']['body']['auth']['scope']>,
  world: World,
  fail: BehaviourContext['fail'],
): Token['scope'] {
  if (project) {
    const wanted = account.projects.find(({ id, name }) => (project.id === undefined ? name === project.name : id === project.id))
    return wanted ? { projectId: wanted.id } : fail('404')
  }
  const wanted = domain?.id === undefined ? world.accounts.where('name', domain?.name ?? '').first() : world.accounts.get(domain.id)
  if (!wanted) return fail('404')
  return wanted.id === account.id ? { domain: true } : fail('403')
}

/** A text of about one kilobyte in the vendor's form: base64 of a signed message, with hyphens instead of slashes. */
function tokenText(world: World): string {
  const hex = world.ids.hex('token', undefined, 1536)
  const bytes = Array.from({ length: hex.length / 2 }, (_, i) => String.fromCharCode(Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)))
  return `MII${btoa(bytes.join('')).replaceAll('/', '-')}`
}

function shown(status: number, token: Token, account: Account, world: World, origin: string, nocatalog: string | undefined) {
  const domain = { id: account.id, name: account.name }
  const { scope } = token
  const found = 'projectId' in scope ? account.projects.find(({ id }) => id === scope.projectId) : undefined
  const project = found && { id: found.id, name: found.name }
  return reply(
    status,
    {
      token: {
        catalog: nocatalog ? [] : catalogFor(world, origin, project),
        expires_at: formatMicros(token.expiresAt),
        issued_at: formatMicros(token.issuedAt),
        methods: token.methods,
        ...(project ? { project: { ...project, domain } } : { domain }),
        roles: [{ id: '0', name: 'te_admin' }],
        user: { id: account.userId, name: account.userName, password_expires_at: '', domain },
      },
    },
    { 'X-Subject-Token': token.id },
  )
}
