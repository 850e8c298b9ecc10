import { readFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { type Difference, type ReplayResult, replayRun } from '../../replay/replay-run.ts'
import { testOfRun } from '../../replay/to-test/test-of-run.ts'
import { TEST_KINDS, type TestKind } from '../../replay/to-test/write-test.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { barred, paint, print, printJson, printNote } from '../terminal/print.ts'

/** Differences that are printed; `--json` has all. */
const MOST = 100

export default defineCommand({
  meta: { description: 'Repeat a recorded run and show every difference' },
  args: {
    file: {
      type: 'positional',
      required: true,
      valueHint: 'run.json',
      description: 'The file that `koosandbox serve --record run.json` wrote',
    },
    'live-seller': { type: 'boolean', description: 'Call the real sellers and compare their answers with the recorded ones' },
    'to-test': { type: 'enum', options: [...TEST_KINDS], description: 'Print the run as a test to keep, instead of repeating it' },
    config: { type: 'string', valueHint: 'file', description: 'Configuration instead of the recorded one' },
    seed: { type: 'string', valueHint: 'text', description: 'Seed of a recording made with --host; the file does not contain it' },
    'allow-host': {
      type: 'string',
      valueHint: 'name[:port]',
      description: 'With --live-seller: host other than this machine that may be called; may be repeated',
    },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  async run({ args, rawArgs }) {
    const allowHosts = valuesOf(rawArgs, 'allow-host')
    if (allowHosts.length > 0 && !args['live-seller']) throw misused('--allow-host needs --live-seller.')
    if (args['to-test'] !== undefined) {
      // The parser has held it against the list.
      print((await testOfRun(textOf(args.file), args.file, args['to-test'] as TestKind)).trimEnd())
      return EXIT.fine
    }
    const result = await replayRun(textOf(args.file), args.file, {
      liveSeller: args['live-seller'] === true,
      sandbox: {
        allowHosts,
        ...(args.config === undefined ? {} : { config: args.config }),
        ...(args.seed === undefined ? {} : { seed: args.seed }),
      },
    })
    if (args.json) printJson(result)
    else {
      for (const notice of result.notices) printNote(notice)
      print(resultText(result))
    }
    return result.differences.length === 0 ? EXIT.fine : EXIT.wrong
  },
})

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw misused(
      code === 'ENOENT'
        ? `There is no file ${file}. Record a run: koosandbox serve --record ${file}.`
        : `${file} cannot be read: ${message}.`,
    )
  }
}

/** Each difference with its place, then the count. */
function resultText({ requests, deliveries, differences }: ReplayResult): string {
  const lines: string[] = []
  let before: Difference | undefined
  for (const difference of differences.slice(0, MOST)) {
    const { subject, operation, place, expected, got } = difference
    if (before?.subject !== subject) lines.push(paint('bold', operation === undefined ? subject : `${subject} · ${operation}`))
    lines.push(barred(`  ${place}`), barred(`    expected ${expected}`), barred(`    got      ${got}`))
    before = difference
  }
  if (differences.length > MOST) lines.push(`${differences.length - MOST} more; --json lists all.`)
  const came =
    differences.length === 0 ? paint('green', 'identical') : paint('red', counted(differences.length, 'difference', 'differences'))
  return [...lines, `${counted(requests, 'request', 'requests')}, ${counted(deliveries, 'delivery', 'deliveries')}: ${came}`].join('\n')
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
