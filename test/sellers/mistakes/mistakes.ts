import { ANSWERS } from './answers.ts'
import { CALLERS } from './callers.ts'
import { FIRST_EDITION } from './first-edition.ts'
import { LIVES } from './lives.ts'
import type { Mistake } from './mistake.ts'

/** Every mistake that has a seller of its own. */
export const MISTAKES: readonly Mistake[] = [...CALLERS, ...ANSWERS, ...LIVES, ...FIRST_EDITION]
