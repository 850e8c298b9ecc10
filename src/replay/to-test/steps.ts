import { printable } from '../../record/bytes.ts'
import type { AnswerLine, CallLine, Run } from '../../record/run-file.ts'
import type { Specs } from '../../spec/catalogue.ts'

/** A value from the answer of an earlier step, or from the printed credentials. */
export interface Reference {
  /** Name of the step. Absent for the credentials. */
  readonly step?: string
  /** The place in the answer; in the credentials, role and member. */
  readonly path: readonly string[]
}

/** A text that contains references. */
export type Template = readonly (string | Reference)[]

/** One call of a test. */
export interface Step {
  /** A name for its answer: `buyProduct`, `buyProduct2`. */
  readonly name: string
  readonly operation: string
  readonly method: string
  /** Path and query. */
  readonly target: Template
  /** JSON text. */
  readonly body?: Template
  /** The credential that is sent. */
  readonly as?: { readonly header: 'X-Auth-Token' | 'X-Apig-AppCode'; readonly value: Reference }
  readonly world?: string
  readonly status: number
  /** The members of the answer that show the outcome, with their values. */
  readonly outcome: readonly (readonly [path: readonly string[], value: string | number | boolean])[]
}

/** A call that a test cannot repeat, as a comment. */
export interface LeftOut {
  readonly operation: string
  readonly leftOut: string
}

/** What the placeholders and access keys of a run stand for. */
export interface Printed {
  /** Role and member, such as `buyer` and `token`. */
  valueOf(placeholder: string): Reference | undefined
  /** The role to which an access key belongs. */
  roleOfKey(accessKey: string): string | undefined
  roleOfDomain(name: string): string | undefined
}

