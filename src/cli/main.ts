#!/usr/bin/env node
import { run } from './run.ts'
import { EXIT } from './terminal/exit-codes.ts'

// It is no error if the reader closes the pipe early (`| head`).
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(EXIT.fine)
  process.stderr.write(`The result cannot be written: ${message}.\n`)
  process.exit(EXIT.wrong)
})
process.stderr.on('error', () => {})
process.exitCode = await run(process.argv.slice(2))
