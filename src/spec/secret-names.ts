/** Names by which secrets go, in headers, queries, forms and JSON, without case, `-`, `_` and `.`. */
const SECRET =
  /password|passwd|passphrase|^pwd$|secret(?!id)|token(?!type|id$|expir)|authorization|signature(?!method|version|algorithm)|cookie|appcode|(?:api|access|secret|private|auth|app|session|encrypt|encryption|sign|signing|shared|master|subscription)key$|^sk$|^credentials?$/

/** Plain words that are secrets in an address or a header, and anything in a body. */
const SECRET_IN_ADDRESS = /^(?:key|code|sign|sig|auth)$/

/** The V1 signature of one call of a seller: it lets nobody in a second time, and is what people look for. */
const READABLE = 'authtoken'

/** How many tokens a model took and gave: numbers, no secrets. */
const COUNTED = /^(?:prompt|completion|input|output|cached|reasoning|total|max)tokens$/

/** Whether what goes by this name can be used to call in somebody's name. */
export function isSecretName(name: string, where: 'body' | 'address' = 'body'): boolean {
  const plain = name.toLowerCase().replace(/[-_.\s]/g, '')
  if (plain === READABLE || COUNTED.test(plain)) return false
  return SECRET.test(plain) || (where === 'address' && SECRET_IN_ADDRESS.test(plain))
}
