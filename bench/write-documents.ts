/** Writes the large documents into a folder: `npx tsx bench/write-documents.ts FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deepDocument, documentInFiles, largeDocument } from './documents.ts'

const folder = process.argv[2] ?? 'documents'
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
  console.log(`${join(folder, name)}: ${text.length.toLocaleString('en')} characters`)
}
for (const [operations, schemas] of [
  [30, 20],
  [1_000, 400],
  [5_000, 2_000],
] as const)
  write(`large-${operations}.json`, JSON.stringify(largeDocument({ operations, schemas })))
write('deep.json', JSON.stringify(deepDocument(300)))
for (const [name, text] of Object.entries(documentInFiles(40))) write(join('animals', name), text)
