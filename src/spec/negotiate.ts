import type { MediaDoc, ResponseDoc } from './document/model.ts'

/**
 * The JSON of an answer, and its media type where the document declares a specific one. Of several (`application/vnd.shop.v2+json`)
 * the one that `Accept` names is used, else the first.
 */
export function jsonOf(response: ResponseDoc | undefined, accept?: string): { readonly media?: MediaDoc; readonly type?: string } {
  const { content, 'x-media': flavours } = response ?? {}
  const plain = content?.['application/json'] ?? content?.['application/problem+json']
  if (!content || !flavours) return plain ? { media: plain } : {}
  const json = flavours.filter((type) => /json|^\*/.test(type))
  const wanted = (accept ?? '').split(',').map((one) => essence(one))
  const type = wanted.map((one) => json.find((known) => essence(known) === one)).find((one) => one !== undefined) ?? json[0]
  const media = type === undefined ? plain : content[type]
  return { ...(media ? { media } : {}), ...(type === undefined || type.includes('*') || type === 'application/json' ? {} : { type }) }
}

/** A media type without weight and blanks, with the parameters that distinguish versions. */
function essence(type: string): string {
  const { bare, parameters } = parsed(type)
  return [bare, ...[...parameters].map(([name, value]) => `${name}=${value}`).sort()].join(';')
}

interface MediaRange {
  /** In lower case, without parameters: `text/*`. */
  readonly bare: string
  /** Those that distinguish representations: `charset` does not. */
  readonly parameters: ReadonlyMap<string, string>
  readonly weight: number
}

function parsed(text: string): MediaRange {
  const [bare = '', ...rest] = text.split(';').map((part) => part.trim())
  const parameters = new Map<string, string>()
  let weight = 1
  for (const part of rest) {
    const [name = '', value = ''] = part.split('=').map((one) => one.trim().toLowerCase())
    if (name === 'q') weight = Number.isNaN(Number(value)) ? 1 : Math.min(1, Math.max(0, Number(value)))
    else if (name !== '' && name !== 'charset') parameters.set(name, value.replace(/^"|"$/g, ''))
  }
  return { bare: bare.toLowerCase(), parameters, weight }
}

/** A media type without its parameters, in lower case. */
export const bareType = (type: string): string => (type.split(';', 1)[0] as string).trim().toLowerCase()

/** Whether values of a media type are written as JSON. */
export const isJsonType = (type: string): boolean => /[/+]json$/.test(bareType(type))

/** A media type that an answer is written in, and the one of the document that describes it. */
export interface ChosenMedia {
  /** As the document writes it; may be a range such as `image/*`. */
  readonly declared: string
  /** Sent as `Content-Type`. */
  readonly type: string
}

/** What is sent of a range that nobody narrows down. */
const USUAL: Readonly<Record<string, string>> = {
  '*/*': 'application/json',
  'application/*': 'application/json',
  'text/*': 'text/plain',
  'image/*': 'image/png',
  'audio/*': 'audio/mpeg',
  'video/*': 'video/mp4',
}

/**
 * The media type of an answer by the `Accept` header: quality values count, then how narrowly a type is named, then JSON before others, then the
 * order of the document. Without the header: the first JSON, else the first. `undefined` where none is acceptable.
 */
export function chooseMedia(declared: readonly string[], accept: string | undefined): ChosenMedia | undefined {
  const first = declared.find(isJsonType) ?? declared.find((type) => type === '*/*') ?? declared[0]
  if (first === undefined) return undefined
  const wanted = accept?.trim() ? accept.split(',').filter((one) => one.trim() !== '') : []
  if (wanted.length === 0) return { declared: first, type: concrete(first) }
  const ranges = wanted.map(parsed)
  let best: (ChosenMedia & { readonly weight: number; readonly depth: number; readonly json: boolean }) | undefined
  for (const type of declared) {
    const fitting = ranges.flatMap((range) => {
      const depth = depthOf(parsed(type), range)
      return depth === undefined ? [] : [{ range, depth }]
    })
    const closest = fitting.reduce<(typeof fitting)[number] | undefined>((a, b) => (a && a.depth >= b.depth ? a : b), undefined)
    if (!closest || closest.range.weight === 0) continue
    const { range, depth } = closest
    const sent = type.includes('*') ? (range.bare.includes('*') ? concrete(range.bare === '*/*' ? type : range.bare) : range.bare) : type
    const one = { declared: type, type: sent, weight: range.weight, depth, json: isJsonType(sent) }
    const better =
      !best ||
      one.weight > best.weight ||
      (one.weight === best.weight && (one.depth > best.depth || (one.depth === best.depth && one.json && !best.json)))
    if (better) best = one
  }
  if (best) return { declared: best.declared, type: best.type }
  // A client that takes JSON can read JSON of any name.
  const named = ranges.some(({ bare, weight }) => bare === 'application/json' && weight > 0)
  const flavour = named ? declared.find(isJsonType) : undefined
  return flavour === undefined ? undefined : { declared: flavour, type: flavour }
}

const concrete = (type: string): string => USUAL[bareType(type)] ?? (type.includes('*') ? 'application/octet-stream' : type)

/** How narrowly a range of `Accept` names a declared type: 0 for any type, more for each part and parameter; `undefined` where it does not. */
function depthOf(declared: MediaRange, range: MediaRange): number | undefined {
  const [kind = '', form = ''] = declared.bare.split('/')
  const [wantedKind = '', wantedForm = ''] = range.bare.split('/')
  if (wantedKind !== '*' && kind !== '*' && kind !== wantedKind) return undefined
  if (wantedForm !== '*' && form !== '*' && form !== wantedForm) return undefined
  let same = 0
  for (const [name, value] of range.parameters) {
    const own = declared.parameters.get(name)
    if (own === value) same++
    else if (own !== undefined) return undefined
  }
  return (wantedKind === '*' ? 0 : wantedForm === '*' ? 10 : 20) + same
}
