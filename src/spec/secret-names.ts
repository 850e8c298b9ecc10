/** Names of secrets in headers, queries, forms and JSON, compared without case, `-`, `_` and `.`. */
const SECRET =
  /password|passwd|passphrase|^pwd$|secret(?!id)|token(?!type|id$|expir)|authorization|signature(?!method|version|algorithm)|cookie|appcode|(?:api|access|secret|private|auth|app|session|encrypt|encryption|sign|signing|shared|master|subscription)key$|^sk$|^credentials?$/

/** Plain words that name a secret in an address or a header; in a body they can name anything. */
const SECRET_IN_ADDRESS = /^(?:key|code|sign|sig|auth)$/

/** The V1 signature of one call to a seller: it cannot be used a second time, and people need to read it. */
const READABLE = 'authtoken'

/** Numbers of tokens that a language model read and wrote: not secrets. */
const COUNTED = /^(?:prompt|completion|input|output|cached|reasoning|total|max)tokens$/

/** Whether a value of this name can be used to call in somebody's name. */
export function isSecretName(name: string, where: 'body' | 'address' = 'body'): boolean {
  const plain = name.toLowerCase().replace(/[-_.\s]/g, '')
  if (plain === READABLE || COUNTED.test(plain)) return false
  return SECRET.test(plain) || (where === 'address' && SECRET_IN_ADDRESS.test(plain))
}
