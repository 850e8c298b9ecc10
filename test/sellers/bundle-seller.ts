import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Mistake } from './mistakes/mistake.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** What a seller is made of. */
export type SellerSource = Pick<Mistake, 'edition' | 'changes'>

/** The source of a seller, with its mistakes made, as one module. `entry` is a file of `test/sellers`. */
export async function bundleSeller(entry: string, { edition, changes }: SellerSource): Promise<string> {
  const filter = edition === 'v1' ? /good[/\\]v1\.ts$/ : /seller-hono[/\\]seller\.ts$/
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
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

function changed(source: string, changes: SellerSource['changes']): string {
  return changes.reduce((text, [was, is]) => {
    const [before, after, ...more] = text.split(was)
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`The seller's source has this ${more.length > 0 ? 'more than once' : 'nowhere'}: ${was}`)
    return `${before}${is}${after}`
  }, source)
}
