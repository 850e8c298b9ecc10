import type { Call } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { Account } from '../world/entities/entities.ts'
import { encodeRefusal } from '../world/entities/refusal.ts'
import type { World } from '../world/world-api.ts'
import { bySignature } from './by-signature.ts'
import { byAppCode, byBearer, byToken } from './by-token.ts'
import { byUsagePush } from './by-usage-push.ts'
import type { Credential } from './credential.ts'
import { type AddFinding, errorNamed, type Proof } from './proof.ts'

/** How callers are authenticated in one sandbox. */
export interface AuthOptions {
  /** Any credential is accepted, or none; a known one still identifies the caller. */
  readonly lenient: boolean
  /** Machine time, epoch milliseconds: signatures are fresh by the machine's clock, whatever the world's says. */
  readonly now: number
}

/** A call with a token and a signature: the token counts, so a wrong signature would not be noticed. */
const SIGNED_TOO: Finding = {
  code: 'request.auth.two',
  level: 'warning',
  pointer: '/header/Authorization',
  expected: 'a token or a signature',
  got: 'both: the token counts, the signature was not checked',
  evidence: 'inferred',
  hint: 'Send one of them. No page says which one the service would take.',
}

/** That these are refused is documented or plain; with which code is not. */
const INFERRED = new Set(['role', 'scope', 'project', 'content-hash'])

/**
 * Identifies the caller, or throws the gateway's error. Findings say how to avoid each refusal.
 * @throws VendorError 401 APIGW.0301 / 0303, 403 APIGW.0302 / 0310, or the family's own error
 */
export function authenticate(
  operation: Operation,
  call: Call,
  world: World,
  credential: Credential,
  { lenient, now }: AuthOptions,
  findings: Finding[],
): Caller {
  if (operation.auth.includes('none')) return { account: someAccount(world, operation), via: 'none' }
  if (lenient) return lenientCaller(operation, world, credential)
  const addFinding: AddFinding = (code, pointer, expected, got, hint) =>
    findings.push({
      code: `request.auth.${code}`,
      level: 'error',
      pointer,
      expected,
      got,
      hint,
      ...(INFERRED.has(code) ? { evidence: 'inferred' } : { evidence: 'doc', source: 'SIGN/api-sign-errorcode' }),
    })
  const proof: Proof = { operation, call, world, now, addFinding }
  if (credential.kind === 'token' && call.headers.authorization?.startsWith('SDK-')) findings.push(SIGNED_TOO)
  const caller = prove(proof, credential)
  checkRole(proof, caller)
  checkScope(proof, caller)
  return caller
}

function prove(proof: Proof, credential: Credential): Caller {
  const { operation, addFinding } = proof
  const kinds = operation.auth
  if (credential.kind === 'aksk' && kinds.includes('aksk')) return bySignature(proof, credential)
  if (credential.kind === 'token' && kinds.includes('token')) return byToken(proof, credential)
  if (credential.kind === 'appcode' && kinds.includes('appcode')) return byAppCode(proof, credential.id)
  if (credential.kind === 'bearer' && kinds.includes('bearer')) return byBearer(proof, credential.id)
  if (credential.kind === 'usage' && kinds.includes('usage')) return byUsagePush(proof)
  if (credential.kind === 'malformed') {
    addFinding(
      'malformed',
      '/header/Authorization',
      'SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…',
      credential.problem,
      'Let an SDK sign, or see `koogallery-sandbox/signing`.',
    )
  } else {
    addFinding(
      'absent',
      '/header',
      kinds.join(' or '),
      credential.kind,
      'Send X-Auth-Token, or sign with AK and SK: `koosandbox env` prints both.',
    )
  }
  if (kinds.includes('bearer')) return operation.fail(errorNamed(operation, 'unauthorized'))
  if (kinds.includes('usage')) return operation.fail(errorNamed(operation, '94060002'))
  if (kinds.includes('appcode') && kinds.length === 1) return operation.fail('APIGW.0303')
  return operation.fail(credential.kind === 'malformed' ? 'APIGW.0301:signature' : 'APIGW.0301:absent')
}

function checkRole(proof: Proof, { account }: Caller): void {
  const { operation, world, addFinding } = proof
  if (operation.roles && !operation.roles.includes(account.role)) {
    addFinding(
      'role',
      '/header/Authorization',
      `an account that is ${operation.roles.join(' or ')}`,
      account.role,
      'Use the other pair of keys: `koosandbox env --json` prints all.',
    )
    operation.fail(forbidden(operation, world))
  }
  const permission = operation.doc['x-permission']
  if (permission && account.denied?.includes(permission)) {
    addFinding(
      'permission',
      '/header/Authorization',
      `permission ${permission}`,
      'denied to this account',
      'The account lists it under "denied" in its world.',
    )
    refuseWithReason(proof, account, permission)
  }
}

/** The sources name two codes of BSS for this; where an operation documents both, the setting chooses (bss-and-auth.md 1.4). */
function forbidden(operation: Operation, world: World): string {
  const chosen = operation.service === 'bss' ? world.setting('bss.noPermissionCode') : ''
  return operation.errors.has(chosen) ? chosen : operation.errorFor('forbidden')
}

/** Some services tell the reason as well, encoded for STS to decode (S-05): their error entry names the member. */
function refuseWithReason({ operation, call, world }: Proof, { id, userId }: Account, action: string): never {
  const code = forbidden(operation, world)
  const member = operation.errors.get(code)?.['reasonMember']
  const encoded = () => encodeRefusal(world, { accountId: id, userId, action, resource: call.path })
  return operation.fail(code, {}, typeof member === 'string' ? { [member]: encoded() } : {})
}

/** Global services require an account token; a project path requires the caller's own project (codes inferred). */
function checkScope({ operation, call, world, addFinding }: Proof, { account, projectId }: Caller): void {
  const scope = operation.doc['x-scope']
  if (scope === 'domain' && projectId !== undefined) {
    addFinding(
      'scope',
      '/header/X-Auth-Token',
      'a token with domain scope',
      `a token of project ${projectId}`,
      'Ask for one with auth.scope.domain: this service is global.',
    )
    operation.fail(forbidden(operation, world))
  }
  const at = operation.path.split('/').indexOf('{project_id}')
  const project = at < 0 ? undefined : call.path.split('/')[at]
  if (project === undefined) return
  const known = account.projects.some(({ id }) => id === project)
  if (known && (projectId === undefined || projectId === project)) return
  addFinding(
    'project',
    '/path/project_id',
    'a project of the caller',
    project,
    `Projects of this account: ${account.projects.map(({ id }) => id).join(', ')}.`,
  )
  operation.fail(known ? 'APIGW.0302' : 'APIGW.0310')
}

/** The account that stands in for a caller without credentials: the default account of the role first. */
function someAccount(world: World, operation: Operation): Account {
  const role = operation.roles?.[0] ?? 'buyer'
  const all = [...world.accounts.all()]
  const account = all.find(({ print }) => print === role) ?? all.find((item) => item.role === role) ?? all[0]
  if (!account) throw new Error(`World "${world.name}" holds no account.`)
  return account
}

function lenientCaller(operation: Operation, world: World, credential: Credential): Caller {
  const issued =
    credential.kind === 'aksk' ? world.keys.get(credential.id) : credential.kind === 'token' ? world.tokens.get(credential.id) : undefined
  const known = issued && world.accounts.get(issued.accountId)
  const fits = known && (!operation.roles || operation.roles.includes(known.role))
  return { account: fits ? known : someAccount(world, operation), via: 'lenient' }
}
