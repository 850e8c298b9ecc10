import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadTree } from '../../src/spec/document/load.ts'
import type { Bundle } from '../../src/spec/document/model.ts'

/** The smallest project whose specs load. Files are relative to `specs/`. */
const SMALLEST: Record<string, string> = {
  's/openapi.yaml': `
openapi: 3.1.0
info: { title: S, version: v1 }
x-source: [S-06]
x-error-family: x
paths:
  /a/{id}: { $ref: operations/Show.yaml }
`,
  's/operations/Show.yaml': `
get:
  operationId: Show
  x-errors: [X.1, { code: 'X.2:other', x-evidence: inferred }]
  parameters:
    - { name: id, in: path, required: true, schema: { type: string } }
    - { name: from, in: query, schema: { type: string } }
  responses:
    '200': { description: One, content: { application/json: { schema: { $ref: ../schemas/Thing.yaml } } } }
`,
  's/schemas/Thing.yaml': `
type: object
properties:
  id: { type: string }
  parent: { $ref: Thing.yaml }
`,
  's/errors.yaml': `
families:
  x:
    envelope: { schema: { type: object }, body: { code: '{code}' } }
    violations: { missing: X.1, otherwise: [X.1, 'X.2:other'] }
    errors:
      X.1: { status: 400, message: One }
      X.2:other: { status: 403, message: Two }
`,
}

/** Loads the smallest project with some files changed: a text replaces a file, a pair replaces words in it. */
export function loadWith(changes: Record<string, string | readonly [from: string, to: string]> = {}): Bundle {
  const project = mkdtempSync(join(tmpdir(), 'specs-'))
  try {
    const files = { ...SMALLEST }
    for (const [name, change] of Object.entries(changes)) {
      const before = files[name] ?? ''
      files[name] = typeof change === 'string' ? change : before.replace(change[0], change[1])
      if (files[name] === before) throw new Error(`The change of ${name} changes nothing.`)
    }
    for (const [name, text] of Object.entries(files)) {
      const full = join(project, 'specs', name)
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, text.trimStart())
    }
    return loadTree(project)
  } finally {
    rmSync(project, { recursive: true })
  }
}
