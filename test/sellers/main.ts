import { MISTAKES } from './mistakes/mistakes.ts'
import { startSeller } from './start-seller.ts'

/** `npx tsx test/sellers/main.ts NAME`: serves one broken seller with the key "my-key" until it is stopped. */
const [name] = process.argv.slice(2)
const mistake = MISTAKES.find((one) => one.name === name)
if (mistake) {
  const { url } = await startSeller(mistake, { KOOGALLERY_KEY: process.env['KOOGALLERY_KEY'] ?? 'my-key' })
  console.log(`A seller that ${mistake.mistake}: ${url}`)
} else {
  for (const one of MISTAKES) console.log(`${one.name.padEnd(32)} ${one.mistake}`)
  process.exitCode = 2
}
