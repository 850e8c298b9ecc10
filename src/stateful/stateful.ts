import type { Specs } from '../spec/catalogue.ts'
import { FOREIGN } from '../spec/document/foreign.ts'
import type { Operation } from '../spec/operation.ts'
import { decodeSegment } from '../spec/request/query.ts'
import { HANDLERS } from './handlers.ts'
import { type ItemForm, itemFormOf, type Schemas } from './item-form.ts'
import { hintsOf, recognise } from './recognise.ts'
import type { Collection, Role, Stateful, StatefulCall, StatefulRefusal } from './stateful-api.ts'

/** Memory for the operations of all foreign documents. */
export function createStateful(specs: Specs): Stateful {
  // By service, as it was read: the documents may be read again.
  const services = new WeakMap<object, ReadonlyMap<string, Role>>()
  const forms = new WeakMap<Collection, ItemForm | { readonly none: true }>()
  const schemasOf = (service: string): Schemas => specs.bundle.services[service]?.components?.schemas ?? {}
  const roleOf = (operation: Operation): Role | undefined => {
    const { service } = operation
    const document = specs.bundle.services[service]
    if (document?.['x-origin'] !== FOREIGN) return undefined
    const known =
      services.get(document) ??
      recognise(
        specs.operations.filter((one) => one.service === service),
        schemasOf(service),
      )
    services.set(document, known)
    return known.get(operation.ref)
  }
  const formOf = (collection: Collection): ItemForm | undefined => {
    const hint = Object.values(collection.operations).map((one) => hintsOf(one)['x-sandbox-key'])
    const known = forms.get(collection) ??
      itemFormOf(
        collection,
        hint.find((one) => one !== undefined),
        schemasOf(collection.service),
      ) ?? { none: true }
    forms.set(collection, known)
    return 'none' in known ? undefined : known
  }

  return {
    roleOf,
    act(call) {
      const role = roleOf(call.operation)
      const form = role && formOf(role.collection)
      if (!role || !form) return undefined
      const { collection } = role
      const missing = missingAbove(call, collection)
      if (missing) return missing
      const key = collection.parameter === undefined ? '' : decoded(call.values[collection.parameter] ?? '')
      return HANDLERS[role.action](call, {
        collection,
        name: nameOf(collection, call.values),
        key,
        form,
        schemas: schemasOf(collection.service),
      })
    },
  }
}

/** Refuses things below something that does not exist: pets of an owner that was never created. */
function missingAbove({ world, values }: StatefulCall, { above }: Collection): StatefulRefusal | undefined {
  if (!above || above.parameter === undefined) return undefined
  const key = decoded(values[above.parameter] ?? '')
  const name = nameOf(above, values)
  if (world.items.has(`${name} ${key}`)) return undefined
  return { refused: 404, detail: `There is no ${JSON.stringify(key)} in ${above.path}.` }
}

function nameOf({ service, path }: Collection, values: Readonly<Record<string, string>>): string {
  return `${service} ${path.replace(/\{([^{}/]+)\}/g, (_, name: string) => encodeURIComponent(decoded(values[name] ?? '')))}`
}

/** A part of the path as a key; what is no percent-encoding stays as it was sent. */
const decoded = (text: string): string => decodeSegment(text) ?? text
