import type { Schema } from '../document/model.ts'
import { keyOf } from '../json-pointer.ts'
import { isObject } from './keyword-values.ts'
import { createFlatten, type Flat } from './values/flatten.ts'

type Schemas = Readonly<Record<string, Schema>>

/** What `xml` says about one value. `nodeType` of OpenAPI 3.2 is not supported. */
interface Hints {
  readonly name?: string
  readonly wrapped?: boolean
  readonly attribute?: boolean
  readonly namespace?: string
  readonly prefix?: string
}

const flattens = new WeakMap<Schemas, ReturnType<typeof createFlatten>>()

/** A value as an XML document, written as the `xml` hints of its schema say. */
export function xmlText(value: unknown, schema: Schema, schemas: Schemas): string {
  const flatten = flattens.get(schemas) ?? createFlatten(schemas, false)
  flattens.set(schemas, flatten)
  const read = (one: unknown): Flat => flatten.flat(one, []) || { from: [] }

  const element = (given: unknown, one: unknown, name: string): string => {
    const node = read(one)
    const tag = tagOf(node, name)
    const open = `${tag}${namespaceOf(node)}`
    if (Array.isArray(given)) return `<${open}>${items(given, node, name)}</${tag}>`
    if (typeof given !== 'object' || given === null) {
      const text = given === null || given === undefined ? '' : escaped(String(given))
      return text === '' ? `<${open}/>` : `<${open}>${text}</${tag}>`
    }
    let attributes = ''
    let content = ''
    for (const [key, member] of Object.entries(given)) {
      if (member === undefined) continue
      const schemaOf = memberOf(node, key, read)
      const inner = read(schemaOf)
      const hints = hintsOf(inner)
      if (hints.attribute && (typeof member !== 'object' || member === null))
        attributes += `${namespaceOf(inner)} ${tagOf(inner, key)}="${escaped(String(member ?? ''))}"`
      else if (Array.isArray(member) && !hints.wrapped) content += items(member, inner, key)
      else content += element(member, schemaOf, key)
    }
    return content === '' ? `<${open}${attributes}/>` : `<${open}${attributes}>${content}</${tag}>`
  }

  /** The items of a list, one element each, named by their own schema, else as the list is. */
  const items = (list: readonly unknown[], node: Flat, name: string): string =>
    list.map((item, i) => element(item, (Array.isArray(node.prefixItems) ? node.prefixItems[i] : undefined) ?? node.items ?? true, name)).join('') // biome-ignore format: one expression

  const root = read(schema)
  const name = refName(schema) ?? 'root'
  if (!Array.isArray(value)) return PROLOGUE + element(value, schema, name)
  const tag = tagOf(root, name === 'root' ? 'items' : name)
  const inner = refName(root.items) ?? 'item'
  return `${PROLOGUE}<${tag}${namespaceOf(root)}>${items(value, root, inner)}</${tag}>`
}

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'

const hintsOf = (node: Flat): Hints => (isObject(node.xml) ? (node.xml as Hints) : {})

function refName(schema: unknown): string | undefined {
  const ref = isObject(schema) ? schema.$ref : undefined
  return typeof ref === 'string' ? keyOf(ref.slice(ref.lastIndexOf('/') + 1)) : undefined
}

function tagOf(node: Flat, name: string): string {
  const { name: own, prefix } = hintsOf(node)
  const local = validName(typeof own === 'string' && own !== '' ? own : name)
  return typeof prefix === 'string' && prefix !== '' ? `${validName(prefix)}:${local}` : local
}

/** A member may have any name, an element may not. */
function validName(name: string): string {
  const clean = name.replace(/[^\p{L}\p{N}_.-]/gu, '_')
  return /^[\p{L}_]/u.test(clean) ? clean : `_${clean}`
}

function namespaceOf(node: Flat): string {
  const { namespace, prefix } = hintsOf(node)
  if (typeof namespace !== 'string' || namespace === '') return ''
  return ` xmlns${typeof prefix === 'string' && prefix !== '' ? `:${validName(prefix)}` : ''}="${escaped(namespace)}"`
}

/** The schema of a member, also where an alternative names it. */
function memberOf(node: Flat, key: string, read: (schema: unknown) => Flat): unknown {
  if (isObject(node.properties) && Object.hasOwn(node.properties, key)) return node.properties[key]
  for (const { branches } of node.unions ?? [])
    for (const branch of branches) {
      const { properties } = read(branch)
      if (isObject(properties) && Object.hasOwn(properties, key)) return properties[key]
    }
  return node.additionalProperties ?? true
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters have no place in XML 1.0. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)
}
