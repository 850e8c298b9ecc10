import { type Diagnosis, diagnose, type Step, type Variant, variantsOf } from './diagnose.ts'
import { BASE64_STEP, type Carriage, carriageStep, type Digest, keyStep, type OtherKey } from './keys-and-digests.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

const written = (pairs: Pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')
const sorted = (pairs: Pairs): Pairs => [...pairs].sort(([one], [other]) => (one < other ? -1 : 1))
const coded = (pairs: Pairs): Pairs => pairs.map(([name, value]) => [name, encodeURIComponent(value)])

type KeyRule = (key: string, stamp: string) => string

const KEY_RULE: Step<KeyRule> = {
  right: (key, stamp) => `${key}${stamp}`,
  wrong: [
    { id: 'key.no-stamp', says: 'The key alone was taken; the key of V1.0 is the key followed by timeStamp.', value: (key) => key },
    { id: 'key.stamp-first', says: 'timeStamp was put in front of the key; it follows the key.', value: (key, stamp) => `${stamp}${key}` },
  ],
}

/**
 * Why a seller came to another `authToken` of V1.0 (`signAuthToken`).
 * @param query every parameter as sent, decoded, in the order of the URL
 */
export function explainAuthToken(query: Pairs, given: string, key: string, others?: readonly OtherKey[]): Diagnosis | undefined {
  const { steps, sign } = waysOf(query, key, others)
  return diagnose(steps, sign, given, (way) => way.text)
}

/** What known mistakes would sign instead. */
export function authTokenVariants(query: Pairs, key: string): readonly Variant[] {
  const { steps, sign } = waysOf(query, key)
  return variantsOf(steps, sign)
}

function waysOf(query: Pairs, key: string, others?: readonly OtherKey[]) {
  const pairs = query.filter(([name]) => name !== 'authToken')
  const stamp = pairs.find(([name]) => name === 'timeStamp')?.[1] ?? ''
  const text: Step<string> = {
    right: written(sorted(pairs)),
    wrong: [
      { id: 'query.unsorted', says: 'The parameters were not sorted by name.', value: written(pairs) },
      {
        id: 'query.reversed',
        says: 'The parameters were sorted from Z to A; they are sorted from A to Z.',
        value: written([...sorted(pairs)].reverse()),
      },
      {
        id: 'query.caseless',
        says: 'The parameters were sorted without regard to case; capital letters come first.',
        value: written([...pairs].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))),
      },
      { id: 'query.encoded', says: 'The values were signed URL-encoded; they are signed decoded.', value: written(sorted(coded(pairs))) },
      {
        id: 'query.encoded-twice',
        says: 'The values were URL-encoded twice; they are signed decoded.',
        value: written(sorted(coded(coded(pairs)))),
      },
      {
        id: 'query.plus',
        says: 'Blanks were signed as +; values are signed decoded.',
        value: written(sorted(pairs.map(([name, value]) => [name, value.replaceAll(' ', '+')]))),
      },
      {
        id: 'query.plus-lost',
        says: 'A + of a value became a blank before signing: it was decoded twice.',
        value: written(sorted(pairs.map(([name, value]) => [name, value.replaceAll('+', ' ')]))),
      },
      {
        id: 'query.empty-left-out',
        says: 'Empty parameters were left out; they are signed too.',
        value: written(sorted(pairs.filter(([, value]) => value !== ''))),
      },
      {
        id: 'query.no-stamp',
        says: 'timeStamp is missing in the text; it is a part of key and text.',
        value: written(sorted(pairs.filter(([name]) => name !== 'timeStamp'))),
      },
      { id: 'query.question-mark', says: 'The question mark of the URL was signed too.', value: `?${written(sorted(pairs))}` },
    ],
  }
  const steps = { text, key: keyStep(key, others), rule: KEY_RULE, digest: BASE64_STEP, carriage: carriageStep() }
  const sign = (way: { text: string; key: string; rule: KeyRule; digest: Digest; carriage: Carriage }) =>
    way.carriage(way.digest(way.rule(way.key, stamp), way.text))
  return { steps, sign }
}
