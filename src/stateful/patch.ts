import jsonPatch, { type Operation } from 'fast-json-patch'

const { applyOperation, getValueByPointer, JsonPatchError } = jsonPatch

/** Bytes of JSON that all `copy` operations of one patch may copy together. */
const MOST_COPIED = 12 * 1024 * 1024

/** A JSON Patch (RFC 6902) that cannot be applied. */
export class PatchFault extends Error {}

/** Applies a body of PATCH: a JSON Patch by its media type, else a JSON Merge Patch (RFC 7396). */
export function patched(value: unknown, patch: unknown, mediaType: string): unknown {
  if (mediaType !== 'application/json-patch+json') return merged(value, patch)
  if (!Array.isArray(patch)) throw new PatchFault('A JSON Patch is a list of operations.')
  const result = structuredClone(value)
  let copied = 0
  let at = 0
  try {
    // Validated, without members that change prototypes.
    let document = result
    for (const operation of patch as readonly Operation[]) {
      document = applyOperation(document, operation, true, true, true, at).newDocument
      if (operation.op === 'copy') copied += JSON.stringify(getValueByPointer(document, operation.from) ?? null).length
      // A list that is copied into itself doubles with each operation.
      if (copied > MOST_COPIED) throw new PatchFault(`The JSON Patch copies more than ${MOST_COPIED} bytes (operation ${at}).`)
      at++
    }
    return document
  } catch (error) {
    if (error instanceof PatchFault) throw error
    if (error instanceof JsonPatchError) throw unfit(error.index ?? at, error.message.split('\n')[0] ?? error.name)
    // It goes below a text, or to a member that would change a prototype.
    if (error instanceof TypeError) throw unfit(at, 'no member can be at this path')
    throw error
  }
}

const unfit = (at: number, about: string): PatchFault => new PatchFault(`The JSON Patch does not fit (operation ${at}): ${about}`)

/** RFC 7396: members are replaced, `null` removes one, lists are replaced as a whole. */
function merged(value: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const own = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const result = new Map<string, unknown>(Object.entries(own))
  for (const [name, part] of Object.entries(patch)) {
    if (part === null) result.delete(name)
    else result.set(name, merged(result.get(name), part))
  }
  return Object.fromEntries(result)
}
