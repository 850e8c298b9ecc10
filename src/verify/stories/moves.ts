/** An instance of a story, by the name under which its id is remembered. */
export type Who = 'first' | 'second'

/** Where an instance stands in its life. */
export type State = 'absent' | 'open' | 'frozen' | 'released'

/** What happens to an instance, in the vendor's words: an activity, a scene of refreshInstance, a status. */
export type Activity =
  | 'newInstance'
  | 'queryInstance'
  | 'RENEWAL'
  | 'TRIAL_TO_FORMAL'
  | 'UNSUBSCRIBE_RENEWAL_PERIOD'
  | 'RENEWAL_CHANGE'
  | 'upgradeInstance'
  | 'FREEZE'
  | 'UNFREEZE'
  | 'releaseInstance'

/** One call of a story. */
export interface Move {
  /** Unlike that of every other move of its story; it stays when others are left out. */
  readonly step: number
  readonly do: Activity
  readonly instance: Who
  /** The same call as in that step, with a new businessId. */
  readonly again?: number
}

/** When something may happen in a life, and what comes of it. */
export interface Legal {
  /** The case of the profile that plays it alone. */
  readonly like: string
  /** The case that plays it in such a state, where the profile has one. */
  readonly alone?: Readonly<Partial<Record<State, string>>>
  readonly from: readonly State[]
  readonly to?: State
  /** Only while one of these was done and not taken back. */
  readonly takesBack?: Activity
  /** Never after one of these. */
  readonly before?: readonly Activity[]
}

/**
 * Which lives an instance may live (koogallery.md 3 and 16): a frozen one waits for its renewal, what is released stays so. That a
 * trial is converted before anything else, and a frozen instance neither changed nor taken back, is drawn from the vendor's words.
 */
export const LEGAL: Readonly<Record<Activity, Legal>> = {
  newInstance: { like: 'newInstance', from: ['absent'], to: 'open' },
  queryInstance: { like: 'queryInstance', alone: { released: 'queryInstance.released' }, from: ['open', 'frozen', 'released'] },
  RENEWAL: { like: 'refreshInstance', alone: { frozen: 'refreshInstance.frozen' }, from: ['open', 'frozen'] },
  TRIAL_TO_FORMAL: {
    like: 'refreshInstance.TRIAL_TO_FORMAL',
    from: ['open'],
    before: ['TRIAL_TO_FORMAL', 'RENEWAL', 'RENEWAL_CHANGE', 'upgradeInstance', 'FREEZE'],
  },
  UNSUBSCRIBE_RENEWAL_PERIOD: { like: 'refreshInstance.UNSUBSCRIBE_RENEWAL_PERIOD', from: ['open'], takesBack: 'RENEWAL' },
  RENEWAL_CHANGE: { like: 'refreshInstance.RENEWAL_CHANGE', from: ['open'] },
  upgradeInstance: { like: 'upgradeInstance', from: ['open'] },
  FREEZE: { like: 'updateInstanceStatus.freeze', from: ['open'], to: 'frozen' },
  UNFREEZE: { like: 'updateInstanceStatus.unfreeze', from: ['frozen'], to: 'open' },
  releaseInstance: { like: 'releaseInstance', from: ['open', 'frozen'], to: 'released' },
}

export const ACTIVITIES = Object.keys(LEGAL) as readonly Activity[]

/** A move as people say it. */
export function wordsOf({ do: activity, instance, again }: Move): string {
  return `${activity} of the ${instance} instance${again === undefined ? '' : `, the call of step ${again} again`}`
}
