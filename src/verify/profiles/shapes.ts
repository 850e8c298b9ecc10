import type { Case, Members, Rule } from '../case.ts'
import { NARROW, NONCE, PARAMETER, PARTLY, REPEAT, SIGNATURE, TIMESTAMP, UNKNOWN_INSTANCE, UNSORTED, WINDOW } from './rules.ts'

export const FINE: readonly string[] = ['000000']

/** The name of an operation without its service. */
const bare = (operation: string) => operation.slice(operation.indexOf('.') + 1)

/** A correct call and its repeat: an operation that was carried out already succeeds again (S-31). */
export function twice(operation: string, title: string, set: Members, variant?: string, rule: Rule = REPEAT): readonly Case[] {
  const name = variant === undefined ? bare(operation) : `${bare(operation)}.${variant}`
  const once = { name, title, operation, set, codes: FINE }
  return [once, { ...once, name: `${name}.repeated`, title: `${title}: a repeat changes nothing`, otherwise: rule, after: name }]
}

/** The same call twice at the same moment; runs if it succeeds alone. */
export function together(operation: string, set: Members, after = bare(operation)): Case {
  const title = `${bare(operation)} succeeds twice at the same moment`
  return { name: `${bare(operation)}.at-once`, title, operation, set, atOnce: 2, codes: FINE, otherwise: REPEAT, after }
}

/** A call about an instance or licence that never existed. */
export function unknown(operation: string, set: Members, after = 'newInstance'): Case {
  const name = `${bare(operation)}.unknown`
  const title = `${bare(operation)} for an unknown id is refused`
  return { name, title, operation, set, codes: ['000003'], otherwise: UNKNOWN_INSTANCE, ...(after === '' ? {} : { after }) }
}

/**
 * A call without a mandatory member.
 * @param codes accepted refusals; a missing instanceId may be answered like an unknown one
 */
export function missing(operation: string, member: string, set: Members, codes: readonly string[], after?: string): Case {
  return {
    name: `${bare(operation)}.without-${member}`,
    title: `${bare(operation)} without ${member} is refused`,
    operation,
    set: { ...set, [member]: null },
    codes,
    otherwise: PARAMETER,
    ...(after === undefined ? {} : { after }),
  }
}

/** Forged or altered calls of one operation. The sample project answers 000001. */
export function unsigned(operation: string, set: Members, prefix = ''): readonly Case[] {
  const whole = (
    [
      ['signature-of-another-key', 'A call with the signature of another key is refused'],
      ['signature-of-another-body', 'A call with the signature of another body is refused'],
      ['no-signature', 'A call with no signature is refused'],
    ] as const
  ).map(([tamper, title]) => ({
    name: `${prefix}signature.${tamper.replace('signature-', '')}`,
    title,
    operation,
    set,
    tamper,
    // 000002 for a missing parameter is accepted too.
    codes: tamper === 'no-signature' ? ['000001', '000002'] : ['000001'],
    otherwise: SIGNATURE,
  }))
  const partly = (['end', 'start'] as const).map(
    (part): Case => ({
      name: `${prefix}signature.with-another-${part}`,
      title: `A call whose signature has one other character at its ${part} is refused`,
      operation,
      set,
      tamper: `signature-with-another-${part}`,
      codes: ['000001'],
      otherwise: PARTLY,
      // A seller that checks no signature is reported by another case.
      after: `${prefix}signature.of-another-key`,
    }),
  )
  return [...whole, ...partly]
}

/** A correct call whose timestamp is old but within the limit. */
export function inTime(operation: string, set: Members, after: string, prefix = '', codes = FINE): Case {
  const title = 'A call of forty-five seconds ago is accepted'
  const name = `${prefix}timestamp.forty-five-seconds`
  return { name, title, operation, set, tamper: 'stale-by-45-s', codes, otherwise: NARROW, after }
}

/** A correct call whose members are sent in another order than they are signed in. */
export function inAnyOrder(operation: string, set: Members, after: string, prefix = '', codes = FINE): Case {
  const title = 'A body whose members are not sorted is sorted before its signature is checked'
  return { name: `${prefix}signature.unsorted`, title, operation, set, tamper: 'unsorted', codes, otherwise: UNSORTED, after }
}

/** Calls of V2.0 and the kit with an old timestamp, or without one. */
export function untimely(operation: string, set: Members, prefix = ''): readonly Case[] {
  const cases: readonly Case[] = (['stale', 'no-timestamp'] as const).map((tamper) => ({
    name: `${prefix}timestamp.${tamper}`,
    title: tamper === 'stale' ? 'A call of ten minutes ago is refused' : 'A call without timestamp is refused',
    operation,
    set,
    tamper,
    codes: ['000001', '000002'],
    otherwise: tamper === 'stale' ? TIMESTAMP : PARAMETER,
  }))
  const late: Case = {
    name: `${prefix}timestamp.ninety-seconds`,
    title: 'A call of ninety seconds ago is refused',
    operation,
    set,
    tamper: 'stale-by-90-s',
    codes: ['000001', '000002'],
    otherwise: WINDOW,
    after: `${prefix}timestamp.stale`,
  }
  const nonce: Case = {
    name: `${prefix}nonce.absent`,
    title: 'A call without nonce is refused',
    operation,
    set,
    tamper: 'no-nonce',
    codes: ['000001', '000002'],
    otherwise: NONCE,
    after: `${prefix}signature.of-another-key`,
  }
  return [...cases, late, nonce]
}
