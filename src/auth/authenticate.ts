import { parseSdkDate, verifyAkSk, verifyUsagePush } from '../signing/index.ts'
import type { Call } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { Account, AccessKey } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import type { Credential } from './credential.ts'
import { failuresOf, forgive, LOCK_AFTER, recordFailure } from './lock.ts'

export interface AuthOptions {
  /** Any credentials count, none too; a known one still tells who is calling. */
  readonly lenient: boolean
  /** Machine time, epoch milliseconds: signatures are fresh by the machine's clock, whatever the world's says. */
  readonly now: number
}

/** How far `X-Sdk-Date` may be from the machine's time (bss-and-auth.md 6.1). */
const WINDOW = 15 * 60_000

/**
 * Says who is calling, or throws the gateway's error. Findings name the way out of each refusal.
 * @throws VendorError 401 APIGW.0301 / 0303, 403 APIGW.0302 / 0310, or the family's own error
 */
export function authenticate(operation: Operation, call: Call, world: World, credential: Credential, options: AuthOptions, findings: Finding[]): Caller {
  const kinds = operation.auth
  const tell = (code: string, pointer: string, expected: string, got: string, hint: string) =>
    findings.push({ code: `request.auth.${code}`, level: options.lenient ? 'warning' : 'error', pointer, expected, got, hint, evidence: 'doc', source: 'SIGN/api-sign-errorcode' })

  if (kinds.includes('none')) return { account: fallbackAccount(world, operation), by: 'none' }
  if (options.lenient) return lenientCaller(operation, world, credential)
  const caller = prove()
  if (operation.roles && !operation.roles.includes(caller.account.role)) {
    tell('role', '/header/Authorization', `an account that is ${operation.roles.join(' or ')}`, caller.account.role, 'Use the other pair of keys: `koosandbox env` prints both.')
    operation.fail(operation.errorFor('forbidden'))
  }
  const permission = operation.doc['x-permission']
  if (permission && caller.account.denied?.includes(permission)) {
    tell('permission', '/header/Authorization', `permission ${permission}`, 'denied to this account', 'The account lists it under "denied" in its world.')
    operation.fail(operation.errorFor('forbidden'))
  }
  return caller

  function prove(): Caller {
    switch (credential.kind) {
      case 'aksk':
        if (kinds.includes('aksk')) return bySignature(credential)
        break
      case 'token':
        if (kinds.includes('token')) return byToken(credential.id)
        break
      case 'appcode':
        if (kinds.includes('appcode')) return byAppCode(credential.id)
        break
      case 'bearer':
        if (kinds.includes('bearer')) return byBearer(credential.id)
        break
      case 'usage':
        if (kinds.includes('usage')) return byUsagePush()
        break
      case 'malformed':
        tell('malformed', '/header/Authorization', 'SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…', credential.problem, 'See "Signing" in the README.')
        return operation.fail(kinds.includes('bearer') ? firstOf(operation, 'unauthorized') : 'APIGW.0301:signature')
    }
    return refuseAbsent()
  }

  function refuseAbsent(): never {
    tell('absent', '/header', kinds.join(' or '), credential.kind, 'Send X-Auth-Token, or sign with AK and SK: `koosandbox env` prints both.')
    if (kinds.includes('bearer')) return operation.fail(firstOf(operation, 'unauthorized'))
    if (kinds.includes('usage')) return operation.fail(firstOf(operation, '94060002'))
    return operation.fail(kinds.includes('appcode') && kinds.length === 1 ? 'APIGW.0303' : 'APIGW.0301:absent')
  }

  function bySignature({ id, parsed }: Extract<Credential, { kind: 'aksk' }>): Caller {
    const locked = failuresOf(world, id)
    if (locked.lockedUntil !== undefined && locked.lockedUntil > world.clock.now()) {
      tell(
        'locked',
        '/header/Authorization',
        `fewer than ${LOCK_AFTER} failures in a row`,
        `locked until ${new Date(locked.lockedUntil).toISOString()} (world time)`,
        'Mend the signature, then `koosandbox clock advance 5m`, or start with `--auth lenient`.',
      )
      return operation.fail('APIGW.0301:locked')
    }
    const key = world.keys.get(id)
    if (!key) {
      tell('unknown-key', '/header/Authorization', 'an access key of this sandbox', id, '`koosandbox env` prints the keys; those of your real account are not known here.')
      return operation.fail('APIGW.0301:secret')
    }
    const date = call.headers['x-sdk-date']
    const at = date === undefined ? undefined : parseSdkDate(date)
    if (at === undefined || !parsed.signedHeaders.includes('x-sdk-date')) {
      tell('date', '/header/X-Sdk-Date', 'yyyyMMddTHHmmssZ, and named in SignedHeaders', date ?? 'nothing', 'Every signing SDK sets it; a proxy may have dropped it.')
      return wrong(id)
    }
    if (Math.abs(at - options.now) > WINDOW) {
      tell('window', '/header/X-Sdk-Date', "within 15 minutes of this machine's time", `${Math.round((at - options.now) / 1000)} s off`, "Set the client's clock; the world's clock does not matter here.")
      return operation.fail('APIGW.0301:window')
    }
    const verified = verifyAkSk(call, parsed, key.secret)
    if (!verified.ok) {
      tell('signature', '/header/Authorization', 'the signature of the canonical request', `another; canonical request here: ${verified.canonical.replaceAll('\n', '|').slice(0, 600)}`, 'Compare it with the canonical request of your client, part by part.')
      return wrong(id, verified.canonical)
    }
    checkTemporary(key)
    forgive(world, id)
    return scoped({ account: accountOf(key.accountId), by: 'aksk', credentialId: id })
  }

  function wrong(id: string, canonical = ''): never {
    recordFailure(world, id)
    return operation.fail('APIGW.0301:signature', { canonicalRequest: canonical.replaceAll('\n', '|') })
  }

  function checkTemporary(key: AccessKey): void {
    if (key.securityToken === undefined) return
    if (call.headers['x-security-token'] !== key.securityToken) {
      tell('security-token', '/header/X-Security-Token', 'the security token of this temporary key', call.headers['x-security-token'] === undefined ? 'nothing' : 'another', 'A temporary key is three things: access, secret and securitytoken.')
      operation.fail('APIGW.0301:token')
    }
    if (key.expiresAt !== undefined && key.expiresAt <= world.clock.now()) {
      tell('expired', '/header/X-Security-Token', 'a temporary key in its life', `expired ${new Date(key.expiresAt).toISOString()} (world time)`, 'Ask for new ones: POST /v3.0/OS-CREDENTIAL/securitytokens.')
      operation.fail('APIGW.0301:expired', { expires_at: new Date(key.expiresAt).toISOString() })
    }
  }

  function byToken(id: string): Caller {
    const token = world.tokens.get(id)
    if (!token) {
      tell('token', '/header/X-Auth-Token', 'a token issued by this sandbox', `${id.slice(0, 6)}…`, 'POST /v3/auth/tokens issues one; `koosandbox env` prints one per role.')
      return operation.fail('APIGW.0301:token')
    }
    if (token.expiresAt <= world.clock.now()) {
      tell('expired', '/header/X-Auth-Token', 'a token younger than 24 hours', `expired ${new Date(token.expiresAt).toISOString()} (world time)`, 'Ask for a new one: POST /v3/auth/tokens.')
      return operation.fail('APIGW.0301:expired', { expires_at: new Date(token.expiresAt).toISOString() })
    }
    const projectId = 'projectId' in token.scope ? token.scope.projectId : undefined
    return scoped({ account: accountOf(token.accountId), by: 'token', credentialId: id, ...(projectId === undefined ? {} : { projectId }) })
  }

  /** Global services want an account token; a project path wants the caller's own project (codes inferred). */
  function scoped(caller: Caller): Caller {
    if (operation.doc['x-scope'] === 'domain' && caller.projectId !== undefined) {
      tell('scope', '/header/X-Auth-Token', 'a token with domain scope', `a token of project ${caller.projectId}`, 'Ask for one with auth.scope.domain: this service is global.')
      return operation.fail(operation.errorFor('forbidden'))
    }
    const project = /^\/v\d+(?:\.\d+)?\/([^/]+)\//.exec(call.path)?.[1]
    if (operation.doc['x-scope'] === 'project' && operation.path.includes('{project_id}') && project !== undefined) {
      const known = caller.account.projects.some((item) => item.id === project)
      if (!known || (caller.projectId !== undefined && caller.projectId !== project)) {
        tell('project', '/path/project_id', 'a project of the caller', project, `Projects of this account: ${caller.account.projects.map((item) => item.id).join(', ')}.`)
        return operation.fail(known ? 'APIGW.0302' : 'APIGW.0310')
      }
    }
    return caller
  }

  function byAppCode(code: string): Caller {
    const key = world.sellerKeys.get(code)
    if (key?.use === 'appcode') return { account: accountOf(key.accountId), by: 'appcode', credentialId: code }
    tell('appcode', '/header/X-Apig-AppCode', 'an AppCode of this world', `${code.slice(0, 4)}…`, '`koosandbox env --json` prints one under seller.appcode.')
    return operation.fail('APIGW.0303')
  }

  function byBearer(id: string): Caller {
    const grant = world.grants.get(id)
    const person = grant && world.people.get(grant.userId)
    if (grant?.kind === 'access' && person && grant.expiresAt > world.clock.now()) return { account: accountOf(person.accountId), by: 'bearer', credentialId: id }
    tell('bearer', '/header/Authorization', 'an access token younger than 7200 s', grant ? 'an expired or other grant' : 'an unknown token', 'POST /api/v1/oauth2/token issues one for a code.')
    return operation.fail(firstOf(operation, 'unauthorized'))
  }

  function byUsagePush(): Caller {
    const { signature = '', ts = '', nonce = '' } = call.headers
    for (const key of world.sellerKeys.all()) {
      if (key.use === 'basic' && verifyUsagePush({ ts, nonce, body: new TextDecoder().decode(call.body) }, signature, key.secret).ok) {
        return { account: accountOf(key.accountId), by: 'usage', credentialId: key.id }
      }
    }
    tell('usage-signature', '/header/signature', 'base64 of HMAC-SHA256 over ts={ts}&nonce={nonce}&body={sorted body}', 'another value', 'The key is the one bound to the basic interfaces; the body is sorted before signing.')
    return operation.fail(firstOf(operation, '94060002'))
  }

  function accountOf(id: string): Account {
    const account = world.accounts.get(id)
    if (!account) throw new Error(`A credential names account ${id}, which world "${world.name}" does not hold.`)
    return account
  }
}

/** The documented error whose key begins so, else the gateway's refusal. */
function firstOf(operation: Operation, code: string): string {
  return [...operation.errors.keys()].find((key) => key.split(':')[0] === code) ?? 'APIGW.0301:absent'
}

function fallbackAccount(world: World, operation: Operation): Account {
  const role = operation.roles?.[0] ?? 'buyer'
  for (const account of [...world.accounts.all()]) if (account.role === role) return account
  const [first] = world.accounts.all()
  if (!first) throw new Error(`World "${world.name}" holds no account.`)
  return first
}

function lenientCaller(operation: Operation, world: World, credential: Credential): Caller {
  const owner = credential.kind === 'aksk' ? world.keys.get(credential.id)?.accountId : credential.kind === 'token' ? world.tokens.get(credential.id)?.accountId : undefined
  const known = owner === undefined ? undefined : world.accounts.get(owner)
  const fits = known && (!operation.roles || operation.roles.includes(known.role))
  return { account: fits ? known : fallbackAccount(world, operation), by: 'lenient' }
}
