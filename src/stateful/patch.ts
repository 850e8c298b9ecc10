import jsonPatch, { type Operation } from 'fast-json-patch'

const { applyPatch, JsonPatchError } = jsonPatch

/** A JSON Patch (RFC 6902) that cannot be applied. */
export class PatchFault extends Error {}

/** Applies a body of PATCH: a JSON Patch by its media type, else a JSON Merge Patch (RFC 7396). */
export function patched(value: unknown, patch: unknown, mediaType: string): unknown {
  if (mediaType !== 'application/json-patch+json') return merged(value, patch)
  if (!Array.isArray(patch)) throw new PatchFault('A JSON Patch is a list of operations.')
  try {
    // Validated, on a copy, without members that change prototypes.
    return applyPatch(structuredClone(value), patch as Operation[], true, false, true).newDocument
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error
    const [about = error.name] = error.message.split('\n')
    throw new PatchFault(`The JSON Patch does not fit (operation ${error.index ?? 0}): ${about}`)
  }
}

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
