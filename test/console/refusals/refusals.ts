import type { Sandbox } from '../../../src/index.ts'
import type { ConsoleRequest } from '../click.ts'

/** An operation, the code it refuses with, and what leads there by itself: what has to be there first, and the request. */
export type RefusalRow = readonly [operation: string, code: string, cause: (sandbox: Sandbox) => Promise<ConsoleRequest>]
