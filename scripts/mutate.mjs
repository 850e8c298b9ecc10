/**
 * Breaks one rule of the specs at a time and asks whether the contract suite notices: 240 mutants drawn with seed 1, or
 * `npm run mutate -- COUNT SEED`. Ends with 1 when fewer than 95 % are noticed or the list of survivors is not current.
 */
import { spawnSync } from 'node:child_process'

const [count = '240', seed = '1'] = process.argv.slice(2)
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/mutation'], {
  stdio: 'inherit',
  env: { ...process.env, MUTANTS: count, SEED: seed },
})
process.exit(status ?? 1)
