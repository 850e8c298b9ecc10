import { hashText } from '../../world/engine/chance.ts'
import type { Filing } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { DAY } from '../ordering/periods.ts'

/** How long the code of an SMS check is valid. */
export const SMS_LIFE = DAY

/** Wrong tries allowed; the next one returns the filing. */
export const WRONG_TRIES = 5

/** A new code, sent now. */
export function newSms(world: World, filingId: string, wrongTries: number): NonNullable<Filing['sms']> {
  const sentAt = world.clock.now()
  return { code: hashText(6, '0123456789', world.seed, 'filing-sms', filingId, String(world.ids.next('filing-sms'))), sentAt, wrongTries }
}
