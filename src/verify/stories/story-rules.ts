import type { Rule } from '../case.ts'

/** What only shows in the order of several calls. */
export const STORY: Rule = {
  code: 'seller.story.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'Alone this call succeeds; something that came before it here makes this seller refuse it. Calls succeed in every order that an instance can live through.',
}
export const LOST: Rule = {
  code: 'seller.instance.lost',
  source: 'S-31',
  evidence: 'seed',
  hint: 'Elsewhere an instance shows; what came before it here hides this one. Until it is released itself it shows, frozen or not, whatever is done to others.',
}
export const REOPENED: Rule = {
  code: 'seller.repeat.reopens',
  source: 'S-42',
  evidence: 'inferred',
  hint: 'The instance was gone before an earlier call was repeated. A repeat succeeds and changes nothing: it answers what was done the first time and brings nothing back.',
}
