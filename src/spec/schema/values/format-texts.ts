import type { Maker, Place } from './maker.ts'

type Faker = ReturnType<Maker['faker']>
interface Source {
  readonly faker: Faker
  /** A whole number from 0 to below the limit. */
  readonly int: (limit: number) => number
  readonly now: number
}

const DAY = 86_400_000
/** A moment in the thirty days before `now`. */
const moment = ({ now, int }: Source) => new Date(now - int(30) * DAY - int(86_400) * 1000).toISOString()
const word = ({ faker }: Source) => faker.word.noun().replace(/[^A-Za-z]/g, '') || 'word'
const slug = (source: Source) => word(source).toLowerCase()
const person = ({ faker }: Source) =>
  faker.person
    .firstName()
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase() || 'someone'
const base64 = (text: string) => btoa(text)

/** How a text of each standard format is made. */
const MAKERS: Readonly<Record<string, (source: Source) => string>> = {
  'date-time': (source) => `${moment(source).slice(0, 19)}Z`,
  date: (source) => moment(source).slice(0, 10),
  time: (source) => `${moment(source).slice(11, 19)}Z`,
  'iso-date-time': (source) => `${moment(source).slice(0, 19)}Z`,
  'iso-time': (source) => `${moment(source).slice(11, 19)}Z`,
  duration: ({ int }) => (int(2) === 0 ? `P${1 + int(30)}D` : `PT${1 + int(23)}H`),
  email: (source) => `${person(source)}@example.com`,
  'idn-email': (source) => `${person(source)}@example.com`,
  hostname: (source) => `${slug(source)}.example.com`,
  'idn-hostname': (source) => `${slug(source)}.example.com`,
  ipv4: ({ int }) => `192.0.2.${1 + int(254)}`,
  ipv6: ({ int }) => `2001:db8::${(1 + int(65_535)).toString(16)}`,
  uri: (source) => `https://example.com/${slug(source)}`,
  url: (source) => `https://example.com/${slug(source)}`,
  iri: (source) => `https://example.com/${slug(source)}`,
  'uri-reference': (source) => `/${slug(source)}`,
  'iri-reference': (source) => `/${slug(source)}`,
  'uri-template': (source) => `https://example.com/${slug(source)}/{id}`,
  uuid: ({ faker }) => faker.string.uuid(),
  'json-pointer': (source) => `/${slug(source)}/${source.int(10)}`,
  'json-pointer-uri-fragment': (source) => `#/${slug(source)}/${source.int(10)}`,
  'relative-json-pointer': (source) => `${source.int(3)}/${slug(source)}`,
  regex: (source) => `^${slug(source)}[0-9]+$`,
  byte: (source) => base64(slug(source)),
  base64: (source) => base64(slug(source)),
  base64url: (source) => base64(slug(source)).replace(/=+$/, ''),
  binary: (source) => slug(source),
  password: ({ faker }) => faker.string.alphanumeric(12),
  char: ({ faker }) => faker.string.alpha({ length: 1, casing: 'lower' }),
  phone: ({ int }) => `+1555010${10 + int(90)}`,
}

/** The shortest text of a format, where the usual ones are too long. */
const SHORT: Readonly<Record<string, string>> = {
  email: 'a@b.co',
  'idn-email': 'a@b.co',
  hostname: 'a',
  'idn-hostname': 'a',
  ipv4: '1.1.1.1',
  ipv6: '::1',
  uri: 'a:b',
  iri: 'a:b',
  url: 'http://a.co',
  'uri-reference': '/',
  'iri-reference': '/',
  'uri-template': 'a',
  'json-pointer': '',
  'relative-json-pointer': '0',
  duration: 'P1D',
  regex: 'a',
  byte: 'YQ==',
  base64: 'YQ==',
  base64url: 'YQ',
}

