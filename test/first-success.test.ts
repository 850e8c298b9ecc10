import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '..', 'scripts', 'first-success.mjs')

// The whole run, `npm run first-success`, packs and installs first and ends with an examined seller. The limit is for that and an idle machine.
test('a newcomer comes from the package to an order that was bought', async () => {
  const env = { ...process.env, FIRST_SUCCESS_LIMIT: '600' }
  const { code, out } = await new Promise<{ code: unknown; out: string }>((resolve) =>
    execFile(process.execPath, [script, '--short'], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, out: stdout + stderr }),
    ),
  )
  expect(code, out).toBe(0)
  expect(out).toMatch(/tutorial: 2\. Call the cloud API/)
  console.log(out.trimEnd())
}, 600_000)
