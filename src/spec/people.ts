import { faker as english } from '@faker-js/faker/locale/en'
import { faker as chinese } from '@faker-js/faker/locale/zh_CN'

type Faker = typeof chinese
type Maker = new (options: { locale: unknown; randomizer: { next(): number; seed(seed: number | number[]): void } }) => Faker

/** A faker of one language whose numbers come from the caller alone. The barrel of all locales is never loaded: it costs 40 MB. */
export function createFaker(language: 'zh' | 'en'): { at(seed: number, now: number): Faker } {
  let state = 0
  const randomizer = {
    next: () => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    },
    seed: (seed: number | number[]) => {
      state = Number([seed].flat()[0])
    },
  }
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
