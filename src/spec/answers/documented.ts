import type { OperationDoc, ResponseDoc } from '../document/model.ts'

type Answering = Pick<OperationDoc, 'responses' | 'x-ranges'>

/** One answer that a document describes, with the status that it is sent with. */
export interface DocumentedAnswer {
  readonly status: number
  /** As the document names it: `404`, `4XX` or `default`. */
  readonly key: string
  readonly response: ResponseDoc
}

/** What a document says about a status: the status itself, else its range, else `default`. */
export function answerAt({ responses, 'x-ranges': ranges = {} }: Answering, status: number): DocumentedAnswer | undefined {
  const range = `${Math.floor(status / 100)}XX`
  const response = responses[String(status)]
  if (response) return { status, key: String(status), response }
  const key = ranges[range] ? range : 'default'
  const ranged = ranges[key]
  return ranged && { status, key, response: ranged }
}

/**
 * The answer to a call that nothing is wrong with: the lowest 2xx, else `2XX`, else `default`, else the lowest 3xx, else the first that is
 * documented; 200 without a body where none is. `undefined` where only statuses are documented that no server can answer with (1xx).
 */
export function successOf({ responses, 'x-ranges': ranges = {} }: Answering): DocumentedAnswer | undefined {
  const statuses = Object.keys(responses)
    .filter((status) => /^[2-5]/.test(status))
    .sort()
  const at = (key: string, status: number): DocumentedAnswer | undefined => {
    const response = responses[key] ?? ranges[key]
    return response && { status, key, response }
  }
  const lowest = (digit: string): DocumentedAnswer | undefined => {
    const key = statuses.find((status) => status.startsWith(digit))
    return key === undefined ? undefined : at(key, Number(key))
  }
  const [first] = statuses
  const [range] = Object.keys(ranges)
  const others = () =>
    first !== undefined ? at(first, Number(first)) : range !== undefined ? at(range, Number(range[0]) * 100) : undefined
  const found = lowest('2') ?? at('2XX', 200) ?? at('default', 200) ?? lowest('3') ?? at('3XX', 302) ?? others()
  return found ?? (Object.keys(responses).length > 0 ? undefined : { status: 200, key: '200', response: {} })
}

/** The statuses and ranges that an operation documents, as they are written. */
export const documentedKeys = ({ responses, 'x-ranges': ranges = {} }: Answering): readonly string[] => [
  ...Object.keys(responses),
  ...Object.keys(ranges),
]

/** The media types of an answer, as they are written. */
export const mediaTypesOf = ({ content, 'x-media': types }: ResponseDoc): readonly string[] => types ?? Object.keys(content ?? {})

/** Answers that never have a body. */
export const isBodiless = (status: number): boolean => status === 204 || status === 205 || status === 304
