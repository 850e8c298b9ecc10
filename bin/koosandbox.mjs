#!/usr/bin/env node
// What `npx koosandbox` runs. In a checkout it builds what is stale first; the published package has no `scripts/`.
// The file is committed, so that npm can link it before anything is built: a link that fails once stays away.
// Old syntax and no "node:", so that an old Node reaches the sentence of `scripts/node-version.mjs`.
// biome-ignore lint/style/useNodejsImportProtocol: see above
import { existsSync } from 'fs'

const build = new URL('../scripts/run.mjs', import.meta.url)
import(existsSync(build) ? build.href : '../dist/cli.js')
