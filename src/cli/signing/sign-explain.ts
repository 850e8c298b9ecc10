import { existsSync, readFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { type ControlApi, explainSignature, type KnownKey, readRequest, type SignatureExplanation, Unreadable } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

export default defineCommand({
  meta: {
    description:
      "Show how the signature of a request is made, step by step, and what is wrong with the one that it carries: an app's call of the cloud, or the marketplace's call of a seller. Without --key and --sk the keys of a running sandbox are used",
  },
  args: {
    request: {
      type: 'positional',
      required: false,
      description: 'A file with a curl command, a HAR entry or raw HTTP; or the curl command itself. Without it: standard input',
    },
    key: { type: 'string', valueHint: 'key', description: 'Key of the seller console (accessKey); no sandbox is asked then' },
    sk: { type: 'string', valueHint: 'secret', description: 'Secret key (SK) of an app; no sandbox is asked then' },
    'signed-text': {
      type: 'string',
      valueHint: 'file',
      description: 'The text that your code signed, as it printed it: the first difference is shown',
    },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const request = textOf(args.request)
    const signedText = args['signed-text'] === undefined ? undefined : fileText(args['signed-text'], '--signed-text')
    const told = args.key !== undefined || args.sk !== undefined ? offline(request, args, signedText) : await asked()
    if (args.json) printJson(told)
    else show(told)
    return told.matches || told.given === undefined ? EXIT.fine : EXIT.wrong

    // The sandbox answers with the same members.
    function asked(): Promise<ControlApi['schemas']['SignatureExplanation']> {
      const body = { request, ...(signedText === undefined ? {} : { signedText }) }
      return connect(args).ask('POST', '/signatures/explain', { query: { world: args.world }, body })
    }
  },
})

function offline(
  text: string,
  { key, sk }: { readonly key?: string | undefined; readonly sk?: string | undefined },
  signedText: string | undefined,
): SignatureExplanation {
  const keys: KnownKey[] = [
    ...(key === undefined ? [] : [{ name: 'the key of --key', secret: key }]),
    ...(sk === undefined ? [] : [{ name: 'the secret key of --sk', secret: sk, access: '' }]),
  ]
  try {
    return explainSignature({ request: readRequest(text), keys, signedText })
  } catch (error) {
    if (error instanceof Unreadable) throw misused(error.message)
    throw error
  }
}

/** The request: the argument itself, the file that it names, or standard input. */
function textOf(argument: string | undefined): string {
  if (argument === undefined || argument === '-') {
    if (process.stdin.isTTY) throw misused('Pass a request: a file, a curl command in quotation marks, or standard input.')
    return readFileSync(0, 'utf8')
  }
  return /^\s*(\$\s+)?curl(\.exe)?\s/.test(argument) ? argument : fileText(argument, 'The request')
}

function fileText(file: string, what: string): string {
  if (!existsSync(file)) throw misused(`${what}: there is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

type Told = SignatureExplanation | ControlApi['schemas']['SignatureExplanation']

function show({ scheme, direction, steps, key, expected, given, matches, mistakes, difference, next }: Told): void {
  print(`${paint('bold', scheme)}  ${direction}  signed with ${key}`)
  for (const [at, { title, text, about }] of steps.entries()) {
    print(`\n${paint('bold', `${at + 1}. ${title}`)}  ${paint('dim', about)}`)
    for (const line of text.split('\n')) print(`   ${line}`)
  }
  print(`\nexpected  ${expected}`)
  print(
    `given     ${given === undefined ? 'none' : given}  ${given === undefined ? '' : matches ? paint('green', 'right') : paint('red', 'wrong')}`.trimEnd(),
  )
  for (const { id, says } of mistakes) print(`mistake   ${says}  ${paint('dim', id)}`)
  if (difference) {
    const { line, column, expected: right, signed } = difference
    print(`first difference: line ${line}, column ${column}`)
    print(`  right   ${right}`)
    print(`  signed  ${signed}`)
    print(`          ${' '.repeat(column - 1)}${paint('red', '^')}`)
  }
  print(`\n${next}`)
}
