import { didYouMean, FACT_TYPES } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'

/** Refuses an unknown name of a fact, because waiting for it would always time out. Exit code 2. */
export function refuseUnknownFact(option: string, name: string): void {
  if ((FACT_TYPES as readonly string[]).includes(name)) return
  const subjects = new Set(FACT_TYPES.map((type) => type.slice(0, type.indexOf('.'))))
  const subject = name.split('.')[0] ?? ''
  const known = subjects.has(subject)
    ? `Facts about it: ${FACT_TYPES.filter((type) => type.startsWith(`${subject}.`)).join(', ')}.`
    : `Facts are about: ${[...subjects].join(', ')}; their names are like order.paid.`
  throw misused(`${option}: there is no fact "${name}".${didYouMean(name, FACT_TYPES)} ${known}`)
}
