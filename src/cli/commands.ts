import { type Command, command, type Group, group, type Heading } from './command.ts'
import type { WorldAction } from './world/worlds.ts'

const world = (action: WorldAction) => async () => ({ default: (await import('./world/worlds.ts')).worldCommand(action) })

const play = (action: 'start' | 'stop', about: string) => async () => ({
  default: (await import('./faults/scenario-start.ts')).playCommand(action, about),
})

const SCENARIO = group(
  'scenario',
  'Run a scenario of failures, step by step',
  command('list', 'List the scenarios', () => import('./faults/scenario-list.ts')),
  command('show', 'Show the steps of a scenario', () => import('./faults/scenario-show.ts')),
  command('start', 'Start a scenario from its first step', play('start', 'Start a scenario from its first step')),
  command('stop', 'Stop a scenario', play('stop', 'Stop a scenario')),
  command('status', 'Show the progress of the started scenarios', () => import('./faults/scenario-status.ts')),
)

/** Other names of groups. They work, but no list shows them. */
export const SAME: Readonly<Record<string, Group>> = { scenarios: SCENARIO }

/** Every command. A new command needs a line here and a file. */
export const HEADINGS: readonly Heading[] = [
  {
    title: 'Start',
    commands: [
      command('serve', 'Start a sandbox', () => import('./start/serve.ts')),
      command('status', 'List the sandboxes that run on this machine', () => import('./running/status.ts')),
      command('stop', 'Stop a sandbox', () => import('./running/stop.ts')),
      command('env', 'Print keys, tokens and addresses for your clients', () => import('./look/env.ts')),
      command('doctor', 'Check this machine and its set-up for problems', () => import('./look/doctor.ts')),
    ],
  },
  {
    title: 'Buy and live',
    commands: [
      group(
        'order',
        'Do what a buyer does',
        command('buy', 'Buy a product, or list what you can buy', () => import('./buyer/buy.ts'), 'buy'),
        command('pay', 'Pay orders, or list the unpaid ones', () => import('./buyer/pay.ts'), 'pay'),
        command('accept', 'Accept a delivery of a seller', () => import('./buyer/accept.ts'), 'accept'),
        command('renew', 'Renew a resource', () => import('./buyer/renew.ts'), 'renew'),
        command('unsubscribe', 'Unsubscribe from a resource', () => import('./buyer/unsubscribe.ts'), 'unsubscribe'),
      ),
      command('set', 'Put an order, resource … into a state, or change a member', () => import('./world/set.ts')),
      group(
        'world',
        'Create, copy, save and drop worlds',
        command('list', 'List the worlds', world('list')),
        command('create', 'Create a world from a starting world', () => import('./world/world-create.ts')),
        command('fork', 'Copy a world as it is now', world('fork')),
        command('reset', 'Put a world back to its beginning', world('reset')),
        command('drop', 'Drop a world', world('drop')),
        command('save', 'Save the present state of a world as a snapshot', world('save')),
        command('snapshots', 'List the snapshots', world('snapshots')),
        command('open', 'Create a world from a snapshot', world('open')),
        command('restore', 'Put a world back to a snapshot', world('restore')),
        command('forget', 'Drop a snapshot', world('forget')),
        command('export', 'Print a whole world as JSON', world('export')),
        command('import', 'Create a world from an exported file', world('import')),
      ),
    ],
  },
  {
    title: 'Time',
    commands: [
      command('clock', 'Read, advance, freeze or release the clock of a world', () => import('./world/clock.ts')),
      command('wait', 'Wait until the sandbox answers, or for a fact', () => import('./start/wait.ts')),
    ],
  },
  {
    title: 'Go wrong',
    commands: [
      group(
        'fault',
        'Change incoming calls: errors, delays, cut connections',
        command('add', 'Change calls from now on', () => import('./faults/fault-add.ts')),
        command('list', 'List the rules', () => import('./faults/fault-list.ts')),
        command('remove', 'Remove a rule', () => import('./faults/fault-remove.ts')),
        command('clear', 'Remove all rules', () => import('./faults/fault-clear.ts')),
      ),
      SCENARIO,
      group(
        'error',
        "Find the vendor's errors",
        command('list', 'List the errors that you can force', () => import('./look/errors.ts'), 'errors'),
        command('explain', 'Explain an error and its causes', () => import('./look/error-explain.ts'), 'errors explain'),
        command(
          'reproduce',
          'Create a world in which the next call gets it',
          () => import('./look/error-reproduce.ts'),
          'errors reproduce',
        ),
      ),
      command('replay', 'Repeat a recorded run and show every difference', () => import('./start/replay.ts')),
    ],
  },
  {
    title: 'Your seller',
    commands: [
      group(
        'delivery',
        "See and send the marketplace's calls",
        command('list', 'List the calls of sellers', () => import('./seller/delivery-list.ts')),
        command('show', 'Show a delivery with all its attempts', () => import('./seller/delivery-show.ts')),
        command('restart', 'Restart a delivery that is held or given up', () => import('./seller/delivery-restart.ts')),
        command('hold', 'Keep a waiting delivery from being made', () => import('./seller/delivery-hold.ts')),
        command('release', 'Let a delivery that you held go on', () => import('./seller/delivery-release.ts')),
        command('resend', 'Send calls again, unchanged or signed anew', () => import('./seller/delivery-resend.ts'), 'deliveries resend'),
        command('trigger', 'Call a seller now', () => import('./seller/trigger.ts'), 'trigger'),
      ),
      command('listen', 'Let a sandbox call your local app, and show each call', () => import('./seller/listen.ts')),
      group(
        'sign',
        'Understand signatures',
        command('explain', 'Show how a request is signed, and what is wrong', () => import('./signing/sign-explain.ts')),
      ),
      command('sign-proxy', 'Sign what an HTTP client sends to a seller', () => import('./seller/sign-proxy.ts')),
      group(
        'verify',
        "Examine a seller's production interface",
        command('seller', 'Call a seller as the marketplace does', () => import('./verify/verify-seller.ts')),
        command('profiles', 'List the kinds of seller and their cases', () => import('./verify/verify-profiles.ts')),
      ),
    ],
  },
  {
    title: 'Your API documents',
    commands: [
      command('lint', 'Check OpenAPI documents before you serve them', () => import('./contract/lint.ts')),
      group(
        'callback',
        'See and send the callbacks and webhooks of your documents',
        command('list', 'List what the documents declare, and the calls that were made', () => import('./documents/callbacks.ts')),
        command('send', 'Send a callback or a webhook now', () => import('./documents/callback-send.ts')),
      ),
    ],
  },
  {
    title: 'Contracts',
    commands: [
      group(
        'contract',
        'Work with pacts, in both directions',
        group(
          'verify',
          'Verify pacts',
          command('consumer', 'Check pacts of your app', () => import('./contract/contract-verify-consumer.ts')),
          command('seller', 'Verify a seller against its pacts', () => import('./contract/contract-verify-seller.ts')),
        ),
        command('record', 'Write the calls of an app as a pact', () => import('./contract/contract-record.ts')),
        group(
          'export',
          'Write pacts',
          command('seller', 'Write the production interface as pacts', () => import('./contract/contract-export-seller.ts')),
        ),
        command('states', 'List the provider states', () => import('./contract/contract-states.ts')),
      ),
      group(
        'coverage',
        'See which parts of the specs were exercised',
        command('report', 'Report what was exercised and what never was', () => import('./contract/coverage-report.ts')),
        command('merge', 'Merge coverage files of several runs', () => import('./contract/coverage-merge.ts')),
      ),
      group(
        'deploy',
        'Decide whether a version may be deployed',
        command('can-i', 'Say whether a version may be deployed', () => import('./contract/can-i-deploy.ts'), 'can-i-deploy'),
        command('record', 'Record that a version is deployed', () => import('./contract/record-deployment.ts'), 'record-deployment'),
        command(
          'end',
          'Record that an app is no longer deployed',
          () => import('./contract/record-undeployment.ts'),
          'record-undeployment',
        ),
      ),
      command('diff', 'Compare two versions of specs', () => import('./contract/diff.ts')),
      command('proxy', 'Forward to a real service and compare it with the specs', () => import('./start/proxy.ts')),
    ],
  },
  {
    title: 'Look',
    commands: [
      command('show', 'Show what a world holds', () => import('./world/show.ts')),
      command('facts', 'Show the facts of a world, in order', () => import('./world/facts.ts')),
      command('journal', 'Show the calls and their answers', () => import('./look/journal.ts')),
      command('evidence', 'Show what depends on a source, and what has none', () => import('./look/evidence.ts')),
      command('mcp', 'Give an assistant the tools of a sandbox (MCP)', () => import('./assistants/mcp.ts')),
    ],
  },
  {
    title: 'Share',
    commands: [
      group(
        'tokens',
        'Give people and pipelines tokens for a shared sandbox',
        command('create', 'Create a token and print it, once', () => import('./access/tokens-create.ts')),
        command('list', 'List the tokens, without their secrets', () => import('./access/tokens-list.ts')),
        command('revoke', 'Revoke a token: its next call is refused', () => import('./access/tokens-revoke.ts')),
      ),
      group(
        'store',
        'Look after a database that several replicas share',
        command('migrate', 'Create its tables, or bring them to this version', () => import('./store/migrate.ts')),
        command('status', 'Show its replicas, and what it holds', () => import('./store/status.ts')),
        command('import', 'Copy the worlds of a directory (serve --state) into it', () => import('./store/import.ts')),
        command('vacuum', 'Remove what it no longer needs', () => import('./store/vacuum.ts')),
      ),
    ],
  },
  {
    title: 'Settings',
    commands: [
      command('settings', 'List and change the settings of a world', () => import('./world/settings.ts')),
      command('init', 'Write a configuration for you to edit', () => import('./start/init.ts')),
      command('apply', 'Add a configuration to a running world', () => import('./world/apply.ts')),
      command('completion', 'Let your shell complete commands and options', async () => ({
        default: (await import('./completion/completion.ts')).completionCommand(() => commandsOf(ROOT)),
      })),
    ],
  },
]

/** The program itself. */
export const ROOT: Group = { name: '', about: '', commands: HEADINGS.flatMap(({ commands }) => commands) }

/** Every command of a group and of its subgroups, by its name within the group. */
export function commandsOf({ commands }: Group): { readonly name: string; readonly command: Command }[] {
  return commands.flatMap((one) =>
    'commands' in one
      ? commandsOf(one).map(({ name, command: found }) => ({ name: `${one.name} ${name}`, command: found }))
      : [{ name: one.name, command: one }],
  )
}

/** Former commands whose work several commands do now. They still work, but no list shows them. */
export const FORMER: readonly Command[] = [
  command('worlds', 'Same as the commands of world', () => import('./world/worlds.ts')),
  command('deliveries', 'Same as the commands of delivery', () => import('./seller/deliveries.ts')),
]