/** What makes a text of a format longer by any number of characters. */
function lengthen(format: string, text: string, missing: number): string {
  const letters = 'a'.repeat(missing)
  if (format === 'email' || format === 'idn-email') {
    // The part before the sign has at most 64 characters, each label of the rest at most 63.
    const [local = '', host = ''] = text.split('@')
    const inLocal = Math.min(missing, 64 - local.length)
    return `${local}${'a'.repeat(inLocal)}@${labels(missing - inLocal)}${host}`
  }
  if (format.endsWith('hostname')) return labels(missing) + text
  if (format === 'byte' || format === 'base64') return 'AAAA'.repeat(Math.ceil(missing / 4)) + text
  return text + letters
}

function labels(length: number): string {
  let text = ''
  while (text.length < length) {
    const left = length - text.length
    text += `${'a'.repeat(Math.max(1, Math.min(60, left === 62 ? 30 : left - 1)))}.`
  }
  return text
}

/** A text of a standard format; `undefined` for another format. */
export function textOfFormat(format: unknown, source: Source, least: number, most: number): string | undefined {
  if (typeof format !== 'string' || !Object.hasOwn(MAKERS, format)) return undefined
  const text = MAKERS[format]?.(source) ?? ''
  if (text.length < least) return lengthen(format, text, least - text.length)
  const short = SHORT[format]
  if (text.length <= most) return text
  if (short !== undefined) return short.length < least ? lengthen(format, short, least - short.length) : short
  return format === 'password' || format === 'binary' ? text.slice(0, most) : text
}

/** Texts for members whose names say what they hold, in the order in which they are tried. */
const NAMES: readonly (readonly [RegExp, (source: Source) => string])[] = [
  [/(^|_)(mail|email)$|Email$/i, MAKERS.email as (source: Source) => string],
  [/(mobile|phone)/i, ({ faker }) => faker.phone.number({ style: 'national' })],
  [/(_time|Time|_at|At)$/, (source) => `${moment(source).slice(0, 19)}Z`],
  [/(^|_)date$|Date$/, (source) => moment(source).slice(0, 10)],
  [/(customer|company|enterprise|organi[sz]ation).*name|^company$/i, ({ faker }) => faker.company.name()],
  [/first_?name/i, ({ faker }) => faker.person.firstName()],
  [/(last|sur)_?name/i, ({ faker }) => faker.person.lastName()],
  [/(user|person|real|full|owner|author).*name|^(author|owner)$/i, ({ faker }) => faker.person.fullName()],
  [/name$|^title$/i, ({ faker }) => faker.commerce.productName()],
  [/(description|summary|comment|message|note|text)s?$/i, ({ faker }) => faker.commerce.productDescription()],
  [/(ur[il]|link|href|website|avatar|image)$/i, MAKERS.uri as (source: Source) => string],
  [/city$/i, ({ faker }) => faker.location.city()],
  [/country_?code$/i, ({ faker }) => faker.location.countryCode()],
  [/country$/i, ({ faker }) => faker.location.country()],
  [/(street|address)/i, ({ faker }) => faker.location.streetAddress()],
  [/(zip|postal)/i, ({ faker }) => faker.location.zipCode()],
  [/currency/i, ({ faker }) => faker.finance.currencyCode()],
  [/(locale|language)$/i, ({ int }) => ['en', 'de', 'fr', 'es', 'zh'][int(5)] as string],
  [/colou?r$/i, ({ faker }) => faker.color.human()],
  [/(^|_)ids?$|Id$/, ({ faker }) => faker.string.hexadecimal({ length: 32, casing: 'lower', prefix: '' })],
]

export function textByName(name: string, source: Source): string | undefined {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1](source)
}

export function sourceFor(maker: Maker, place: Place): Source {
  const numbers = maker.source.numbersFrom(maker.seed({ ...place, pointer: `${place.pointer}#text` }))
  return { faker: maker.faker(place), int: (limit) => Math.floor(numbers() * limit), now: maker.source.now }
}
