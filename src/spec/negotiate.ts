import type { MediaDoc, ResponseDoc } from './document/model.ts'

/**
 * The JSON of an answer, and its media type where the document names one of its own: of several flavours (`application/vnd.shop.v2+json`)
 * the one that `Accept` names, else the first.
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

/** A media type without weight and blanks, with the parameters that tell versions apart. */
function essence(type: string): string {
  const [bare = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const relevant = parameters.filter((one) => !/^(q|charset)=/.test(one)).sort()
  return [bare, ...relevant].join(';')
}
