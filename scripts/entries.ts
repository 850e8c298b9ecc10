import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the package exports: the name of each file in `dist/`, and the source behind it. */
export const ENTRIES = { index: 'src/index.ts', signing: 'src/signing/index.ts', vitest: 'src/vitest.ts' } as const

/**
 * Syntax that the bundles do without. Node reads all that an entry imports before it runs the line that looks at the version, so the oldest
 * Node that reads modules as they are written today (12.20) must be able to read it.
 */
export const OLD_SYNTAX = {
  'logical-assignment': false,
  'class-static-blocks': false,
  'optional-chain': false,
  'nullish-coalescing': false,
  'class-private-method': false,
  'class-private-accessor': false,
  'class-private-brand-check': false,
}

/** The command. */
export const COMMAND = 'src/cli/main.ts'

/** Name of the bundle that stands behind an entry. */
export const bundleOf = (entry: string) => `${entry}-bundle`

/**
 * Writes the entries of the package: small files that look at the version of Node first, and only then reach the bundle. An old Node gets one
 * sentence from each.
 */
export function writeEntries(project: string, dist: string): void {
  copyFileSync(join(project, 'scripts', 'node-version.mjs'), join(dist, 'node-version.js'))
  // The stack would be longer than the sentence, and says nothing.
  writeFileSync(
    join(dist, 'supported-node.js'),
    `import { refusal } from './node-version.js'
if (refusal !== undefined) throw Object.assign(new Error(refusal), { stack: refusal })
`,
  )
  // Modules are run in the order of their imports.
  for (const entry of Object.keys(ENTRIES))
    writeFileSync(join(dist, `${entry}.js`), `import './supported-node.js'\nexport * from './${bundleOf(entry)}.js'\n`)
  writeFileSync(
    join(dist, 'cli.js'),
    `#!/usr/bin/env node
import { refusal } from './node-version.js'
if (refusal === undefined) import('./${bundleOf('cli')}.js')
else {
  process.stderr.write(refusal + '\\n')
  process.exitCode = 2
}
`,
    { mode: 0o755 },
  )
}

/**
 * Takes names of Node's own modules when the code runs instead of when modules are linked: an old Node lacks some of the names, and some of
 * the modules (`node:fs/promises`), and would refuse to link before any entry could say why. The banner of each file has `require`.
 */
export function linkLate(dist: string): void {
  for (const name of readdirSync(dist).filter((one) => one.endsWith('.js'))) {
    const file = join(dist, name)
    const text = readFileSync(file, 'utf8')
    const late = text.replace(
      /^import (?:([\w$]+), )?\{([^}]*)\} from "(node:[\w/]+)";$/gm,
      (_whole, all: string | undefined, names: string, module: string) => {
        const taken = names.replace(/([\w$]+) as ([\w$]+)/g, '$1: $2')
        return `${all === undefined ? '' : `import ${all} from "${module}";\n`}const {${taken}} = require("${module}");`
      },
    )
    if (late !== text) writeFileSync(file, late)
  }
}
