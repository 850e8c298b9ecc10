#!/usr/bin/env node
import { VERSION } from '../index.ts'
import { EXIT } from './terminal/exit-codes.ts'

// It is no error if the reader closes the pipe early (`| head`).
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(EXIT.fine)
  process.stderr.write(`The result cannot be written: ${message}.\n`)
  process.exit(EXIT.wrong)
})
process.stderr.on('error', () => {})
const words = process.argv.slice(2)
// The version is printed without the commands: scripts ask for it first.
if (words[0] === '--version' || words[0] === '-v') process.stdout.write(`${VERSION}\n`)
else {
  const { run } = words[0] === 'serve' ? await import('./serve-apart.ts') : await import('./run.ts')
  process.exitCode = await run(words)
}
