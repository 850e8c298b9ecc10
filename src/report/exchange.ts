import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import { createMask } from '../spec/mask.ts'
import { shortened, visible } from './visible.ts'

/** One call and its answer, as a report shows them: secrets are masked, long texts shortened. */
export interface ShownExchange {
  readonly request: ShownMessage & { readonly method: string; readonly url: string }
  /** The text that the right signature of this request covers; `[key]` stands for the key. */
  readonly signed?: string
  /** The answer that a contract promises. */
  readonly promised?: ShownAnswer
  readonly answer?: ShownAnswer
  /** Why there is no answer. */
  readonly failure?: string
}

interface ShownMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type ShownAnswer = ShownMessage & { readonly status: number }

/** The most characters of one text that a report keeps. */
const LONGEST = 4_000

/**
 * Masks the secrets of an exchange, in it and in findings about it.
 * @param secrets values to be masked wherever they occur
 * @param names of headers and query parameters that a foreign document uses for keys
 */
export function maskOf({ request, signed, promised, answer }: ShownExchange, secrets: Iterable<string>, names: readonly string[] = []) {
  const answers = [promised, answer].filter((one) => one !== undefined)
  return createMask({
    headers: [request.headers, ...answers.map(({ headers }) => headers)],
    texts: [request.url.replace(/^[^?]*/, ''), request.body, signed ?? '', ...answers.map(({ body }) => body)],
    known: secrets,
    names,
  })
}

/**
 * Prepares an exchange for a report.
 * @param secrets keys that were used, to be masked wherever they occur
 * @param mask another mask than the one for these secrets
 */
export function showExchange(exchange: ShownExchange, secrets: Iterable<string>, mask = maskOf(exchange, secrets)): ShownExchange {
  const { request, signed, promised, answer, failure } = exchange
  const show = (text: string) => shortened(mask.text(text), LONGEST)
  const message = <M extends ShownMessage>(one: M): M => ({
    ...one,
    headers: Object.fromEntries(Object.entries(one.headers).map(([name, value]) => [name, show(value)])),
    body: show(one.body),
  })
  return {
    request: { ...message(request), url: show(request.url) },
    ...(signed === undefined ? {} : { signed: show(signed) }),
    ...(promised === undefined ? {} : { promised: message(promised) }),
    ...(answer === undefined ? {} : { answer: message(answer) }),
    ...(failure === undefined ? {} : { failure }),
  }
}

/**
 * An exchange as labels and texts, in the order of a report.
 * @param most characters of one body
 */
export function exchangeLines(
  { request, signed, promised, answer, failure }: ShownExchange,
  most = LONGEST,
  say: Say = asIs,
): readonly (readonly [label: string, text: string])[] {
  const written = (first: string, { headers, body }: ShownMessage) =>
    [
      first,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === '' ? [] : ['', shortened(body, most)]),
    ].join('\n')
  // A contract that was only compared with the specs was not answered by anybody.
  const absent = promised !== undefined && failure === undefined ? undefined : say(failure ?? 'none')
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say('request'), written(`${request.method} ${request.url}`, request)],
    [say('signed'), signed === undefined ? undefined : shortened(signed, most)],
    [say('promised'), promised === undefined ? undefined : written(String(promised.status), promised)],
    [say('answer'), answer === undefined ? absent : written(String(answer.status), answer)],
  ]
  return lines.flatMap(([label, text]) => (text === undefined ? [] : [[label, visible(text)] as const]))
}
