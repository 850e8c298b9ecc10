import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleSeller, type SellerSource } from './bundle-seller.ts'

/** One process beside the tests that serves many sellers, each known by its address alone. */
export interface SellerHost extends AsyncDisposable {
  /** Opens a seller on a port of its own. It is closed when it is disposed of. Rejects when it cannot be served, or the process has ended. */
  start(source: SellerSource, env: Readonly<Record<string, string>>): Promise<AsyncDisposable & { readonly url: string }>
}

interface Question {
  readonly id: number
  readonly file?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Answer {
  readonly id: number
  readonly url?: string
  readonly error?: string
}

/** Starts the process. A seller that ends its process needs one of its own: see `startSeller`. */
export function openSellerHost(): SellerHost {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-sellers-'))
  const child = fork(join(import.meta.dirname, 'host.mjs'), { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const ended = once(child, 'exit')
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let count = 0
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.resolve(answer)
    waiting.delete(answer.id)
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The process of the sellers ended with ${code}.`))
  })
  const ask = (message: Question) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.set(message.id, { resolve, reject })
      child.send(message, (error) => error && reject(error))
    })
  return {
    async start(source, env) {
      const id = ++count
      const file = join(folder, `${id}.mjs`)
      writeFileSync(file, await bundleSeller('serve.ts', source))
      const { url, error } = await ask({ id, file, env: { ...env, SELLER_EDITION: source.edition ?? '' } })
      if (url === undefined) throw new Error(`The seller cannot be served: ${error}`)
      return {
        url,
        async [Symbol.asyncDispose]() {
          await ask({ id })
        },
      }
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
