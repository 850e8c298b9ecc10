import { ANSWERS } from './answers.ts'
import { BODIES } from './bodies.ts'
import { BYTES } from './bytes.ts'
import { CALLERS } from './callers.ts'
import { FIRST_EDITION } from './first-edition.ts'
import { LIVES } from './lives.ts'
import type { Mistake } from './mistake.ts'
import { ORDER } from './order.ts'
import { SIGNING } from './signing.ts'
import { VALUES } from './values.ts'

/** Every mistake that has a seller of its own. */
export const MISTAKES: readonly Mistake[] = [
  ...CALLERS,
  ...ANSWERS,
  ...LIVES,
  ...BODIES,
  ...BYTES,
  ...VALUES,
  ...ORDER,
  ...SIGNING,
  ...FIRST_EDITION,
]
