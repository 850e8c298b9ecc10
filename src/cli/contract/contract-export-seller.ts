import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import type { Broker } from '../../contract/broker/broker.ts'
import { publishPacts, type Version } from '../../contract/broker/publish.ts'
import type { Members } from '../../contract/read-body.ts'
import { exportSeller } from '../../contract/seller/export-seller.ts'
import { PARTS } from '../../contract/seller/parts.ts'
import { builtInBundle, makeFolder, specsOf, VERSION } from '../../index.ts'
import { shellWord } from '../../report/shell-word.ts'
import { givenOf, valuesOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { say } from '../terminal/speech.ts'
import { brokerArgument, neededBroker } from './broker-options.ts'

const SERVICES = [...new Set<string>(PARTS.map(({ service }) => service))]

export default defineCommand({
  meta: {
    description: 'Write the production interface as Pact files, for contract tests of a seller in any language',
  },
  args: {
    out: { type: 'string', valueHint: 'folder', default: 'contracts', description: 'Folder for the files' },
    service: { type: 'enum', options: SERVICES, description: 'Only this one of the production interfaces' },
    'provider-name': {
      type: 'string',
      valueHint: 'name',
      description: 'Name of the seller in the pacts; default: a name for each part',
    },
    check: { type: 'boolean', description: 'Write nothing; say whether the files in the folder are current' },
    publish: {
      type: 'boolean',
      description: 'Publish the pacts to a Pact Broker too, without the interactions whose states only the seller can set up',
    },
    ...brokerArgument,
    'consumer-version': {
      type: 'string',
      valueHint: 'version',
      default: VERSION,
      description: 'With --publish: version of the marketplace; default: that of the sandbox',
    },
    branch: { type: 'string', valueHint: 'branch', description: 'With --publish: branch of that version' },
    json: { type: 'boolean', description: 'List the written files as JSON' },
  },
  async run({ args, rawArgs }) {
    const unused = givenOf(rawArgs, ['broker', 'consumer-version', 'branch'])
    if (!args.publish && unused) throw misused(`${unused} needs --publish.`)
    if (args.publish && args.check) throw misused('Pass --publish or --check, not both.')
    const broker = args.publish ? neededBroker(args, '--publish') : undefined
    const provider = args['provider-name']
    if (provider?.trim() === '') throw misused('--provider-name needs a name.')
    const pacts = exportSeller(specsOf(builtInBundle()), valuesOf(rawArgs, 'service'), provider)
    const present = new Map(pacts.map((pact) => [pact, contentOf(join(args.out, pact.file))]))
    const old = pacts.filter((pact) => present.get(pact) !== pact.text)
    if (!args.check) {
      attempt(args.out, () => makeFolder(args.out))
      for (const { file, text } of old) attempt(join(args.out, file), () => writeFileSync(join(args.out, file), text))
    }
    if (args.json) {
      const files = pacts.map((pact) => ({
        file: join(args.out, pact.file),
        interactions: pact.interactions.length,
        staged: pact.staged,
        current: !old.includes(pact),
      }))
      printJson({ format: 1, files })
    } else {
      const state = (pact: (typeof pacts)[number]) => {
        if (!old.includes(pact)) return 'current'
        if (!args.check) return 'written'
        return present.get(pact) === undefined ? 'missing' : 'out of date'
      }
      print(table(pacts.map((pact) => [join(args.out, pact.file), countOf(pact.interactions.length), state(pact)])))
    }
    if (args.check && old.length > 0)
      throw new ExitError(
        `${old.length} of ${pacts.length} files are missing or out of date. Run \`koosandbox contract export seller${provider === undefined ? '' : ` --provider-name ${shellWord(provider)}`}\` to write them.`,
      )
    if (broker) {
      const version = { number: args['consumer-version'], branch: args.branch }
      for (const notice of await publishSeller(broker, version, pacts)) printNote(notice)
    }
    return EXIT.fine
  },
})

/** A broker keeps one pact of a consumer and a provider, so the parts of one provider are published as one. */
async function publishSeller(broker: Broker, version: Version, pacts: ReturnType<typeof exportSeller>): Promise<readonly string[]> {
  const byProvider = new Map<string, Members>()
  for (const { text } of pacts.filter(({ staged }) => !staged)) {
    const pact = JSON.parse(text) as Members
    const provider = String((pact['provider'] as Members)['name'])
    const before = (byProvider.get(provider)?.['interactions'] ?? []) as readonly unknown[]
    byProvider.set(provider, { ...pact, interactions: [...before, ...(pact['interactions'] as readonly unknown[])] })
  }
  const [first] = byProvider.values()
  const consumer = String((first?.['consumer'] as Members | undefined)?.['name'])
  const contracts = [...byProvider].map(([provider, pact]) => ({ provider, text: JSON.stringify(pact) }))
  const notices = await publishPacts(broker, consumer, version, contracts)
  return [`Published ${contracts.length} pact${contracts.length === 1 ? '' : 's'} to ${broker.url}.`, ...notices]
}

const countOf = (many: number) => (many === 1 ? say('1 interaction') : say(`${many} interactions`))

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function attempt(path: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    throw new ExitError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
