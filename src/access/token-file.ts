import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type Document, isSeq, parseDocument } from 'yaml'
import type { KeptToken } from './access-api.ts'
import { readAccessFile } from './access-file.ts'
import type { TokenKeeper } from './token-keeper-api.ts'

/**
 * Tokens in a file that people may edit as well: comments and order stay.
 * @throws SpecFault when it is no such file
 */
export function openTokenFile(path: string): TokenKeeper {
  const tokens = () => (existsSync(path) ? readAccessFile(path).tokens : [])
  const document = () => parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : 'format: 1\ntokens: []\n')

  const write = (changed: Document): void => {
    // All or nothing: a sandbox may read it at any moment.
    const beside = `${path}.${process.pid}.new`
    writeFileSync(beside, changed.toString({ lineWidth: 0 }), { mode: 0o600 })
    renameSync(beside, path)
  }

  return {
    list: async () => tokens(),
    async add(token) {
      if (tokens().some(({ name }) => name === token.name)) return false
      const changed = document()
      const list = changed.get('tokens')
      const item = changed.createNode(written(token))
      if (isSeq(list)) {
        list.flow = false
        list.add(item)
      } else changed.set('tokens', changed.createNode([written(token)]))
      write(changed)
      return true
    },
    async remove(name) {
      const at = tokens().findIndex((one) => one.name === name)
      if (at < 0) return false
      const changed = document()
      changed.deleteIn(['tokens', at])
      write(changed)
      return true
    },
    close: async () => {},
  }
}

const written = ({ expires, ...token }: KeptToken) => ({
  ...token,
  ...(expires === undefined ? {} : { expires: new Date(expires).toISOString() }),
})
