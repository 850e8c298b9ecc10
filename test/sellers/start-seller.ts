import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Mistake } from './mistakes/mistake.ts'
import { type SellerProcess, startSellerProcess } from './seller-process.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Starts a seller, with mistakes or none, as a process of its own. Bundled first: a loader would cost more than the seller. */
export async function startSeller(
  { edition, changes }: Pick<Mistake, 'edition' | 'changes'>,
  env: Readonly<Record<string, string>>,
): Promise<SellerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-seller-'))
  const file = join(folder, 'seller.mjs')
  const clean = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeFileSync(file, await bundle(edition === 'v1' ? /good[/\\]v1\.ts$/ : /seller-hono[/\\]seller\.ts$/, changes))
    const seller = await startSellerProcess(process.execPath, [file], { ...env, SELLER_EDITION: edition ?? '' })
    return {
      ...seller,
      async [Symbol.asyncDispose]() {
        await seller[Symbol.asyncDispose]()
        clean()
      },
    }
  } catch (error) {
    clean()
    throw error
  }
}

async function bundle(filter: RegExp, changes: Mistake['changes']): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'test', 'sellers', 'serve.ts')],
    alias: { 'koogallery-sandbox/signing': join(ROOT, 'src', 'signing', 'index.ts') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'mistakes',
        setup: ({ onLoad }) =>
          onLoad({ filter }, ({ path }) => ({
            contents: changed(readFileSync(path, 'utf8'), changes),
            loader: 'ts',
          })),
      },
    ],
  })
  return outputFiles[0]!.text
}

function changed(source: string, changes: Mistake['changes']): string {
  return changes.reduce((text, [was, is]) => {
    const [before, after, ...more] = text.split(was)
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`The seller's source has this ${more.length > 0 ? 'more than once' : 'nowhere'}: ${was}`)
    return `${before}${is}${after}`
  }, source)
}
