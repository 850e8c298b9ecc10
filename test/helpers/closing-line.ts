import { relative } from 'node:path'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Prints the ten slowest files, tests that passed at their second attempt only, and, last of all, the plain line `N passed, N failed` that build machines read. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0
    let failed = errors.length
    let skipped = 0
    const second: string[] = []
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      if (module.state() === 'failed' && tests.length === 0) failed++
      for (const test of tests) {
        const { state } = test.result()
        if (test.diagnostic()?.flaky) second.push(`${relative(process.cwd(), module.moduleId)}: ${test.fullName}`)
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
      }
    }
    const slowest = modules
      .map((module) => ({ file: relative(process.cwd(), module.moduleId), ms: Math.round(module.diagnostic().duration) }))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 10)
    process.once('exit', () => {
      console.log(`\nSlowest files:\n${slowest.map(({ file, ms }) => `${String(ms).padStart(7)} ms  ${file}`).join('\n')}`)
      if (second.length > 0) console.log(`\nPassed at the second attempt only; mend them:\n${second.map((name) => `  ${name}`).join('\n')}`)
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    })
  }
}
