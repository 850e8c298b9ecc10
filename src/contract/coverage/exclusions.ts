import { didYouMean } from '../../language/did-you-mean.ts'
import { COVERED_KINDS, type Coverable, type CoveredKind } from '../../spec/coverable.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import { readDocument } from '../../spec/document/open-document.ts'

/** A name that need not be exercised, and why. */
export interface Exclusion {
  readonly kind: CoveredKind
  readonly name: string
  readonly reason: string
}

/**
 * Reads the exclusions of a YAML file: `exclusions: [{ kind: errors, name: 'bss.* CBC.0999', reason: … }]`, where `*` is any text.
 * @throws SpecFault with file and line for an exclusion without a reason, an unknown kind, or a name that does not exist
 */
export function readExclusions(path: string, coverable: Coverable): readonly Exclusion[] {
  const file = readDocument(path)
  const { format, exclusions, ...others } = file.value as Record<string, unknown>
  if (typeof format === 'number' && format > 1)
    throw new SpecFault(
      `${file.place('format')}: format ${format} is newer than this version reads (1). Install a newer koogallery-sandbox.`,
    )
  const [stray] = Object.keys(others)
  if (stray !== undefined)
    throw new SpecFault(`${file.place(stray)}: exclusions have no key "${stray}".${didYouMean(stray, ['format', 'exclusions'])}`)
  if (!Array.isArray(exclusions)) throw new SpecFault(`${file.place('exclusions')}: exclusions are a list.`)
  return exclusions.flatMap((one: unknown, i): readonly Exclusion[] => {
    const at = file.place('exclusions', i)
    const { kind, name, reason, ...rest } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>
    const [unknown] = Object.keys(rest)
    if (unknown !== undefined)
      throw new SpecFault(`${at}: an exclusion has no key "${unknown}".${didYouMean(unknown, ['kind', 'name', 'reason'])}`)
    const known = COVERED_KINDS.find((candidate) => candidate === kind)
    if (!known)
      throw new SpecFault(`${at}: kind is one of ${COVERED_KINDS.join(', ')}, not "${kind}".${didYouMean(String(kind), COVERED_KINDS)}`)
    if (typeof name !== 'string' || name === '') throw new SpecFault(`${at}: an exclusion needs a name.`)
    if (typeof reason !== 'string' || reason.trim() === '') throw new SpecFault(`${at}: "${name}" is left out without a reason.`)
    const pattern = new RegExp(`^${name.split('*').map(literally).join('.*')}$`)
    const names = coverable[known].filter((candidate) => pattern.test(candidate))
    if (names.length === 0) throw new SpecFault(`${at}: none of the ${known} is "${name}".${didYouMean(name, coverable[known])}`)
    return names.map((found) => ({ kind: known, name: found, reason: reason.trim() }))
  })
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
