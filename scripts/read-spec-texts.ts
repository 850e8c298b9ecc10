/**
 * The texts for people in the specs: what errors mean and how they come about, why no recipe leads to one, what settings, timetables and
 * transitions are about. What the vendor puts on the wire is none of them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const specs = join(import.meta.dirname, '..', 'specs')

/** Members whose texts a person reads, by the name of the file. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'errors.yaml': ['meaning', 'cause', 'about'],
  'recipes.yaml': ['why'],
  'openapi.yaml': ['about'],
  'deliveries.yaml': ['about'],
  'transitions.yaml': ['about'],
}

/** Services of ours, whose messages no vendor wrote. */
const OURS: readonly string[] = ['console', 'sandbox']

/** Services whose descriptions have Chinese as well, in a part of their own: `specs/production-described`. */
const DESCRIBED: readonly string[] = ['production', 'production-licence', 'production-v1']

/** Members that may be Chinese already, or in both languages. */
const SPOKEN = /^(?:message|title|summary|description)$/

/** Members whose values are data, whatever the names in them. */
const DATA = /^(?:examples?|default|enum|const)$/

export interface SpecText {
  readonly file: string
  /** `specs/bss`; `specs/console-causes` and `specs/console-messages` have those of a long list. */
  readonly part: string
  readonly text: string
  readonly line: number
}

export function textsOfSpecs(): readonly SpecText[] {
  const files = readdirSync(specs, { recursive: true, encoding: 'utf8' }).sort()
  return files.flatMap((file) => [...toldIn(file), ...describedIn(file)])
}

/** What is told of errors, settings, timetables and transitions. */
function toldIn(file: string): readonly SpecText[] {
  const members = MEMBERS[file.split('/').at(-1) as string]
  if (members === undefined || file.split('/').length > 2) return []
  const ours = file.endsWith('errors.yaml') && OURS.includes(file.split('/')[0] as string)
  return textsOf(file, ours ? [...members, 'message'] : members, partOf)
}

/** What is said of operations, parameters and fields. */
function describedIn(file: string): readonly SpecText[] {
  const service = file.split('/')[0] as string
  if (!DESCRIBED.includes(service) || !/\/(?:openapi|(?:operations|schemas|parameters|headers|responses)\/.*)\.yaml$/.test(file)) return []
  return textsOf(file, ['title', 'summary', 'description'], () => `specs/${service}-described`)
}

function textsOf(file: string, members: readonly string[], part: (file: string, member: string) => string): readonly SpecText[] {
  const source = readFileSync(join(specs, file), 'utf8')
  return textsBelow(parse(source), members).map(({ member, text }) => ({
    file: `specs/${file}`,
    part: part(file, member),
    text,
    line: source.slice(0, Math.max(0, source.indexOf(text.slice(0, 40)))).split('\n').length,
  }))
}

function partOf(file: string, member: string): string {
  const service = file.replace(/\/.*|\.yaml$/g, '')
  return service === 'console' && (member === 'cause' || member === 'message') ? `specs/console-${member}s` : `specs/${service}`
}

function textsBelow(value: unknown, members: readonly string[]): { readonly member: string; readonly text: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([member, inner]) =>
    DATA.test(member)
      ? []
      : typeof inner !== 'string'
        ? textsBelow(inner, members)
        : members.includes(member) && /[A-Za-z]{2}/.test(inner) && !(SPOKEN.test(member) && isChinese(inner))
          ? [{ member, text: inner.trim() }]
          : [],
  )
}

/** Chinese, or in both languages. An English text may name things in Chinese. */
export function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han > 0 && (text.includes(' · ') || han * 3 > (text.match(/[A-Za-z]/g)?.length ?? 0))
}
