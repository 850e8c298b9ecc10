import type { Rule } from '../case.ts'

/** Rules about sequences of calls. */
export const STORY: Rule = {
  code: 'seller.story.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'This call succeeds alone, but an earlier call of this sequence makes the seller refuse it. Calls must succeed in every order that is possible for an instance.',
}
export const LOST: Rule = {
  code: 'seller.instance.lost',
  source: 'S-31',
  evidence: 'seed',
  hint: 'The instance is listed otherwise, but not after the earlier calls of this sequence. List an instance until it is released, frozen or not, whatever happens to others.',
}
export const REOPENED: Rule = {
  code: 'seller.repeat.reopens',
  source: 'S-42',
  evidence: 'inferred',
  hint: 'The instance was released before an earlier call was repeated. A repeat succeeds and changes nothing: it gets the first answer, and does not create the instance again.',
}
