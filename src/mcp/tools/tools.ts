import type { Tool } from '../tool.ts'
import { BUYER_TOOLS } from './buyer.ts'
import { EXPLAIN_TOOLS } from './explain.ts'
import { FAULT_TOOLS } from './faults.ts'
import { JOURNAL_TOOLS } from './journal.ts'
import { SELLER_TOOLS } from './seller.ts'
import { SIGNATURE_TOOLS } from './signature.ts'
import { TIME_TOOLS } from './time.ts'
import { VERIFY_TOOLS } from './verify.ts'
import { WORLD_TOOLS } from './worlds.ts'

/** All tools, in the order of the list. */
export const TOOLS: readonly Tool[] = [
  ...WORLD_TOOLS,
  ...JOURNAL_TOOLS,
  ...EXPLAIN_TOOLS,
  ...SIGNATURE_TOOLS,
  ...BUYER_TOOLS,
  ...TIME_TOOLS,
  ...FAULT_TOOLS,
  ...SELLER_TOOLS,
  ...VERIFY_TOOLS,
]
