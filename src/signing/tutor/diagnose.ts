/** One thing that people get wrong when they sign. `says` never holds a key. */
export interface Mistake {
  /** Stable name: `step.mistake`. */
  readonly id: string
  /** What was done, and what is right. */
  readonly says: string
}

/** What reproduces a wrong signature: one mistake, or two at once. */
export interface Diagnosis {
  readonly mistakes: readonly Mistake[]
  /** The text that was signed instead, if it is known; a key in it is written as `{key}`. */
  readonly signed?: string
}

/** One step of signing: how it is done, and how else people do it. */
export interface Step<T> {
  readonly right: T
  readonly wrong: readonly (Mistake & { readonly value: T })[]
}

type Steps = Readonly<Record<string, Step<unknown>>>

/** One way through all steps. */
export type Way<S extends Steps> = { readonly [Name in keyof S]: S[Name]['right'] }

/**
 * Looks for the mistake that leads to a signature: every single one first, then every two of different steps. Named only when exactly
 * one way with the fewest mistakes leads there; undefined for a right signature and for what no known mistake explains.
 *
 * @param sign makes the signature of one way; undefined where that way cannot be gone
 * @param textOf the text that is signed on one way
 */
export function diagnose<S extends Steps>(
  steps: S,
  sign: (way: Way<S>) => string | undefined,
  given: string,
  textOf?: (way: Way<S>) => string,
): Diagnosis | undefined {
  const right = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step.right])) as Way<S>
  if (given === '' || sign(right) === given) return undefined
  const alternatives = Object.entries(steps).flatMap(([name, step]) => different(step).map((mistake) => ({ name, mistake })))
  const found: Diagnosis[] = []
  for (const { name, mistake } of alternatives) {
    const way = { ...right, [name]: mistake.value }
    if (sign(way) === given) found.push({ mistakes: [bare(mistake)], ...(textOf ? { signed: textOf(way) } : {}) })
  }
  if (found.length === 0) {
    for (const [i, a] of alternatives.entries()) {
      for (const b of alternatives.slice(i + 1)) {
        if (a.name === b.name) continue
        const way = { ...right, [a.name]: a.mistake.value, [b.name]: b.mistake.value }
        if (sign(way) === given) found.push({ mistakes: [bare(a.mistake), bare(b.mistake)], ...(textOf ? { signed: textOf(way) } : {}) })
      }
    }
  }
  return found.length === 1 ? found[0] : undefined
}

/** A wrong signature, and the mistake that leads to it. */
export interface Variant extends Mistake {
  readonly signature: string
}

/**
 * The signatures that one mistake each leads to, without those that come to the right one or to that of an earlier mistake.
 * @param together two steps in which people make the same mistake twice
 * @param both two steps of which people get both wrong: every mistake of one with every mistake of the other
 */
export function variantsOf<S extends Steps>(
  steps: S,
  sign: (way: Way<S>) => string | undefined,
  together?: readonly [one: keyof S & string, other: keyof S & string],
  both?: readonly [one: keyof S & string, other: keyof S & string],
): readonly Variant[] {
  const right = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step.right])) as Way<S>
  const made: (Variant | undefined)[] = []
  const add = (mistake: Mistake, change: Partial<Way<S>>) => {
    const signature = sign({ ...right, ...change })
    made.push(signature === undefined ? undefined : { ...bare(mistake), signature })
  }
  for (const [name, step] of Object.entries(steps))
    for (const mistake of step.wrong) add(mistake, { [name]: mistake.value } as Partial<Way<S>>)
  if (together) {
    const [one, other] = together
    for (const mistake of steps[one]?.wrong ?? []) add(mistake, { [one]: mistake.value, [other]: mistake.value } as Partial<Way<S>>)
  }
  if (both) {
    const [one, other] = both
    for (const a of steps[one]?.wrong ?? []) {
      for (const b of steps[other]?.wrong ?? []) {
        const mistake = { id: `${a.id} ${b.id}`, says: diagnosisText({ mistakes: [a, b] }) }
        add(mistake, { [one]: a.value, [other]: b.value } as Partial<Way<S>>)
      }
    }
  }
  const seen = new Set([sign(right)])
  return made.filter(
    (variant): variant is Variant => variant !== undefined && !seen.has(variant.signature) && seen.add(variant.signature) !== undefined,
  )
}

/** Two mistakes of a step that come to the same are one: the first. */
function different(step: Step<unknown>): Step<unknown>['wrong'] {
  const seen = new Set<unknown>([step.right])
  return step.wrong.filter(({ value }) => !seen.has(value) && seen.add(value))
}

const bare = ({ id, says }: Mistake): Mistake => ({ id, says })

/** A diagnosis in a sentence. */
export function diagnosisText({ mistakes }: Diagnosis): string {
  return mistakes.map(({ says }) => says).join(' And: ')
}
