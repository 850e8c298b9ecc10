import { appendFileSync, writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { noteSummary, servedSpecs, systemClock } from '../../index.ts'
import { type CheckedThrough, openCheckingProxy } from '../../proxy/checking-proxy.ts'
import { labelled, linesOf } from '../../report/finding-lines.ts'
import { numberOf, valuesOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { inOneLine, paint, print, printNote } from '../terminal/print.ts'
import { listenForStop } from '../terminal/stop-signals.ts'
import { drainArgument, drainOf } from './drain-option.ts'

export default defineCommand({
  meta: { description: 'Forward to a real service and report where it, or its caller, differs from the specs' },
  args: {
    upstream: { type: 'string', valueHint: 'address', required: true, description: 'The real service: https://bss.myhuaweicloud.com' },
    port: { type: 'string', valueHint: 'number', default: '4190', description: 'Port on 127.0.0.1; 0 for a free one' },
    findings: { type: 'string', valueHint: 'file', description: 'Write each finding to this file, as a line of JSON' },
    timeout: { type: 'string', valueHint: 'seconds', default: '30', description: 'Time limit for answers of the service' },
    spec: { type: 'string', valueHint: 'file', description: 'OpenAPI document to check against instead of the built-in services' },
    with: { type: 'string', valueHint: 'bss,iam', description: 'Built-in services to check against in addition to --spec' },
    ...drainArgument,
    json: { type: 'boolean', description: 'One JSON object per exchange' },
  },
  async run({ args, rawArgs }) {
    if (!URL.canParse(args.upstream) || !/^https?:/.test(args.upstream))
      throw misused(`"${args.upstream}" is not an address of a service. Write it like https://bss.myhuaweicloud.com.`)
    const { findings: file } = args
    const drain = drainOf(args)
    if (file !== undefined) startFile(file)
    const sums = { exchanges: 0, failed: 0, error: 0, warning: 0, info: 0 }
    const reported = new Set<string>()
    const specs = await servedSpecs({ spec: valuesOf(rawArgs, 'spec'), with: valuesOf(rawArgs, 'with') })
    for (const line of noteSummary(specs)) printNote(line)
    const proxy = await openCheckingProxy({
      upstream: args.upstream,
      specs,
      port: numberOf(args.port, '--port', 0, 65_535),
      timeout: numberOf(args.timeout, '--timeout', 1, 3600) * 1000,
      systemClock,
      onError: (error) => printNote(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      onExchange(exchange) {
        sums.exchanges++
        if (exchange.failed !== undefined) sums.failed++
        for (const { level } of exchange.findings) sums[level]++
        if (args.json) print(JSON.stringify(record(exchange)))
        else print([line(exchange), ...fresh(exchange, reported)].join('\n'))
        if (file !== undefined)
          for (const finding of exchange.findings) appendFileSync(file, `${JSON.stringify({ ...about(exchange), ...finding })}\n`)
      },
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new ExitError(`Port ${args.port} is taken. Pass --port 0 for a free one.`) : error
    })
    const { stop, hurry } = listenForStop()
    if (args.json) print(JSON.stringify({ ready: true, url: proxy.url, upstream: args.upstream }))
    else print(`Forwards ${paint('cyan', proxy.url)} to ${args.upstream} and checks requests and answers`)
    await stop
    await proxy.close({ drain, hurry })
    const { exchanges, failed, error, warning, info } = sums
    if (!args.json) print(`${exchanges} exchanges, ${failed} without an answer; ${error} errors, ${warning} warnings, ${info} notes.`)
    if (exchanges === failed) return EXIT.nothing
    return error > 0 ? EXIT.wrong : EXIT.fine
  },
})

function startFile(file: string): void {
  try {
    writeFileSync(file, '')
  } catch (error) {
    throw misused(`--findings ${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}

const about = ({ n, at, method, path, operation, status, ms }: CheckedThrough) => ({
  n,
  at,
  method,
  path,
  operation: operation?.ref,
  status,
  ms,
})

const record = (exchange: CheckedThrough) => ({
  ...about(exchange),
  ...(exchange.failed === undefined ? {} : { failed: exchange.failed }),
  findings: exchange.findings,
})

/** `GET   /v2/orders/customer-orders  bss.ListCustomerOrders  200  3 findings` */
function line({ method, path, operation, status, findings, failed }: CheckedThrough): string {
  const worst = ['error', 'warning', 'info'].find((level) => findings.some((finding) => finding.level === level))
  const style = failed !== undefined || worst === 'error' ? 'red' : worst === undefined ? 'green' : 'yellow'
  const outcome = failed ?? (findings.length === 0 ? 'as specified' : `${findings.length} finding${findings.length === 1 ? '' : 's'}`)
  return [method.padEnd(6), path, operation?.ref ?? '', String(status), paint(style, outcome)].filter((part) => part !== '').join('  ')
}

/** Findings that were not printed before: a difference occurs in every exchange, and is printed once. */
function fresh({ operation, findings }: CheckedThrough, reported: Set<string>): readonly string[] {
  return findings.flatMap((finding) => {
    const id = `${operation?.ref} ${finding.code} ${finding.pointer.replace(/\/\d+(?=\/|$)/g, '/*')} ${operation ? '' : finding.got}`
    if (reported.has(id)) return []
    reported.add(id)
    const head = `  ${finding.level.padEnd(7)} ${paint('bold', finding.code)}  ${inOneLine(finding.pointer)}`
    return [[head, ...linesOf(finding).map(([label, text]) => labelled(label, text))].join('\n')]
  })
}
