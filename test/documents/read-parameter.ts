import type { ParameterDoc, Schema } from '../../src/spec/document/model.ts'
import type { Finding } from '../../src/spec/finding.ts'
import { createParameterReader } from '../../src/spec/request/read-parameters.ts'
import { createComplaints } from '../../src/spec/request/report-problem.ts'
import { createChecks } from '../../src/spec/schema/checks.ts'

/** A parameter called `color`, unless it says otherwise. */
export type Parameter = Partial<Omit<ParameterDoc, 'schema'>> & { readonly schema?: Schema }

/** Compiling the first check takes long, so rows without shared schemas share one. */
const PLAIN = createChecks({ components: { schemas: {} } }, true)

/** What a stranger's operation with these parameters makes of one request: the typed values, and one line for each finding. */
export function readParameters(
  parameters: readonly Parameter[],
  sent: { readonly path?: string; readonly query?: string; readonly headers?: Readonly<Record<string, string>> },
  schemas: Readonly<Record<string, Schema>> = {},
) {
  const whole = parameters.map((p): ParameterDoc => ({ name: 'color', in: 'query', schema: {}, ...p }))
  const checks = Object.keys(schemas).length === 0 ? PLAIN : createChecks({ components: { schemas } }, true)
  const read = createParameterReader(whole, checks.of, schemas, { foreign: true })
  const findings: Finding[] = []
  const { complain } = createComplaints(findings, { source: undefined, evidence: 'doc' }, () => false, true)
  const { path = '', query = '', headers = {} } = sent
  const call = { method: 'GET', path: '/', query, host: 'here', headers, body: new Uint8Array(0) }
  const values = read(call, Object.fromEntries(whole.flatMap((p) => (p.in === 'path' ? [[p.name, path]] : []))), false, complain)
  const told = findings.map(({ level, pointer, rule }) => (level === 'error' ? `${pointer} ${rule}` : `${level} ${pointer} ${rule}`))
  return { values, told, findings }
}

/** The value of one parameter, or the lines about it. */
export function readParameter(p: Parameter, sent: string, schemas: Readonly<Record<string, Schema>> = {}): unknown {
  const name = p.name ?? 'color'
  const where = p.in ?? 'query'
  const request = { path: { path: sent }, query: { query: sent }, header: { headers: { [name.toLowerCase()]: sent } }, cookie: { headers: { cookie: sent } } }[where] // biome-ignore format: one thought
  const { values, told } = readParameters([p], request, schemas)
  return told.length > 0 ? told : plain((values[where] as Record<string, unknown> | undefined)?.[name])
}

/** A copy of ordinary objects, so that rows can be compared with literals. */
const plain = (value: unknown): unknown => (value === undefined ? 'nothing' : JSON.parse(JSON.stringify(value)))
