/** How a state looks: ended well, ended, waiting for somebody, gone wrong, else on its way. */
const TONES: Readonly<Record<string, readonly string[]>> = {
  good: ['completed', 'in-use', 'on-sale', 'usable', 'delivered', 'accepted', 'succeeded', 'active', 'approved', 'activated', 'passed'],
  over: [
    'cancelled',
    'expired',
    'used',
    'withdrawn',
    'released',
    'deleted',
    'closed',
    'unsubscribed',
    'superseded',
    'abandoned',
    'skipped',
    'finished',
  ],
  waiting: [
    'pending-payment',
    'to-review',
    'to-confirm',
    'to-approve',
    'to-refund',
    'pending',
    'waiting',
    'held',
    'frozen',
    'suspended',
    'warned',
  ],
  bad: ['failed', 'refused', 'rejected', 'given-up', 'error'],
}
const toneOf = new Map(Object.entries(TONES).flatMap(([tone, states]) => states.map((state) => [state, tone])))

/** A state, as its transition table names it. The name is the same in both languages: commands and the API use it. */
export function State({ name }: { readonly name: string }) {
  return <span class={`state ${toneOf.get(name) ?? 'moving'}`}>{name}</span>
}
