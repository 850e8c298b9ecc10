import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleSeller, type SellerSource } from './bundle-seller.ts'
import { type SellerProcess, startSellerProcess } from './seller-process.ts'

/** Starts a seller, with mistakes or none, as a process of its own. Bundled first: a loader would cost more than the seller. */
export async function startSeller(source: SellerSource, env: Readonly<Record<string, string>>): Promise<SellerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-seller-'))
  const file = join(folder, 'seller.mjs')
  const clean = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeFileSync(file, await bundleSeller('serve-alone.ts', source))
    const seller = await startSellerProcess(process.execPath, [file], { ...env, SELLER_EDITION: source.edition ?? '' })
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
