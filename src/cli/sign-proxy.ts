import { defineCommand } from 'citty'
import { machineSecret, wire } from '../index.ts'
import { openSignProxy, type ProxiedExchange } from '../proxy/sign-proxy.ts'
import { numberOf } from './arguments.ts'
import { paint, print, printJson } from './print.ts'
import { signalled } from './signalled.ts'
import { EXIT, misused, Stop } from './stop.ts'

export default defineCommand({
  meta: { name: 'sign-proxy', description: 'Sign what any HTTP client sends to a seller, as the marketplace signs' },
  args: {
    upstream: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    key: { type: 'string', valueHint: 'key', description: 'Key (accessKey) of the basic interfaces; KOOSANDBOX_KEY says it too' },
    'kit-key': { type: 'string', valueHint: 'key', description: 'Key of the kit, when it is another' },
    port: { type: 'string', valueHint: 'number', default: '4180', description: 'Port on 127.0.0.1; 0 has one chosen' },
    json: { type: 'boolean', description: 'One JSON object a call' },
  },
  async run({ args }) {
    const key = args.key ?? process.env.KOOSANDBOX_KEY
    if (!key) throw misused('Say with which key calls are signed: --key, or KOOSANDBOX_KEY.')
    if (!URL.canParse(args.upstream) || !/^https?:/.test(args.upstream))
      throw misused(`"${args.upstream}" is no address of a seller. Write it like http://localhost:8080/isv.`)
    const proxy = await openSignProxy({
      upstream: args.upstream,
      key,
      ...(args['kit-key'] === undefined ? {} : { kitKey: args['kit-key'] }),
      port: numberOf(args.port, '--port', 0, 65_535),
      now: wire.now,
      nonce: () => machineSecret().slice(0, 32),
      onExchange: args.json ? (exchange) => print(JSON.stringify(record(exchange))) : (exchange) => print(line(exchange)),
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new Stop(`Port ${args.port} is taken. Pass --port 0 to have one chosen.`) : error
    })
    const stopped = signalled()
    if (args.json) printJson({ ready: true, url: proxy.url, upstream: args.upstream })
    else print(`Signs what comes to ${paint('cyan', proxy.url)} and sends it to ${args.upstream}`)
    await stopped
    await proxy.close()
    return EXIT.fine
  },
})

/** `POST newInstance → v2 200 000000 Body-Sign right` */
function line({ call, status, answer, bodySign }: ProxiedExchange): string {
  const { method, url, edition, body } = call
  const activity = /"activity"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? url.searchParams.get('activity') ?? url.pathname
  const code = /"resultCode"\s*:\s*"?(\w+)/.exec(answer)?.[1] ?? ''
  const fine = status === 200 && code === '000000'
  return [
    method.padEnd(5),
    activity.padEnd(24),
    edition === 'none' ? 'signed already' : `signed ${edition}`,
    paint(fine ? 'green' : 'yellow', `${status} ${code}`),
    ...(bodySign.state === 'not-needed' ? [] : [paint(bodySign.state === 'right' ? 'green' : 'red', `Body-Sign ${bodySign.state}`)]),
    ...(bodySign.because === undefined ? [] : [bodySign.because]),
  ].join(' ')
}

function record({ call, status, answer, bodySign }: ProxiedExchange) {
  const { method, url, edition, canonical, body } = call
  return { method, url: url.toString(), edition, canonical, body, status, answer, bodySign }
}
