import type { Schema } from '../document/model.ts'
import { estimateCost } from '../patterns/match-cost.ts'
import { resolveSchema } from '../request/coerce.ts'
import { createFaker, type NumbersFrom } from './faker.ts'
import { MOST_CHARACTERS, MOST_VALUES } from './generation-limits.ts'

/** The source of the numbers for generated values. */
export interface SampleSource {
  /** A 32-bit number for one place of the value; the same place always gets the same number. */
  readonly seedAt: (pointer: string) => number
  readonly numbersFrom: NumbersFrom
  /** Epoch milliseconds. Generated times are near to it. */
  readonly now: number
  readonly language: 'zh' | 'en'
}

const DEEPEST = 8

/** Longer patterns, and patterns that demand longer values, are not generated from. */
const LONGEST_PATTERN = 200
const LARGEST_PATTERN = 1_000

/** Merges a schema with the first of its branches: both apply. */
function withBranch({ oneOf: _, anyOf: __, ...node }: Schema, branch: Schema): Schema {
  const properties = { ...node.properties, ...branch.properties }
  const required = [...((node.required as string[] | undefined) ?? []), ...((branch.required as string[] | undefined) ?? [])]
  return {
    ...node,
    ...branch,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  }
}

/**
 * A value that matches a schema, for operations that have neither a behaviour nor an example. Each leaf depends only on
 * the seed and its own place, so an added field does not change other fields.
 */
export function sample(schema: Schema, schemas: Readonly<Record<string, Schema>>, source: SampleSource): unknown {
  let made: ReturnType<typeof createFaker> | undefined
  let values = 0
  return generate(schema, '', '', 0)

  function generate(given: Schema, pointer: string, name: string, depth: number): unknown {
    const node = resolveSchema(given, schemas)
    const examples = node.examples
    if (Array.isArray(examples) && examples.length > 0) return examples[source.seedAt(pointer) % examples.length]
    if (node.const !== undefined) return node.const
    if (node.enum && node.enum.length > 0) return node.enum[source.seedAt(pointer) % node.enum.length]
    if (++values > MOST_VALUES) return null
    if (depth > 4 * DEEPEST) return null // a schema that requires itself never ends
    if (Array.isArray(node.allOf)) return merged(node, pointer, name, depth)
    const branches = (node.oneOf ?? node.anyOf) as readonly Schema[] | undefined
    if (branches?.[0]) return generate(withBranch(node, resolveSchema(branches[0], schemas)), pointer, name, depth + 1)
    switch (Array.isArray(node.type) ? node.type[0] : (node.type ?? (node.properties ? 'object' : 'string'))) {
      case 'object':
        return object(node, pointer, depth)
      case 'array':
        return list(node, pointer, name, depth)
      case 'integer':
        return Math.round(between(node, pointer, 0, 100))
      case 'number':
        return Math.round(between(node, pointer, 0, 1000) * 100) / 100
      case 'boolean':
        return source.seedAt(pointer) % 2 === 0
      case 'null':
        return null
      default:
        return text(node, pointer, name)
    }
  }

  /** Merges the values of all parts of an object; for any other schema the last part of `allOf` is used. */
  function merged({ allOf, ...node }: Schema, pointer: string, name: string, depth: number): unknown {
    const parts = [...(node.properties ? [node] : []), ...(allOf as Schema[])].map((part) => generate(part, pointer, name, depth + 1))
    const objects = parts.filter((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
    return objects.length > 0 ? Object.assign({}, ...objects) : parts.at(-1)
  }

  function object(node: Schema, pointer: string, depth: number): unknown {
    const wanted = Object.entries(node.properties ?? {}).filter(
      ([key]) => depth < DEEPEST || (node.required as string[] | undefined)?.includes(key),
    )
    return Object.fromEntries(wanted.map(([key, part]) => [key, generate(part, `${pointer}/${key}`, key, depth + 1)]))
  }

  function list(node: Schema, pointer: string, name: string, depth: number): unknown[] {
    const least = Number(node.minItems ?? 0)
    const most = Math.min(Number(node.maxItems ?? 3), Math.max(3, least))
    const length = depth >= DEEPEST ? least : Math.max(least, 1 + (source.seedAt(pointer) % Math.max(most, 1)))
    const fitting = Math.max(0, Math.min(length, Math.max(most, least), MOST_VALUES - values))
    return Array.from({ length: fitting }, (_, i) => generate(node.items ?? {}, `${pointer}/${i}`, name, depth + 1))
  }

  function between(node: Schema, pointer: string, low: number, high: number): number {
    const least = Number(node.minimum ?? (node.exclusiveMinimum !== undefined ? Number(node.exclusiveMinimum) + 1 : low))
    const most = Number(node.maximum ?? (node.exclusiveMaximum !== undefined ? Number(node.exclusiveMaximum) - 1 : Math.max(high, least)))
    return least + (source.seedAt(pointer) / 4294967296) * (most - least)
  }

  function text(node: Schema, pointer: string, name: string): string {
    made ??= createFaker(source.language, source.numbersFrom)
    const faker = made.at(source.seedAt(pointer), source.now)
    const value = byPattern(node) ?? byFormat(node) ?? byName(name) ?? faker.word.noun()
    const least = Math.min(Number(node.minLength ?? 0), MOST_CHARACTERS)
    const most = Number(node.maxLength ?? Number.POSITIVE_INFINITY)
    return value.padEnd(least, '0').slice(0, most)

    function byPattern({ pattern }: Schema): string | undefined {
      if (typeof pattern !== 'string' || pattern.length > LONGEST_PATTERN || estimateCost(pattern).size > LARGEST_PATTERN) return undefined
      try {
        return faker.helpers.fromRegExp(pattern.replace(/^\^|\$$/g, '').replaceAll('\\d', '[0-9]'))
      } catch {
        return undefined
      }
    }
    function byFormat({ format }: Schema): string | undefined {
      if (format === 'date-time') return new Date(source.now).toISOString()
      if (format === 'date') return new Date(source.now).toISOString().slice(0, 10)
      if (format === 'uuid') return faker.string.uuid()
      if (format === 'uri') return faker.internet.url()
      if (format === 'email') return faker.internet.email()
      return undefined
    }
    function byName(key: string): string | undefined {
      if (/(^|_)(mail|email)$/i.test(key)) return faker.internet.email()
      if (/(mobile|phone)/i.test(key)) return faker.phone.number({ style: 'national' })
      if (/(_time|Time|_at)$/.test(key)) return `${new Date(source.now).toISOString().slice(0, 19)}Z`
      if (/(customer|company|enterprise|organization).*name/i.test(key)) return faker.company.name()
      if (/(user|person|real).*name/i.test(key)) return faker.person.fullName()
      if (/name$/i.test(key)) return faker.commerce.productName()
      if (/url$/i.test(key)) return faker.internet.url()
      if (/(^|_)ids?$|Id$/.test(key)) return faker.string.hexadecimal({ length: 32, casing: 'lower', prefix: '' })
      return undefined
    }
  }
}
