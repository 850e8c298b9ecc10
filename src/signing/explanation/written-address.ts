/** A text that cannot be read as a request. The message says what is missing. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Takes an address apart without normalising it: the signature covers what is sent. */
export function splitAddress(address: string): { readonly host: string; readonly path: string; readonly query: string } {
  const [, host = '', path = '', query = ''] = /^(?:[a-z]+:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? []
  return { host, path: path === '' ? '/' : path, query }
}
