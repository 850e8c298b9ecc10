import { printable } from '../../record/bytes.ts'
import type { AnswerLine, Run } from '../../record/run-file.ts'
import type { Specs } from '../../spec/catalogue.ts'

/** A value from the answer of an earlier step: the name of that step and the place in its answer. */
export interface Reference {
  readonly step: string
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
  /** The account whose token is sent; absent for none. */
  readonly as?: string
  readonly world?: string
  readonly status: number
  /** The members of the answer that show the outcome, with their values. */
  readonly outcome: readonly (readonly [path: readonly string[], value: string | number | boolean])[]
}

/** Members that show the outcome of a call; all others follow from the world. */
const TELLING = /^(error_code|code|resultCode|status|order_status|state)$/
/** Shorter texts would be found by chance. */
const SHORTEST = 8
/** How many levels of an answer a test checks. */
const DEEPEST = 2

/**
 * Makes the steps of a test from a run: calls of clients. A value that a later call took from an earlier answer becomes a reference. Calls that were
 * never answered, and calls that only look at the sandbox itself, are left out.
 * @param roleOf the account whose token a placeholder replaces
 */
export function stepsOf(run: Run, specs: Specs, roleOf: (token: string) => string | undefined): Step[] {
  const answers = new Map(run.lines.flatMap((line) => (line.what === 'answer' ? [[line.n, line] as const] : [])))
  const known = new Map<string, Reference>()
  const names = new Map<string, number>()
  const steps: Step[] = []
  for (const line of run.lines) {
    if (line.what !== 'call') continue
    const answer = answers.get(line.n)
    const route = specs.find(line)
    if (answer?.status === undefined || 'missing' in route || (route.value.service === 'sandbox' && line.method === 'GET')) continue
    const name = nameFor(route.value.id, names)
    const token = line.headers['x-auth-token']
    const as = token === undefined ? undefined : roleOf(token)
    const body = printable(line.body)
    const world = line.headers['x-sandbox-world']
    steps.push({
      name,
      operation: route.value.ref,
      method: line.method,
      target: templateOf(line.query === undefined ? line.path : `${line.path}?${line.query}`, known),
      ...(body === '' ? {} : { body: templateOf(body, known) }),
      ...(as === undefined ? {} : { as }),
      ...(world === undefined ? {} : { world }),
      status: answer.status,
      outcome: [...outcomeOf(bodyIn(answer), [])],
    })
    for (const [value, path] of textsIn(bodyIn(answer), [])) if (!known.has(value)) known.set(value, { step: name, path })
  }
  return steps
}

/** `BuyProduct` becomes `buyProduct`, the second call `buyProduct2`. */
function nameFor(id: string, names: Map<string, number>): string {
  const plain = id.charAt(0).toLowerCase() + id.slice(1).replace(/\W/g, '')
  const n = (names.get(plain) ?? 0) + 1
  names.set(plain, n)
  return n === 1 ? plain : `${plain}${n}`
}

function bodyIn({ body }: AnswerLine): unknown {
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

function templateOf(text: string, known: ReadonlyMap<string, Reference>): Template {
  const parts: (string | Reference)[] = ['']
  for (const part of text.split(/([\w-]{8,})/)) {
    const reference = known.get(part)
    const last = parts.at(-1)
    if (reference === undefined && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(reference ?? part)
  }
  return parts
}
