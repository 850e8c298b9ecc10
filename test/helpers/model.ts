import type { World } from '../../src/world/world-api.ts'

/**
 * What may follow what, written down from the vendor's pages (koogallery.md 1.2, 9, 14, 16; bss-and-auth.md 2; S-18 to S-24, S-33,
 * S-35) by hand and not from `specs/transitions.yaml`: the two are compared by playing. A state that is not on the left is an end.
 */
const FOLLOWS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  orders: {
    none: ['initialised', 'pending-payment', 'to-review', 'to-confirm', 'to-approve', 'to-refund'],
    initialised: ['pending-payment', 'to-review', 'to-confirm', 'to-approve', 'cancelled'],
    'to-review': ['pending-payment', 'cancelled'],
    'to-confirm': ['pending-payment', 'cancelled'],
    'to-approve': ['pending-payment', 'cancelled'],
    'pending-payment': ['processing', 'cancelled'],
    processing: ['completed', 'to-refund', 'cancelled', 'to-ship'],
    'to-ship': ['to-receive', 'cancelled'],
    'to-receive': ['completed', 'cancelled', 'seller-to-receive'],
    'seller-to-receive': ['to-refund'],
    'to-refund': ['completed', 'cancelled'],
  },
  resources: {
    none: ['creating', 'in-use'],
    creating: ['in-use', 'closed'],
    'in-use': ['in-use', 'expired', 'frozen', 'closed'],
    expired: ['in-use', 'frozen', 'closed'],
    frozen: ['in-use', 'closed'],
  },
  coupons: { none: ['usable'], usable: ['usable', 'used', 'expired'], used: ['usable', 'expired'] },
  licences: { none: ['issued', 'active'], issued: ['taken', 'active'], taken: ['active'] },
  supervisions: {
    none: ['requirement', 'code-to-take', 'identification', 'implementation'],
    requirement: ['confirmation', 'cancelled'],
    confirmation: ['implementation', 'design', 'requirement', 'cancelled'],
    design: ['design-acceptance', 'cancelled'],
    'design-acceptance': ['implementation', 'design', 'cancelled'],
    implementation: ['acceptance', 'cancelled'],
    'code-to-take': ['activation', 'cancelled'],
    activation: ['proof', 'cancelled'],
    proof: ['accepted', 'vendor-review', 'cancelled'],
    identification: ['licence-delivery', 'cancelled'],
    'licence-delivery': ['acceptance', 'cancelled'],
    acceptance: ['accepted', 'vendor-review', 'implementation', 'licence-delivery', 'cancelled'],
    'vendor-review': ['accepted', 'acceptance', 'proof', 'cancelled'],
    accepted: ['completed'],
  },
  filings: {
    none: ['type-checked'],
    'type-checked': ['product-checked', 'abandoned'],
    'product-checked': ['first-review', 'abandoned'],
    'first-review': ['handed-on', 'for-mending', 'refused', 'abandoned'],
    'for-mending': ['mended', 'abandoned'],
    mended: ['handed-on', 'for-mending', 'refused', 'abandoned'],
    'handed-on': ['authority-review', 'authority-refused', 'abandoned'],
    'authority-review': ['filed', 'authority-refused'],
    refused: ['first-review', 'abandoned'],
    'authority-refused': ['first-review', 'abandoned'],
  },
  sellerRequests: { none: ['in-review'], 'in-review': ['passed', 'refused'], refused: ['in-review'] },
  products: {
    none: ['on-sale'],
    'on-sale': ['suspended', 'withdrawn', 'frozen'],
    suspended: ['on-sale', 'withdrawn'],
    frozen: ['on-sale', 'withdrawn'],
  },
}

/** Watches every write of a world for a step that the pages do not know. `steps` counts those that were taken. */
export function watchSteps(world: World): { readonly illegal: string[]; readonly steps: Map<string, number> } {
  const illegal: string[] = []
  const steps = new Map<string, number>()
  // What is taken back is heard as well: a write that restores what the last one found is no step.
  const writes = new Map<string, (readonly [before: unknown, after: unknown])[]>()
  world.watch((kind, after, before) => {
    const table = FOLLOWS[kind]
    const to = (after as { status?: string } | undefined)?.status
    const key = `${kind} ${after?.id ?? before?.id}`
    const done = writes.get(key) ?? []
    writes.set(key, done)
    const [found, left] = done.at(-1) ?? []
    if (done.length > 0 && found === after && left === before) return void done.pop()
    done.push([before, after])
    if (!table || to === undefined) return
    const from = (before as { status?: string } | undefined)?.status ?? 'none'
    if (from === to && !table[from]?.includes(to)) return
    const step = `${kind}: ${from} -> ${to}`
    steps.set(step, (steps.get(step) ?? 0) + 1)
    if (!table[from]?.includes(to)) illegal.push(`${step} (${after?.id})`)
  })
  return { illegal, steps }
}
