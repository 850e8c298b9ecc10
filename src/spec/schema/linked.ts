import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { DataValidateFunction, ErrorObject, ValidateFunction } from 'ajv/dist/types/index.js'
import type { Schema } from '../document/model.ts'
import { byDiscriminator } from './discriminator.ts'
import { isObject } from './keyword-values.ts'
import { leftOutOf, type OneWay } from './one-way.ts'
import { createTargets, sameValueRefs, type Target } from './reference-targets.ts'
import { repair, type Sound } from './repair.ts'

/** What a reference stands for where its target is being checked against the same value already. */
interface Version {
  readonly key: string
  readonly target: Target
  /** Names of the schemas that are being checked against the same value. */
  readonly open: readonly string[]
  /** Whether alternatives stay as written: `unevaluatedProperties` further out has to see what they checked. */
  readonly plain: boolean
  /** Where a `$dynamicRef` leads to: the anchors of the schemas that lead here, of the outermost where several have one. */
  readonly scope: ReadonlyMap<string, Target>
  added: boolean
}

const NO_SCOPE: ReadonlyMap<string, Target> = new Map()

/** Deeper circles of schemas that apply to one value are cut. */
const MOST_OPEN = 4
/** Circles through many schemas, each with many alternatives, are cut earlier: every way through them is a schema of its own. */
const MOST_IN_CIRCLE = 300

/**
 * Compiles schemas of a foreign document. Each shared schema is repaired and handed to the checker when a value needs it first. A reference
 * to a large schema below a member is followed when the first such value is checked, so that a document whose two thousand schemas all lead to
 * each other is not compiled as a whole.
 */
export function createLinked(
  ajv: Ajv2020,
  schemas: Readonly<Record<string, Schema>>,
  { unions, oneWay }: { readonly unions: boolean; readonly oneWay: OneWay | undefined },
): { compile(schema: unknown): ValidateFunction } {
  const targets = createTargets(schemas)
  const versions = new Map<string, Version>()
  const byKey = new Map<string, Version>()
  const inCircle = new Map<string, number>()

  ajv.addKeyword({
    keyword: 'lazily',
    errors: 'full',
    compile(key: string) {
      let check: ValidateFunction | undefined
      const validate: DataValidateFunction = (data, about) => {
        check ??= open(key)
        if (check(data)) return true
        const at = about?.instancePath ?? ''
        validate.errors = (check.errors ?? []).map((error) => ({ ...error, instancePath: at + error.instancePath })) as ErrorObject[]
        return false
      }
      return validate
    },
  })

  const open = (key: string): ValidateFunction => {
    add(byKey.get(key) as Version)
    return ajv.getSchema(key) as ValidateFunction
  }

  const versionOf = (target: Target, opened: readonly string[], plain: boolean, scope: Version['scope']): Version => {
    const anchors = [...scope].map(([anchor, one]) => [anchor, one.name])
    const id = JSON.stringify([target.name, plain, anchors, ...[...opened].sort()])
    const known = versions.get(id)
    if (known) return known
    const version: Version = { key: `s${versions.size}`, target, open: opened, plain, scope, added: false }
    versions.set(id, version)
    byKey.set(version.key, version)
    return version
  }

  const add = (version: Version): void => {
    if (version.added) return
    version.added = true
    const { sound, needs } = sounded(version)
    ajv.addSchema(sound, version.key)
    for (const one of needs) add(one)
  }

  const sounded = ({ target, open: opened, plain, scope }: Version): { readonly sound: Sound; readonly needs: readonly Version[] } => {
    const needs: Version[] = []
    const asWritten = plain || targets.needsPlain(target)
    const anchors = targets.dynamicAnchors(target)
    const next = anchors.size > 0 ? new Map([...anchors, ...scope]) : scope
    const sound = repair(target.raw, {
      unions: unions && !asWritten,
      branch: (node) => (isObject(node.discriminator) ? byDiscriminator(node as Schema, schemas) : undefined),
      ...(oneWay ? { leftOut: (node) => leftOutOf(node as Schema, oneWay, schemas) } : {}),
      refer(ref, { samePlace, negated, dynamic }) {
        const written = targets.find(ref, target)
        if (!written) return true
        const isAnchor = dynamic && [...anchors.values()].includes(written)
        const found = isAnchor ? (scope.get(ref.slice(1)) ?? written) : written
        const cut = !negated
        if (!samePlace) {
          const version = versionOf(found, [], false, next)
          if (!targets.isSmall(found)) return { lazily: version.key }
          needs.push(version)
          return { $ref: version.key }
        }
        const before = [...opened, target.name]
        if (before.includes(found.name)) return cut
        const circle = sameValueRefs(found, targets).has(target.name)
        if (circle) {
          const ways = (inCircle.get(before[0] as string) ?? 0) + 1
          if (before.length > MOST_OPEN || ways > MOST_IN_CIRCLE) return cut
          inCircle.set(before[0] as string, ways)
        }
        const version = versionOf(found, circle ? before : [], asWritten, next)
        needs.push(version)
        return { $ref: version.key }
      },
    })
    return { sound, needs }
  }

  return {
    compile(schema) {
      return open(versionOf(targets.own(schema), [], false, NO_SCOPE).key)
    },
  }
}
