import type { Say } from '../language/language-api.ts'
import type { Check } from './report.ts'

/** The state of a check, as a word. */
export const stateWord = (state: Check['state'], say: Say): string =>
  ({ passed: say('passed'), warned: say('warned'), failed: say('failed'), skipped: say('skipped') })[state]

/** Between the parts of a list. */
export const commaIn = (say: Say): string => (say('passed') === 'passed' ? ', ' : '，')
