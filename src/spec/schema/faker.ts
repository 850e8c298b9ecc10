import { wordsOf } from './words.ts'

type Faker = ReturnType<typeof wordsOf>['chinese']
type Maker = new (options: { locale: unknown; randomizer: { next(): number; seed(seed: number | number[]): void } }) => Faker

/** An endless sequence of numbers in [0, 1), the same for the same seed. */
export type NumbersFrom = (seed: number) => () => number

/** A faker of one language whose numbers come only from the caller. */
export function createFaker(language: 'zh' | 'en', numbersFrom: NumbersFrom): { at(seed: number, now: number): Faker } {
  let next = numbersFrom(0)
  const randomizer = {
    next: () => next(),
    seed: (seed: number | number[]) => {
      next = numbersFrom(Number([seed].flat()[0]))
    },
  }
  const { chinese, english } = wordsOf()
  const base = language === 'zh' ? chinese : english
  const fallback = language === 'zh' ? [chinese.rawDefinitions, english.rawDefinitions] : [english.rawDefinitions]
  const faker = new (base.constructor as unknown as Maker)({ locale: fallback, randomizer })
  return {
    at(seed, now) {
      faker.seed(seed)
      faker.setDefaultRefDate(new Date(now))
      return faker
    },
  }
}
