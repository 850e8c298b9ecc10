import { accessSync, constants, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { defineCommand } from 'citty'
import {
  builtInBundle,
  CONFIGURATION_FILE,
  type ControlApi,
  LISTED_LIMITS,
  type ListedLimit,
  readConfiguration,
  specsOf,
  systemClock,
} from '../../index.ts'
import { listenAt } from '../running/port-holder.ts'
import { remoteArguments } from '../terminal/arguments.ts'
import { EXIT, ExitError } from '../terminal/exit-codes.ts'
import { paint, print, printJson, table } from '../terminal/print.ts'
import { connect, type Remote, Unreachable } from '../terminal/remote.ts'
import { say } from '../terminal/speech.ts'

/** One check. `wrong` needs attention, `note` is information. */
interface Check {
  readonly about: string
  readonly verdict: 'fine' | 'note' | 'wrong'
  readonly found: string
  readonly advice?: string
}

/** Signatures are refused when they are older than this (15 minutes). */
const FRESH = 15 * 60_000

export default defineCommand({
  meta: { description: 'Check this machine and its set-up for problems' },
  args: { ...remoteArguments },
  async run({ args }) {
    const remote = connect(args)
    const checks = [nodeVersion(), specsLoad(), await portOrSandbox(remote), proxies(remote.url), await ipv6(), writable()]
    const wrong = checks.filter(({ verdict }) => verdict === 'wrong').length
    const limits = limitsHere()
    if (args.json) printJson({ format: 1, wrong, checks, limits })
    else {
      const marks = { fine: paint('green', say('fine')), note: paint('cyan', say('note')), wrong: paint('red', say('wrong')) }
      print(
        table(
          checks.map(({ verdict, about, found, advice }) => [marks[verdict], about, advice === undefined ? found : `${found} ${advice}`]),
        ),
      )
      print(`\nLimits of a sandbox (those with = can be set: \`serve --limit NAME=N\`, or \`limits\` in ${CONFIGURATION_FILE}):`)
      print(table(limits.map(limitRow)))
      if (wrong > 0) print(`\n${wrong} of ${checks.length} need attention.`)
    }
    return wrong > 0 ? EXIT.wrong : EXIT.fine
  },
})

/** The limits that a sandbox started in this folder has. */
function limitsHere(): readonly ListedLimit[] {
  const set = existsSync(CONFIGURATION_FILE) ? configuredLimits() : {}
  return LISTED_LIMITS.map((limit) => ({ ...limit, most: set[limit.name] ?? limit.most }))
}

/** What is wrong with the configuration is said by `serve`, with file and line. */
function configuredLimits(): Readonly<Record<string, number>> {
  try {
    return { ...readConfiguration(CONFIGURATION_FILE).limits }
  } catch {
    return {}
  }
}

function limitRow({ name, most, unit, about, told, settable }: ListedLimit): string[] {
  return [settable ? `${name}=` : name, `${most.toLocaleString('en-US')} ${unit}`.trim(), about, told]
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const enough = major > 20 || (major === 20 && minor >= 19)
  return {
    about: 'Node',
    verdict: enough ? 'fine' : 'wrong',
    found: process.version,
    ...(enough ? {} : { advice: 'Install Node 20.19 or newer.' }),
  }
}

function specsLoad(): Check {
  try {
    const { operations, webhooks } = specsOf(builtInBundle())
    const own = operations.filter(({ ours }) => ours).length
    const found = `${operations.length - own} vendor operations, ${own} of the control API and the console, ${webhooks.length} calls to sellers`
    return { about: 'Specs', verdict: 'fine', found }
  } catch (error) {
    return { about: 'Specs', verdict: 'wrong', found: (error as Error).message, advice: 'Repair that line, or reinstall the package.' }
  }
}

async function portOrSandbox({ url, ask }: Remote): Promise<Check> {
  const check = { about: 'Port' }
  const { hostname, port } = new URL(url)
  try {
    const { version, time } = await ask<ControlApi['schemas']['Ready']>('GET', '/ready')
    const skew = systemClock.now() - Date.parse(time)
    const found = `a sandbox answers at ${url} (version ${version})`
    if (Math.abs(skew) < FRESH) return { ...check, verdict: 'fine', found }
    const advice = `Its clock is ${Math.round(Math.abs(skew) / 1000)} s ${skew > 0 ? 'behind' : 'ahead of'} this machine's: signatures will be refused. Set the clocks.`
    return { ...check, verdict: 'wrong', found, advice }
  } catch (error) {
    if (!(error instanceof ExitError)) throw error
    if (!(error instanceof Unreachable)) return { ...check, verdict: 'wrong', found: error.message }
    const problem = await listenAt(hostname.replace(/^\[|\]$/g, ''), Number(port || 80))
    if (problem === undefined) return { ...check, verdict: 'fine', found: `${hostname}:${port} is free; no sandbox runs there` }
    if (problem === 'EADDRINUSE') {
      return {
        ...check,
        verdict: 'wrong',
        found: `${hostname}:${port} is used by something that is not a sandbox.`,
        advice: 'Stop it, or pass --port 0.',
      }
    }
    return {
      ...check,
      verdict: 'wrong',
      found: `${url} cannot be reached and is not an address of this machine (${problem}).`,
      advice: 'Check --url.',
    }
  }
}

/** Most clients send loopback calls to a proxy too, unless NO_PROXY excludes them. */
function proxies(url: string): Check {
  const check = { about: 'Proxies' }
  const set = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].filter((name) => process.env[name])
  if (set.length === 0) return { ...check, verdict: 'fine', found: 'none is set' }
  const host = new URL(url).hostname
  const spared = `${process.env.NO_PROXY ?? ''},${process.env.no_proxy ?? ''}`.split(',').map((name) => name.trim())
  const found = `${set.join(', ')} set`
  if (spared.includes('*') || spared.includes(host)) return { ...check, verdict: 'fine', found: `${found}, ${host} is exempt` }
  return {
    ...check,
    verdict: 'wrong',
    found: `${found}: calls to ${host} may be sent to it.`,
    advice: 'Run: export NO_PROXY=127.0.0.1,localhost,::1',
  }
}

async function ipv6(): Promise<Check> {
  const problem = await listenAt('::1', 0)
  if (problem === undefined) return { about: 'IPv6', verdict: 'fine', found: 'servers can listen on ::1' }
  return {
    about: 'IPv6',
    verdict: 'note',
    found: `no ::1 (${problem}).`,
    advice: 'Some clients resolve localhost to ::1. Let them use 127.0.0.1.',
  }
}

function writable(): Check {
  const wanted = [tmpdir(), 'node_modules'].filter((folder) => existsSync(folder))
  const closed = wanted.filter((folder) => {
    try {
      accessSync(folder, constants.W_OK)
      return false
    } catch {
      return true
    }
  })
  if (closed.length === 0) return { about: 'Folders', verdict: 'fine', found: `${wanted.join(', ')} can be written` }
  return {
    about: 'Folders',
    verdict: 'note',
    found: `${closed.join(', ')} cannot be written.`,
    advice: 'Without a cache, specs are parsed again at each start. Make one of the folders writable.',
  }
}
