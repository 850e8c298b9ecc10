import { hashText } from '../../world/engine/chance.ts'
import type { Account } from '../../world/entities/entities.ts'
import type { ConsoleContext } from '../console-behaviour.ts'

/**
 * Requires the code that operation protection sends to the buyer's mobile (S-14). Here the refusal contains the code, which is always the
 * same for the same orders.
 */
export function checkCode(
  { world, fail }: Pick<ConsoleContext, 'world' | 'fail'>,
  { mobile = 'nowhere' }: Account,
  orders: readonly string[],
  given: string | undefined,
): void {
  const code = hashText(6, '0123456789', world.seed, 'verification', [...orders].sort().join('|'))
  if (given === code) return
  const shown = mobile.replace(/^(\d{3})\d{4}/, '$1****')
  fail(
    'verification-needed',
    `${given === undefined ? 'A' : 'Another'} verification code is asked for: ${code} was sent to ${shown}. Send it as verificationCode.`,
  )
}
