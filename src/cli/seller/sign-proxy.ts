import { defineCommand } from 'citty'
import { openStateServer } from '../../contract/seller/state-server.ts'
import { builtInBundle, machineSecret, specsOf, systemClock } from '../../index.ts'
import { openSignProxy, type ProxiedExchange } from '../../proxy/sign-proxy.ts'
import { drainArgument, drainOf } from '../start/drain-option.ts'
import { givenOf, numberOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { inOneLine, paint, print, printJson, printNote } from '../terminal/print.ts'
import { listenForStop } from '../terminal/stop-signals.ts'
import { stateArguments, stateValues } from '../verify/seller-states.ts'
import { keyArguments, keysGiven } from './seller-keys.ts'

export default defineCommand({
  meta: { description: 'Sign what any HTTP client sends to a seller, as the marketplace signs' },
  args: {
    to: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    port: { type: 'string', valueHint: 'number', default: '4180', description: 'Port on 127.0.0.1; 0 for a free one' },
    states: {
      type: 'boolean',
      description: 'For a Pact verifier: sign calls again that are already signed, and set up provider states at /_states',
    },
    ...stateArguments,
    ...drainArgument,
    json: { type: 'boolean', description: 'One JSON object per call' },
  },
  async run({ args, rawArgs }) {
    const keys = keysGiven(args)
    const drain = drainOf(args)
    const run = machineSecret()
    const values = stateValues(args, run)
    const { 'seller-states': sellerStates } = args
    if (!args.states && givenOf(rawArgs, Object.keys(stateArguments)))
      throw misused(`${givenOf(rawArgs, Object.keys(stateArguments))} needs --states.`)
    if (!args.states && keys.basic === undefined) throw misused('Pass the key that signs the calls: --key, or KOOSANDBOX_KEY.')
    if (!URL.canParse(args.to) || !/^https?:/.test(args.to))
      throw misused(`"${args.to}" is not an address of a seller. Write it like http://localhost:8080/isv.`)
    const common = {
      upstream: args.to,
      port: numberOf(args.port, '--port', 0, 65_535),
      now: systemClock.now,
      nonce: () => machineSecret().slice(0, 32),
      onExchange: args.json
        ? (exchange: ProxiedExchange) => print(JSON.stringify(record(exchange)))
        : (exchange: ProxiedExchange) => print(line(exchange)),
    }
    const open = args.states
      ? openStateServer({
          ...common,
          specs: specsOf(builtInBundle()),
          keys,
          values,
          run,
          wait: (ms) => systemClock.wait(ms),
          ...(sellerStates === undefined ? {} : { sellerStates }),
          onProblem: ({ state, detail }) => printNote(`State "${state}": ${detail}`),
        })
      : openSignProxy({ ...common, key: keys.basic ?? '', ...(keys.kit === undefined ? {} : { kitKey: keys.kit }) })
    const proxy = await open.catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new ExitError(`Port ${args.port} is taken. Pass --port 0 for a free one.`) : error
    })
    const { stop, hurry } = listenForStop()
    const statesUrl = 'statesUrl' in proxy && typeof proxy.statesUrl === 'string' ? proxy.statesUrl : undefined
    if (args.json) printJson({ ready: true, url: proxy.url, ...(statesUrl === undefined ? {} : { statesUrl }), upstream: args.to })
    else print(`Signs requests to ${paint('cyan', proxy.url)} and sends them to ${args.to}`)
    if (statesUrl !== undefined && !args.json) print(`Sets up provider states at ${paint('cyan', statesUrl)}`)
    await stop
    await proxy.close({ drain, hurry })
    return EXIT.fine
  },
})

/** `POST newInstance → v2 200 000000 Body-Sign right` */
function line({ call, status, answer, bodySign }: ProxiedExchange): string {
  const { method, url, edition, body } = call
  const activity = /"activity"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? url.searchParams.get('activity') ?? url.pathname
  const code = /"resultCode"\s*:\s*"?(\w+)/.exec(answer)?.[1] ?? ''
  const fine = status === 200 && code === '000000'
  const parts = [
    method.padEnd(5),
    activity.padEnd(24),
    edition === 'none' ? 'signed already' : `signed ${edition}`,
    paint(fine ? 'green' : 'yellow', `${status} ${code}`),
    ...(bodySign.state === 'not-needed' ? [] : [paint(bodySign.state === 'right' ? 'green' : 'red', `Body-Sign ${bodySign.state}`)]),
    ...(bodySign.because === undefined ? [] : [bodySign.because]),
  ]
  return inOneLine(parts.join(' '))
}

function record({ call, status, answer, bodySign }: ProxiedExchange) {
  const { method, url, edition, canonical, body } = call
  return { method, url: url.toString(), edition, canonical, body, status, answer, bodySign }
}
