import { didYouMean } from '../language/did-you-mean.ts'
import type { Schema } from '../spec/document/model.ts'
import { createChecks } from '../spec/schema/checks.ts'
import type { Tool } from './tool.ts'

const WORLD: Schema = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Name of the world. Default: "default".' }

/** The schema of all arguments of a tool. */
export function inputSchema({ arguments: own, required, inWorld }: Tool) {
  const properties = { ...own, ...(inWorld ? { world: WORLD } : {}) }
  return { type: 'object', properties, required: [...required], additionalProperties: false } as const
}

/** Says what is wrong with the arguments of a call, a sentence each; nothing when they are right. */
export function createArgumentCheck(tools: readonly Tool[]): (tool: Tool, args: Readonly<Record<string, unknown>>) => readonly string[] {
  const checks = createChecks({ components: {} })
  const schemas = new Map(tools.map((tool) => [tool.name, inputSchema(tool)]))
  return (tool, args) => {
    const schema = schemas.get(tool.name) ?? inputSchema(tool)
    const known = Object.keys(schema.properties)
    const unknown = Object.keys(args).filter((name) => !known.includes(name))
    const strange = unknown.map((name) => `${tool.name} has no argument "${name.slice(0, 80)}".${didYouMean(name, known)}`)
    const rest = Object.fromEntries(Object.entries(args).filter(([name]) => known.includes(name)))
    const wrong = checks
      .of(schema as unknown as Schema)(rest)
      .map(({ pointer, expected, got, rule }) => {
        const name = pointer.slice(1).replaceAll('/', '.')
        return rule === 'required' ? `The argument "${name}" is missing.` : `The argument "${name}" must be ${expected}, not ${got}.`
      })
    const all = [...strange, ...wrong]
    return all.length === 0
      ? []
      : [...all, `The arguments of ${tool.name}: ${known.length === 0 ? 'none' : known.map((name) => described(name, schema)).join(', ')}.`]
  }
}

const described = (name: string, { required }: { readonly required: readonly string[] }) =>
  required.includes(name) ? `${name} (required)` : name
