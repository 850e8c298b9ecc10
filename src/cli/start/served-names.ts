import { builtInBundle, didYouMean } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'

/** Refuses a starting world or a service of `serve` that does not exist, before anything is opened. */
export function refuseUnknownNames(start: string | undefined, beside: readonly string[], documents: readonly string[]): void {
  const { worlds, services } = builtInBundle()
  const unknown = (what: string, name: string, known: readonly string[]) =>
    misused(`There is no ${what} "${name}".${didYouMean(name, known)} There are: ${known.join(', ')}.`)
  if (start !== undefined && !Object.hasOwn(worlds, start)) throw unknown('starting world', start, Object.keys(worlds))
  // The control API is always served.
  const known = Object.keys(services).filter((service) => service !== 'sandbox')
  for (const name of beside) if (!known.includes(name)) throw unknown('built-in service', name, known)
  if (beside.length > 0 && documents.length === 0)
    throw misused('--with needs --spec FILE. Without --spec all built-in services are served.')
}
