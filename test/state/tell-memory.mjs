/** Loaded before a served sandbox: at SIGUSR2 it collects its garbage and says on stderr, in a line of JSON, what memory is left. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')
process.on('SIGUSR2', () => {
  collectGarbage()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.stderr.write(`memory ${JSON.stringify({ rss, live: heapUsed + external })}\n`)
})
