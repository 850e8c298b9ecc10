import { nearest } from '../../language/did-you-mean.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { FOREIGN } from '../../spec/document/foreign.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Interaction, Pact } from '../read-pact.ts'
import { type BodyFinding, createBodyComparison, type ToCompare } from './compare-bodies.ts'
import { compareCredentials } from './compare-credentials.ts'
import { compareErrors, type Expected } from './compare-errors.ts'
import { compareSecurity, foreignAnswer, isKeyInQuery } from './compare-foreign.ts'
import { compareHeaders } from './compare-headers.ts'
import { compareMatchers } from './compare-matchers.ts'
import { callOf, compareRequest } from './compare-request.ts'
import { type BodySchemas, withMeantName } from './meant-name.ts'
import { cited, onePerPlace } from './place.ts'
import { prepareRegexes } from './read-regex.ts'
import { schemaAt } from './schema-at.ts'

/** One interaction compared with the specs. */
export interface Compared {
  readonly interaction: Interaction
  /** The operation it calls; undefined where no service has an operation at this path. */
  readonly operation: Operation | undefined
  /** Empty when the interaction agrees with the specs. At most one finding for each place. */
  readonly findings: readonly Finding[]
}

/** Compares pacts with the specs without running anything. Create it once: documents are read and checks compiled on first use. */
export function createComparison(specs: Specs): (pact: Pick<Pact, 'interactions'>) => Promise<readonly Compared[]> {
  const bodies = new Map<string, ReturnType<typeof createBodyComparison>>()
  const bodiesOf = (service: string) => {
    const known =
      bodies.get(service) ??
      createBodyComparison(specs.bundle.services[service] ?? { openapi: '3.1.0', info: { title: service, version: '1' } })
    bodies.set(service, known)
    return known
  }
  return async ({ interactions }) => {
    const rules = interactions.flatMap(({ request, response }) => [...request.rules, ...response.rules])
    await prepareRegexes(rules.flatMap(({ matchers }) => matchers.flatMap(({ regex }) => regex ?? [])))
    const found = interactions.map((interaction) => ({ interaction, route: specs.find(callOf(interaction.request)) }))
    const services = new Set(found.flatMap(({ route }) => ('missing' in route ? [] : [route.value.service])))
    const fromBodies = new Map<Interaction, readonly BodyFinding[]>()
    for (const service of services) {
      const own = found.flatMap(({ interaction, route }) =>
        'missing' in route || route.value.service !== service ? [] : [{ interaction, path: writtenPath(route.value.path, route.path) }],
      )
      for (const [index, findings] of await bodiesOf(service)(own)) fromBodies.set((own[index] as ToCompare).interaction, findings)
    }
    return found.map(({ interaction, route }) => {
      if ('missing' in route) return { interaction, operation: undefined, findings: [unknownOperation(specs, interaction, route)] }
      const bodyFindings = fromBodies.get(interaction) ?? []
      return {
        interaction,
        operation: route.value,
        findings: allOf(specs, route.value, route.path, interaction, bodyFindings),
      }
    })
  }
}

/** A content type that is not declared has had a code of its own in reports about pacts since before requests were refused for it. */
const underPublishedCode = (finding: Finding): Finding =>
  finding.code === 'request.header.media' && finding.pointer === '/header/Content-Type'
    ? { ...finding, code: 'request.content-type.incompatible', pointer: '/header/content-type' }
    : finding

/** The path of a call as its document writes it. */
const writtenPath = (template: string, values: Readonly<Record<string, string>>) =>
  template.replace(/\{([^/}]+)\}/g, (whole, name: string) => values[name] ?? whole)

/** One finding for each place, with the name that may be meant where one is unknown. */
function allOf(
  specs: Specs,
  operation: Operation,
  values: Readonly<Record<string, string>>,
  interaction: Interaction,
  fromBodies: readonly BodyFinding[],
): readonly Finding[] {
  const { response, request } = interaction
  const foreign = specs.bundle.services[operation.service]?.['x-origin'] === FOREIGN
  const answer = foreign ? foreignAnswer(operation, response) : compareErrors(specs, operation, response)
  const content = operation.doc.requestBody?.content ?? {}
  const schemas: BodySchemas = {
    request: (content[mediaOf(request.headers)] ?? Object.values(content)[0])?.schema,
    answer: answer.schema,
    named: specs.bundle.services[operation.service]?.components?.schemas ?? {},
  }
  const found = compare(specs, operation, values, interaction, fromBodies, answer, foreign)
  return onePerPlace(found).map((finding) => withMeantName(finding, operation, interaction, schemas))
}

