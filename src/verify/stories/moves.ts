/** An instance of a story, by the name under which its id is stored. */
export type Who = 'first' | 'second'

/** State of an instance. */
export type State = 'absent' | 'open' | 'frozen' | 'released'

/** What happens to an instance, in the vendor's terms: an activity, a scene of refreshInstance, a status. */
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
  /** Unique in its story; it stays the same when other moves are left out. */
  readonly step: number
  readonly do: Activity
  readonly instance: Who
  /** The same call as in that step, with a new businessId. */
  readonly again?: number
}

/** When an activity is legal, and the state after it. */
export interface Legal {
  /** The case of the profile that tests this activity alone. */
  readonly like: string
  /** The case that tests it in that state, if the profile has one. */
  readonly alone?: Readonly<Partial<Record<State, string>>>
  readonly from: readonly State[]
  readonly to?: State
  /** Only after this activity, and once for each of them. */
  readonly takesBack?: Activity
  /** Never after one of these. */
  readonly before?: readonly Activity[]
}

/**
 * The legal activities of an instance (koogallery.md 3 and 16). A frozen instance waits for its renewal; a released one stays released.
 * Inferred from the vendor's text: a trial is converted first, and a frozen instance is not changed and its renewal not revoked.
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

/** Describes a move. */
export function wordsOf({ do: activity, instance, again }: Move): string {
  return `${activity} of the ${instance} instance${again === undefined ? '' : `, the call of step ${again} again`}`
}
