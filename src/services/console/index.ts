import { accounts } from './accounts.ts'
import type { ConsoleBehaviours } from './scene.ts'
import { addresses } from './seller-addresses.ts'
import { sellerKeys } from './seller-keys.ts'
import { notifications } from './seller-notifications.ts'

/** Every behaviour of the console (`specs/console`). */
export const consoleBehaviours: ConsoleBehaviours = { ...accounts, ...addresses, ...sellerKeys, ...notifications }