const mediaOf = (headers: Interaction['request']['headers']) =>
  (Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '').replace(/\s*;.*$/s, '').toLowerCase()

function* compare(
  specs: Specs,
  operation: Operation,
  values: Readonly<Record<string, string>>,
  interaction: Interaction,
  fromBodies: readonly BodyFinding[],
  answer: Expected,
  foreign: boolean,
): Generator<Finding> {
  const { response } = interaction
  const credentials = [...(foreign ? compareSecurity(specs, operation, interaction) : compareCredentials(specs, operation, interaction))]
  yield* credentials
  // A credential under another name is already reported, with the name that is meant.
  for (const finding of compareHeaders(specs, operation, interaction, foreign))
    if (finding.level === 'error' || !credentials.some(({ code }) => code === 'request.auth.absent')) yield finding
  for (const finding of compareRequest(specs, operation, values, interaction))
    if (!foreign || !isKeyInQuery(specs, operation, finding)) yield underPublishedCode(finding)
  yield* answer.findings
  const schemas = specs.bundle.services[operation.service]?.components?.schemas ?? {}
  /** The named schema that describes a place in the answer's body. */
  const nameAt = (pointer: string) =>
    answer.schema &&
    schemaAt(
      answer.schema,
      pointer
        .split('/')
        .slice(2, -1)
        .map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
      schemas,
    ).name
  for (const finding of fromBodies) {
    const isReply = finding.code.startsWith('reply.')
    // A refusal by the gateway has an envelope of its own, a request that expects a refusal may be wrong, and a form is not JSON.
    const left = isReply ? answer.by !== 'operation' : response.status >= 400 || !interaction.request.body?.json
    if (left && !foreign) continue
    // A body that is not JSON is compared only where a foreign document describes it.
    const level = foreign && finding.code.endsWith('.unvalidatable') ? 'info' : finding.level
    yield {
      ...finding,
      level,
      ...cited(specs, operation, isReply ? String(response.status) : 'body', isReply ? nameAt(finding.pointer) : undefined),
    }
  }
  if (!answer.schema || response.body === undefined) return
  if (answer.by === 'gateway') yield* unknownMembers(specs, operation, response.body.value, answer.schema)
  const examples = Object.values(operation.doc.responses[String(response.status)]?.content?.['application/json']?.examples ?? {})
  yield* compareMatchers(specs, operation, response.rules, {
    status: response.status,
    schema: answer.schema,
    schemas,
    examples: answer.by === 'operation' && response.status < 400 ? examples.map(({ value }) => value) : [],
  })
}

function* unknownMembers(
  specs: Specs,
  operation: Operation,
  body: unknown,
  schema: NonNullable<ReturnType<typeof compareErrors>['schema']>,
): Generator<Finding> {
  for (const name of Object.keys((body as object | null) ?? {})) {
    const { schemas, open } = schemaAt(schema, [name], {})
    if (schemas.length > 0 || open) continue
    const expected = `one of ${Object.keys(schema.properties ?? {}).join(', ')}`
    yield {
      code: 'reply.body.unknown',
      level: 'error',
      pointer: `/body/${name}`,
      expected,
      got: `"${name}"`,
      ...cited(specs, operation, 'errors'),
    }
  }
}

function unknownOperation(
  specs: Specs,
  { request }: Interaction,
  route: { missing: 'path' | 'method'; methods: readonly string[] },
): Finding {
  const byMethod = route.missing === 'method'
  const near = byMethod ? undefined : nearestPath(specs, request.path)
  return {
    code: `request.${route.missing}.unknown`,
    level: 'error',
    pointer: `/${route.missing}`,
    expected: byMethod ? route.methods.join(' or ') : 'a path that some service documents',
    got: `${request.method} ${request.path.slice(0, 120)}`,
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Run \`koosandbox error list\` to list every operation.`,
  }
}

/** The documented path nearest to an undocumented one: placeholders of a template are filled with the segments of the given path. */
function nearestPath(specs: Specs, path: string): string | undefined {
  const parts = path.slice(0, 300).split('/')
  const templates = new Map<string, string>()
  for (const { path: template } of specs.operations) {
    const filled = template.split('/').map((part, i) => (part.startsWith('{') ? (parts[i] ?? part) : part))
    templates.set(filled.join('/'), template)
  }
  const near = nearest(path.slice(0, 300), templates.keys())
  return near === undefined ? undefined : templates.get(near)
}
