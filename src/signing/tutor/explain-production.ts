import type { ProductionStamp } from '../production.ts'
import { type Diagnosis, diagnose, type Step, type Variant, variantsOf } from './diagnose.ts'
import { carriageStep, type Digest, HEX_STEP, keyStep, type OtherKey } from './keys-and-digests.ts'
import { writtenBodies } from './written-bodies.ts'

/** How key, stamp and body become the text of the outer HMAC. */
type Formula = (parts: {
  readonly key: string
  readonly nonce: string
  readonly time: string
  readonly body: string
  readonly digest: Digest
}) => string

const hashed: Formula = ({ key, nonce, time, body, digest }) => `${key}${nonce}${time}${digest(key, body)}`
const plain: Formula = ({ key, nonce, time, body }) => `${key}${nonce}${time}${body}`

const FORMULAS: Readonly<Record<'hashed' | 'plain', Step<Formula>>> = {
  hashed: formulas(hashed, {
    id: 'formula.no-inner',
    says: 'The body itself was signed, as for the kit; here it is its HMAC.',
    value: plain,
  }),
  plain: formulas(plain, {
    id: 'formula.inner',
    says: 'The HMAC of the body was signed, as for the basic interfaces; for the kit it is the body itself.',
    value: hashed,
  }),
}

function formulas(right: Formula, first: Step<Formula>['wrong'][number]): Step<Formula> {
  return {
    right,
    wrong: [
      first,
      {
        id: 'formula.swapped',
        says: 'Timestamp and nonce stand in the wrong order: key, nonce, timestamp, body.',
        value: (parts) => right({ ...parts, nonce: parts.time, time: parts.nonce }),
      },
      {
        id: 'formula.key-last',
        says: 'The key stands behind the text that is signed; it stands in front: key, nonce, timestamp, body.',
        value: (parts) => `${right(parts).slice(parts.key.length)}${parts.key}`,
      },
      {
        id: 'formula.body-first',
        says: 'The body stands in front of nonce and timestamp; the order is key, nonce, timestamp, body.',
        value: (parts) => `${parts.key}${right({ ...parts, nonce: '', time: '' }).slice(parts.key.length)}${parts.nonce}${parts.time}`,
      },
      {
        id: 'formula.no-key',
        says: 'The key is missing in front of the text that is signed.',
        value: (parts) => right(parts).slice(parts.key.length),
      },
      {
        id: 'formula.no-nonce',
        says: 'The nonce is missing in the text that is signed.',
        value: (parts) => right({ ...parts, nonce: '' }),
      },
      {
        id: 'formula.no-timestamp',
        says: 'The timestamp is missing in the text that is signed.',
        value: (parts) => right({ ...parts, time: '' }),
      },
    ],
  }
}

/** The stamp as it came, and how people take it. */
function timeStep(timestamp: string): Step<string> {
  const seconds = timestamp.length > 10 ? timestamp.slice(0, 10) : timestamp
  return {
    right: timestamp,
    wrong: [
      { id: 'time.seconds', says: 'The timestamp was taken in seconds; it is signed as it came, in milliseconds.', value: seconds },
      {
        id: 'time.milliseconds',
        says: 'The timestamp was taken in milliseconds; it is signed as it came, in seconds.',
        value: `${timestamp}000`,
      },
    ],
  }
}

/**
 * Why somebody came to another signature of a call of V2.0 (`signProduction`). Compared without regard to case.
 * @param body the JSON text as it was sent
 */
export function explainProduction(
  body: string,
  stamp: ProductionStamp,
  given: string,
  key: string,
  others?: readonly OtherKey[],
): Diagnosis | undefined {
  return explain('hashed', body, stamp, given, key, others)
}

/** The same for the kit (`signKit`). */
export function explainKit(
  body: string,
  stamp: ProductionStamp,
  given: string,
  key: string,
  others?: readonly OtherKey[],
): Diagnosis | undefined {
  return explain('plain', body, stamp, given, key, others)
}

/** What known mistakes would sign instead, for V2.0 (`hashed`) or the kit (`plain`). */
export function productionVariants(formula: keyof typeof FORMULAS, body: string, stamp: ProductionStamp, key: string): readonly Variant[] {
  const { steps, sign } = waysOf(formula, body, stamp, key)
  return variantsOf(steps, sign, formula === 'hashed' ? ['digest', 'inner'] : undefined, ['formula', 'digest'])
}

function explain(
  formula: keyof typeof FORMULAS,
  text: string,
  stamp: ProductionStamp,
  given: string,
  key: string,
  others: readonly OtherKey[] = [],
): Diagnosis | undefined {
  const { steps, sign, textOf } = waysOf(formula, text, stamp, key, others)
  // Hex is compared without regard to case; of Base64 the case counts.
  return diagnose(steps, sign, /^[0-9a-f]+$/i.test(given) ? given.toLowerCase() : given, textOf)
}

function waysOf(
  formula: keyof typeof FORMULAS,
  text: string,
  { timestamp, nonce }: ProductionStamp,
  key: string,
  others: readonly OtherKey[] = [],
) {
  const steps = {
    body: writtenBodies(text, 'sorted'),
    key: keyStep(key, others),
    time: timeStep(String(timestamp)),
    formula: FORMULAS[formula],
    inner: INNER,
    digest: HEX_STEP,
    carriage: carriageStep(true),
  }
  type Chosen = { readonly [Name in keyof typeof steps]: (typeof steps)[Name]['right'] }
  const written = (way: Chosen, key: string) =>
    way.formula({ key, nonce, time: way.time, body: way.body, digest: (_key, body) => way.inner(way.key, body) })
  const sign = (way: Chosen) => way.carriage(way.digest(way.key, written(way, way.key)))
  // A diagnosis never holds a key.
  const textOf = (way: Chosen) => written(way, '{key}')
  return { steps, sign, textOf }
}

/** The HMAC of the body inside the text; the kit has none, and no way through it changes anything there. */
const INNER: Step<Digest> = {
  right: HEX_STEP.right,
  wrong: [
    ...HEX_STEP.wrong,
    {
      id: 'digest.upper',
      says: 'The hex digits were written in capital letters; small ones are signed.',
      value: (key: string, text: string) => HEX_STEP.right(key, text).toUpperCase(),
    },
  ].map(({ id, says, value }) => ({ id: `inner.${id}`, says: `Of the HMAC of the body: ${says}`, value })),
}
