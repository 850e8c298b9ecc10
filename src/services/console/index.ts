import { accounts } from './accounts.ts'
import type { ConsoleBehaviours } from './scene.ts'

/** Every behaviour of the console (`specs/console`). */
export const consoleBehaviours: ConsoleBehaviours = { ...accounts }
