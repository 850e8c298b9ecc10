import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import { createMask } from '../spec/mask.ts'
import { shortened, visible } from './visible.ts'

/** One call and its answer, as a report shows them: secrets are masked, long texts shortened. */
export interface ShownExchange {
  readonly request: ShownMessage & { readonly method: string; readonly url: string }
  /** The text that the right signature of this request covers; `[key]` stands for the key. */
  readonly signed?: string
  readonly answer?: ShownMessage & { readonly status: number }
  /** Why there is no answer. */
  readonly failure?: string
}

interface ShownMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The most characters of one text that a report keeps. */
const LONGEST = 4_000

/**
 * Prepares an exchange for a report.
 * @param secrets keys that were used, to be masked wherever they occur
 */
export function showExchange({ request, signed, answer, failure }: ShownExchange, secrets: Iterable<string>): ShownExchange {
  const mask = createMask({
    headers: [request.headers, answer?.headers ?? {}],
    texts: [new URL(request.url).search, request.body, signed ?? '', answer?.body ?? ''],
    known: secrets,
  })
  const show = (text: string) => shortened(mask.text(text), LONGEST)
  const message = <M extends ShownMessage>(one: M): M => ({
    ...one,
    headers: Object.fromEntries(Object.entries(one.headers).map(([name, value]) => [name, show(value)])),
    body: show(one.body),
  })
  return {
    request: { ...message(request), url: show(request.url) },
    ...(signed === undefined ? {} : { signed: show(signed) }),
    ...(answer === undefined ? {} : { answer: message(answer) }),
    ...(failure === undefined ? {} : { failure }),
  }
}

/**
 * An exchange as labels and texts, in the order of a report.
 * @param most characters of one body
 */
export function exchangeLines(
  { request, signed, answer, failure }: ShownExchange,
  most = LONGEST,
  say: Say = asIs,
): readonly (readonly [label: string, text: string])[] {
  const written = (first: string, { headers, body }: ShownMessage) =>
    [
      first,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === '' ? [] : ['', shortened(body, most)]),
    ].join('\n')
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say('request'), written(`${request.method} ${request.url}`, request)],
    [say('signed'), signed === undefined ? undefined : shortened(signed, most)],
    [say('answer'), answer === undefined ? say(failure ?? 'none') : written(String(answer.status), answer)],
  ]
  return lines.flatMap(([label, text]) => (text === undefined ? [] : [[label, visible(text)] as const]))
}
