import type { FamilyDoc, OperationDoc } from '../../spec/document/model.ts'
import { type Change, type Level, type Side, textOf } from './rules.ts'

type Family = FamilyDoc | undefined

/** Changes of our `x-` keys: credentials, errors, spans, signatures, result codes, idempotency keys. */
export function* compareRules(
  side: Side,
  pointer: string,
  old: { readonly doc: OperationDoc; readonly family: Family },
  now: { readonly doc: OperationDoc; readonly family: Family },
): Generator<Change> {
  const change = (what: string, key: string, before: unknown, after: unknown, level: Level): Change => ({
    code: `${side}.${what}`,
    level,
    pointer: `${pointer}/${key}`,
    old: textOf(before),
    now: textOf(after),
  })
  if (side === 'provider') {
    yield* compareCall(change, old.doc, now.doc)
    return
  }
  const set = function* (what: string, key: string, before: readonly string[], after: readonly string[]): Generator<Change> {
    for (const one of before) if (!after.includes(one)) yield change(`${what}-removed`, key, one, undefined, 'breaking')
    for (const one of after) if (!before.includes(one)) yield change(`${what}-added`, key, undefined, one, 'harmless')
  }
  yield* set('auth.kind', 'auth', old.doc['x-auth'] ?? ['none'], now.doc['x-auth'] ?? ['none'])
  // Without a list, every role is allowed.
  const [roles, left] = [old.doc['x-roles'], now.doc['x-roles']]
  if (roles && left) yield* set('auth.role', 'roles', roles, left)
  else if (left) yield change('auth.role-removed', 'roles', 'every role', left, 'breaking')
  else if (roles) yield change('auth.role-added', 'roles', roles, 'every role', 'harmless')
  if (old.doc['x-scope'] !== now.doc['x-scope'])
    yield change('auth.scope-changed', 'scope', old.doc['x-scope'], now.doc['x-scope'], 'breaking')
  if (old.doc['x-permission'] !== now.doc['x-permission'])
    yield change('auth.permission-changed', 'permission', old.doc['x-permission'], now.doc['x-permission'], 'risky')
  yield* compareSpans(change, old.doc, now.doc)
  yield* compareErrors(change, old, now)
}

type MakeChange = (what: string, key: string, before: unknown, after: unknown, level: Level) => Change

function* compareSpans(change: MakeChange, old: OperationDoc, now: OperationDoc): Generator<Change> {
  const years = (max: string | undefined) => Number(/^P(\d+)Y$/.exec(max ?? '')?.[1] ?? Number.POSITIVE_INFINITY)
  const mapped = (doc: OperationDoc) => new Map((doc['x-span'] ?? []).map(({ from, to, max }) => [`${from} to ${to}`, max]))
  const [before, after] = [mapped(old), mapped(now)]
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)]
    if (was === is) continue
    const tighter = years(is) < years(was)
    yield change(`request.span-${tighter ? 'shortened' : 'widened'}`, `span/${key}`, was, is, tighter ? 'breaking' : 'harmless')
  }
}

function* compareErrors(
  change: MakeChange,
  old: { readonly doc: OperationDoc; readonly family: Family },
  now: { readonly doc: OperationDoc; readonly family: Family },
): Generator<Change> {
  const listed = ({ doc, family }: typeof old) => new Map((doc['x-errors'] ?? []).map(({ code }) => [code, family?.errors[code]]))
  const [before, after] = [listed(old), listed(now)]
  for (const [code, one] of before) {
    const other = after.get(code)
    if (!after.has(code)) yield change('error.removed', `errors/${code}`, `${code} (${one?.status})`, undefined, 'harmless')
    else if (one && other && one.status !== other.status)
      yield change('error.status-changed', `errors/${code}`, one.status, other.status, 'breaking')
    else if (one && other && one.message !== other.message)
      yield change('error.text-changed', `errors/${code}`, one.message, other.message, 'harmless')
  }
  for (const [code, one] of after)
    if (!before.has(code)) yield change('error.added', `errors/${code}`, undefined, `${code} (${one?.status})`, 'risky')
  if (before.size === 0 || after.size === 0) return
  const [shape, other] = [old.family?.envelope.body, now.family?.envelope.body].map((body) => JSON.stringify(body))
  if (shape !== other) yield change('error.envelope-changed', 'errors', shape, other, 'breaking')
  for (const kind of ['missing', 'malformed', 'range', 'unsupported', 'span', 'unknown', 'unparsable', 'forbidden', 'otherwise'] as const) {
    const [was, is] = [old, now].map(({ family }) => [family?.violations?.[kind] ?? []].flat().join(', '))
    if (was !== is) yield change('error.choice-changed', `errors/${kind}`, was || undefined, is || undefined, 'risky')
  }
}

/** A call to the seller: with another name, path, key or signature, existing software no longer recognises it. */
function* compareCall(change: MakeChange, old: OperationDoc, now: OperationDoc): Generator<Change> {
  for (const [key, what] of [
    ['x-activity', 'activity'],
    ['x-path', 'path'],
    ['x-signature', 'signature'],
    ['x-key', 'key'],
  ] as const)
    if (old[key] !== now[key]) yield change(`call.${what}-changed`, what, old[key], now[key], 'breaking')
  const [before, after] = [old, now].map((doc) => doc['x-idempotency'] ?? []) as [readonly string[], readonly string[]]
  if ([...before].sort().join() !== [...after].sort().join()) {
    // With other idempotency keys, software mistakes two calls for one, or one for two. If there were no keys before, it may need them now.
    const level = after.length === 0 ? 'harmless' : before.length === 0 ? 'risky' : 'breaking'
    yield change('call.identity-changed', 'idempotency', before.join(', ') || undefined, after.join(', ') || undefined, level)
  }
  const codes = (doc: OperationDoc) => (doc['x-result-codes'] ?? []).map((one) => (typeof one === 'string' ? one : one.code))
  const [known, left] = [codes(old), codes(now)]
  for (const code of known) if (!left.includes(code)) yield change('answer.result-removed', `results/${code}`, code, undefined, 'breaking')
  for (const code of left) if (!known.includes(code)) yield change('answer.result-added', `results/${code}`, undefined, code, 'harmless')
}
