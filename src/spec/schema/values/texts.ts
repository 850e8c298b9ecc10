import { estimateCost } from '../../patterns/match-cost.ts'
import { readPattern } from '../../patterns/pattern.ts'
import { textLike } from '../../patterns/pattern-text.ts'
import { MOST_CHARACTERS } from '../generation-limits.ts'
import type { Flat } from './flatten.ts'
import { sourceFor, textByName, textOfFormat } from './format-texts.ts'
import type { Maker, Place } from './maker.ts'

const TRIES = 24

/** A text that matches the pattern, the format and the lengths of its schema. */
export function textFor(node: Flat, place: Place, maker: Maker): string {
  const least = Math.min(Number(node.minLength ?? 0), MOST_CHARACTERS)
  const most = Number(node.maxLength ?? Number.POSITIVE_INFINITY)
  if (!maker.foreign) return usualText(node, place, maker).padEnd(least, '0').slice(0, most)
  let first: string | undefined
  for (let i = 0; i < TRIES; i++) {
    const text = candidate(node, { ...place, attempt: place.attempt + i }, maker, i, least, most)
    if (text === undefined) continue
    if (fits(text, node, maker, least, most)) return text
    first ??= text
    // Only chance brings another result.
    if (node.pattern === undefined && i > 3) break
  }
  return first ?? 'word'
}

function candidate(node: Flat, place: Place, maker: Maker, i: number, least: number, most: number): string | undefined {
  const source = sourceFor(maker, place)
  const format = node.format ?? (node.contentEncoding === 'base64' ? 'byte' : undefined)
  const formed = () => textOfFormat(format, source, least, most)
  if (typeof node.pattern === 'string') {
    const byFormat = i % 3 === 0 ? formed() : undefined
    if (byFormat !== undefined) return byFormat
    const numbers = maker.source.numbersFrom(maker.seed(place))
    if (node.patterns !== undefined && i % 2 === 1) return inTurn([node.pattern, ...node.patterns], numbers, i)
    return textLike(node.pattern, numbers, { least, most }, Math.floor(i / 2)) ?? plain(place, maker, least, most)
  }
  return formed() ?? plain(place, maker, least, most)
}

/** Texts for several expressions one after another: expressions that say how a text begins and how it ends allow that. */
function inTurn(patterns: readonly string[], numbers: () => number, i: number): string {
  const texts = patterns.map((pattern) => textLike(pattern, numbers, {}, i >> 2) ?? '')
  return (i % 4 === 1 ? texts : texts.reverse()).join('')
}

/** A text for the name of the member, or a noun; with as many words more as the length demands. */
function plain(place: Place, maker: Maker, least: number, most: number): string {
  const source = sourceFor(maker, place)
  const named = textByName(place.name, source)
  let text = named !== undefined && named.length <= most ? named : source.faker.word.noun()
  for (let i = 0; text.length < least && i < 20; i++) text += ` ${source.faker.word.noun()}`
  text = text.padEnd(least, 'a')
  return text.length <= most ? text : [...text].slice(0, most).join('').replace(/ $/, 'a')
}

function fits(text: string, node: Flat, maker: Maker, least: number, most: number): boolean {
  const length = [...text].length
  if (length < least || length > most) return false
  const patterns = [node.pattern, ...(node.patterns ?? [])].filter((one) => typeof one === 'string')
  if (!patterns.every((source) => readPattern(source)?.test(text) ?? true)) return false
  return typeof node.format !== 'string' || maker.fits(formatSchema(node.format), text)
}

const formats = new Map<string, object>()
const formatSchema = (format: string): object => {
  const schema = formats.get(format) ?? { format }
  if (formats.size < 200) formats.set(format, schema)
  return schema
}

/** Longer patterns, and patterns that demand longer values, are not generated from. */
const LONGEST_PATTERN = 200
const LARGEST_PATTERN = 1_000

/** A text for the vendor's own specs. Their generated values are published: they stay as they are. */
function usualText(node: Flat, place: Place, maker: Maker): string {
  const faker = maker.faker(place)
  const { now } = maker.source
  return byPattern(node) ?? byFormat(node) ?? byName(place.name) ?? faker.word.noun()

  function byPattern({ pattern }: Flat): string | undefined {
    if (typeof pattern !== 'string' || pattern.length > LONGEST_PATTERN || estimateCost(pattern).size > LARGEST_PATTERN) return undefined
    try {
      return faker.helpers.fromRegExp(pattern.replace(/^\^|\$$/g, '').replaceAll('\\d', '[0-9]'))
    } catch {
      return undefined
    }
  }
  function byFormat({ format }: Flat): string | undefined {
    if (format === 'date-time') return new Date(now).toISOString()
    if (format === 'date') return new Date(now).toISOString().slice(0, 10)
    if (format === 'uuid') return faker.string.uuid()
    if (format === 'uri') return faker.internet.url()
    if (format === 'email') return faker.internet.email()
    return undefined
  }
  function byName(key: string): string | undefined {
    if (/(^|_)(mail|email)$/i.test(key)) return faker.internet.email()
    if (/(mobile|phone)/i.test(key)) return faker.phone.number({ style: 'national' })
    if (/(_time|Time|_at)$/.test(key)) return `${new Date(now).toISOString().slice(0, 19)}Z`
    if (/(customer|company|enterprise|organization).*name/i.test(key)) return faker.company.name()
    if (/(user|person|real).*name/i.test(key)) return faker.person.fullName()
    if (/name$/i.test(key)) return faker.commerce.productName()
    if (/url$/i.test(key)) return faker.internet.url()
    if (/(^|_)ids?$|Id$/.test(key)) return faker.string.hexadecimal({ length: 32, casing: 'lower', prefix: '' })
    return undefined
  }
}
