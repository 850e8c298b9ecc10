import { applyPatch } from 'rfc6902'

/** A JSON Patch (RFC 6902) that cannot be applied. */
export class PatchFault extends Error {}

/** Applies a body of PATCH: a JSON Patch by its media type, else a JSON Merge Patch (RFC 7396). */
export function patched(value: unknown, patch: unknown, mediaType: string): unknown {
  if (mediaType !== 'application/json-patch+json') return merged(value, patch)
  if (!Array.isArray(patch)) throw new PatchFault('A JSON Patch is a list of operations.')
  const copy: unknown = structuredClone(value)
  const whole = { value: copy }
  // Below a member of its own, so that a patch can also replace the whole value.
  const below = patch.map((step: unknown) => moved(step))
  const failed = applyPatch(whole, below as Parameters<typeof applyPatch>[1]).find((error) => error !== null)
  if (failed) throw new PatchFault(`The JSON Patch does not fit: ${failed.message || failed.name}.`)
  return whole.value
}

function moved(step: unknown): unknown {
  if (typeof step !== 'object' || step === null) throw new PatchFault('Each operation of a JSON Patch is an object.')
  const { path, from } = step as { readonly path?: unknown; readonly from?: unknown }
  if (typeof path !== 'string') throw new PatchFault('Each operation of a JSON Patch needs a path.')
  return { ...step, path: `/value${path}`, ...(typeof from === 'string' ? { from: `/value${from}` } : {}) }
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
