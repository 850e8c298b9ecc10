/**
 * Writes the generated pages of the documentation, then runs VitePress: `build` (the default) or `dev`. `pages` only writes.
 * Nothing that it writes is kept in Git, so nothing becomes stale.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { llmsText } from './llms.ts'
import { referencePages } from './reference-pages.ts'

const project = join(import.meta.dirname, '..', '..')
const docs = join(project, 'docs')
const [mode = 'build'] = process.argv.slice(2)

process.env['NO_COLOR'] = '1'
for (const language of ['en', 'zh'] as const) {
  const folder = join(docs, language, 'reference', 'generated')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of await referencePages(language)) writeFileSync(join(folder, name), text)
}
mkdirSync(join(docs, 'public'), { recursive: true })
writeFileSync(join(docs, 'public', 'llms.txt'), llmsText(docs))

if (mode !== 'pages') {
  const vitepress = join(project, 'node_modules', 'vitepress', 'bin', 'vitepress.js')
  process.exitCode = spawnSync(process.execPath, [vitepress, mode, docs], { stdio: 'inherit' }).status ?? 1
}
