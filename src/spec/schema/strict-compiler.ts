import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Schema, ServiceDocument } from '../document/model.ts'
import type { Compiler } from './compiled.ts'
import { complaintOf } from './complaint.ts'
import { addFormats } from './formats.ts'

type Document = Pick<ServiceDocument, 'components'>

/** Compiles the schemas of our own specs: every keyword has to be known. */
export function createStrictCompiler(document: Document): Compiler {
  const create = (allErrors: boolean) => {
    let ajv: Ajv2020 | undefined
    return (schema: Schema) => {
      ajv ??= open(document, allErrors)
      return ajv.compile(absolute(schema))
    }
  }
  return {
    fast: create(false),
    thorough: create(true),
    // `anyOf` and `oneOf` are reported after their branches; `if` adds nothing to the errors of `then`.
    complaints: (errors, value) => errors.filter(({ keyword }) => keyword !== 'if').map((error) => complaintOf(error, value)),
    explainUpTo: 200,
  }
}

function open(document: Document, allErrors: boolean): Ajv2020 {
  // Strict mode finds what is wrong with a schema; compiling the schema of schemas as well would double the time to the first answer.
  const ajv = new Ajv2020({
    strict: true,
    allErrors,
    allowUnionTypes: true,
    strictRequired: false,
    validateFormats: true,
    validateSchema: false,
  })
  addFormats(ajv)
  ajv.addVocabulary(['components', 'xml', 'example', 'externalDocs', 'discriminator', ...extensionsIn(document)])
  ajv.addSchema({ components: document.components ?? {} }, 'doc')
  return ajv
}

/** References inside a document are relative to it. A fragment that is compiled separately needs absolute ones. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replace(/"(\$ref|\$dynamicRef)":"#/g, '"$1":"doc#')) as Schema
}

/** Every `x-` key inside the schemas of a document; ajv's strict mode requires that they are declared. */
function extensionsIn(document: Document): string[] {
  const found = new Set<string>(['x-source', 'x-evidence', 'x-caseless', 'x-presence'])
  const walk = (node: unknown): void => {
    if (!node || typeof node !== 'object') return
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('x-')) found.add(key)
      walk(value)
    }
  }
  walk(document.components?.schemas)
  return [...found]
}
