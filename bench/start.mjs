/** How long `startSandbox()` takes once the package is imported: the first one, and one more. */
import { startSandbox } from '../dist/index.js'

const times = []
for (let i = 0; i < 2; i++) {
  const began = performance.now()
  const sandbox = await startSandbox()
  times.push(performance.now() - began)
  await sandbox.close()
}
process.send?.({ first: times[0], again: times[1] })
