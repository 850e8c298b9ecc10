import { afterAll, beforeAll, expect, test } from 'vitest'
import { isThere, PROGRAMS, runProgram, variablesOf } from '../../scripts/sdk/programs.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

// Go, Java and PHP are run by `npm run sdk`: compiling takes longer than the rest.
test.each(PROGRAMS.filter(({ language }) => ['Node', 'Python'].includes(language)))(
  'the $language program lists orders, buys and pays, and says what to do without keys',
  async (program) => {
    if (!(await isThere(program))) {
      console.warn(`There is no ${program.version[0]} here (${program.missing}): examples/sdk/${program.file} is not run.`)
      return
    }
    const had = sandbox.facts.of('order.paid').length
    const [{ code, out, err }, withoutKeys] = await Promise.all([
      runProgram(program, variablesOf(sandbox)),
      runProgram(program, { KOOSANDBOX_URL: '', HUAWEICLOUD_SDK_AK: '' }),
    ])
    expect(withoutKeys.code).toBe(1)
    expect(withoutKeys.err).toContain('Run eval "$(npx koosandbox env)" first.')
    expect(code, err).toBe(0)
    const [, orderId] = /^bought (CS\w+): status 6, 2700 CNY$/m.exec(out) ?? []
    expect(out).toMatch(/^\d+ orders, the newest is CS\w+$/m)
    expect(out).toMatch(new RegExp(`^paid ${orderId}: status [35], 2700 CNY$`, 'm'))
    expect(sandbox.facts.of('order.paid').slice(had)).toMatchObject([{ orderId }])
  },
  60_000,
)