/** Members that show the outcome of a call; all others follow from the world. */
const TELLING = /^(error_code|code|resultCode|status|order_status|state)$/
/** Shorter texts would be found by chance. */
const SHORTEST = 8
/** How many levels of an answer a test checks. */
const DEEPEST = 2
/** A secret in a run file. */
const PLACEHOLDER = /\{\{[a-z-]+ [^{}"]+\}\}/

/**
 * Makes the steps of a test from a run: calls of clients. A value that a later call took from an earlier answer becomes a reference. Calls that were
 * never answered, and calls that only look at the sandbox itself, are left out. A signed call is sent with the token of the same account.
 */
export function stepsOf(run: Run, specs: Specs, printed: Printed): (Step | LeftOut)[] {
  const answers = new Map(run.lines.flatMap((line) => (line.what === 'answer' ? [[line.n, line] as const] : [])))
  const known = new Map<string, Reference>()
  const names = new Map<string, number>()
  const issued = new Map<string, Reference>()
  const steps: (Step | LeftOut)[] = []
  for (const line of run.lines) {
    if (line.what !== 'call') continue
    const answer = answers.get(line.n)
    const route = specs.find(line)
    if (answer?.status === undefined || 'missing' in route || (route.value.service === 'sandbox' && line.method === 'GET')) continue
    const operation = route.value.ref
    const as = credentialOf(line, { printed, issued, takesToken: route.value.auth.includes('token') })
    const body = templateOf(printable(line.body), known, printed)
    if (as === 'unknown' || body.some((part) => typeof part === 'string' && PLACEHOLDER.test(part))) {
      steps.push({ operation, leftOut: `call ${line.n} used a credential that is not among the printed ones` })
      continue
    }
    const name = nameFor(route.value.id, names)
    const world = line.headers['x-sandbox-world']
    for (const [token, value] of issuedTokens(answer, printed)) issued.set(token, value)
    steps.push({
      name,
      operation,
      method: line.method,
      target: templateOf(line.query === undefined ? line.path : `${line.path}?${line.query}`, known, printed),
      ...(body.length === 1 && body[0] === '' ? {} : { body }),
      ...(as === undefined ? {} : { as }),
      ...(world === undefined ? {} : { world }),
      status: answer.status,
      // A problem repeats the status of its answer.
      outcome: [...outcomeOf(bodyIn(answer), [])].filter(([path, value]) => path.join() !== 'status' || value !== answer.status),
    })
    for (const [value, path] of textsIn(bodyIn(answer), [])) {
      const before = known.get(value)
      // Of several places in one answer the shortest is the easiest to read.
      if (!before || (before.step === name && path.length < before.path.length)) known.set(value, { step: name, path })
    }
  }
  return steps
}

/** The credential of a call. `unknown` if a test cannot send the same one. */
function credentialOf(
  { headers }: CallLine,
  {
    printed,
    issued,
    takesToken,
  }: { readonly printed: Printed; readonly issued: ReadonlyMap<string, Reference>; readonly takesToken: boolean },
): Step['as'] | 'unknown' {
  const { 'x-auth-token': token, 'x-apig-appcode': appcode, authorization, signature } = headers
  const role = printed.roleOfKey(/Access=([^,]+).*\{\{signature\}\}/.exec(authorization ?? '')?.[1] ?? '')
  if (authorization !== undefined)
    return role !== undefined && takesToken ? { header: 'X-Auth-Token', value: { path: [role, 'token'] } } : 'unknown'
  if (signature !== undefined) return 'unknown'
  if (token === undefined && appcode === undefined) return undefined
  const value = printed.valueOf(token ?? appcode ?? '') ?? issued.get(token ?? '')
  return value ? { header: token === undefined ? 'X-Apig-AppCode' : 'X-Auth-Token', value } : 'unknown'
}

/** The token that an answer of IAM gave out. The printed token of the same account is sent in its place. */
function* issuedTokens({ headers, ...answer }: AnswerLine, printed: Printed): Generator<readonly [string, Reference]> {
  const token = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'x-subject-token')?.[1]
  const body = bodyIn(answer) as { token?: { user?: { domain?: { name?: string } } } } | undefined
  const role = printed.roleOfDomain(body?.token?.user?.domain?.name ?? '')
  if (token !== undefined && role !== undefined) yield [token, { path: [role, 'token'] }]
}

/** `BuyProduct` becomes `buyProduct`, the second call `buyProduct2`. */
function nameFor(id: string, names: Map<string, number>): string {
  const plain = id.charAt(0).toLowerCase() + id.slice(1).replace(/\W/g, '')
  const n = (names.get(plain) ?? 0) + 1
  names.set(plain, n)
  return n === 1 ? plain : `${plain}${n}`
}

function bodyIn({ body }: Pick<AnswerLine, 'body'>): unknown {
  try {
    return JSON.parse(printable(body))
  } catch {
    return undefined
  }
}

function* outcomeOf(value: unknown, path: readonly string[]): Generator<readonly [readonly string[], string | number | boolean]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [name, one] of Object.entries(value)) {
    if (TELLING.test(name) && (typeof one === 'string' || typeof one === 'number')) yield [[...path, name], one]
    else if (path.length + 1 < DEEPEST) yield* outcomeOf(one, [...path, name])
  }
}

/** Ids and similar texts that a later call may send back. */
function* textsIn(value: unknown, path: readonly string[]): Generator<readonly [string, readonly string[]]> {
  if (typeof value === 'string' && value.length >= SHORTEST && /^[\w-]+$/.test(value) && /\d/.test(value)) yield [value, path]
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* textsIn(one, [...path, name])
}

function templateOf(text: string, known: ReadonlyMap<string, Reference>, printed: Printed): Template {
  const parts: (string | Reference)[] = ['']
  for (const part of text.split(/(\{\{[^{}"]+\}\}|[\w-]{8,})/)) {
    const reference = known.get(part) ?? printed.valueOf(part)
    const last = parts.at(-1)
    if (reference === undefined && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(reference ?? part)
  }
  return parts
}
