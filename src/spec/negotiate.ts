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
  const [bare = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const relevant = parameters.filter((one) => !/^(q|charset)=/.test(one)).sort()
  return [bare, ...relevant].join(';')
}
