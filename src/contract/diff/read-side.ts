import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SpecFault } from '../../spec/document/fault.ts'
import { FOREIGN, OURS } from '../../spec/document/foreign.ts'
import { loadTree } from '../../spec/document/load.ts'
import type { Bundle } from '../../spec/document/model.ts'
import { openDocument } from '../../spec/document/open-document.ts'
import { withForeign } from '../../spec/foreign/foreign-specs.ts'
import { builtInBundle } from '../../spec/schema/cache.ts'

/** The name of the specs that come with the package. */
export const BUILT_IN = 'built-in'

/**
 * Reads one side of a comparison: `built-in`, a folder of specs (or the project that contains it), a bundle as in the package, or any
 * OpenAPI document.
 * @throws SpecFault for a path that does not exist, is something else, or has no operation (two empty sides would agree)
 */
export function readSide(path: string): Bundle {
  const bundle = read(path)
  const vendors = Object.values(bundle.services).filter((service) => service['x-origin'] !== OURS)
  if (!vendors.some(({ paths = {}, webhooks = {} }) => Object.keys(paths).length + Object.keys(webhooks).length > 0))
    throw new SpecFault(`${path}: it has no operation to compare.`)
  return bundle
}

function read(path: string): Bundle {
  if (path === BUILT_IN) return builtInBundle()
  if (!existsSync(path)) throw new SpecFault(`${path}: there is no such file or folder.`)
  if (statSync(path).isDirectory()) return readFolder(path)
  const shipped = path.endsWith('.json') ? readBundle(path) : undefined
  if (shipped) return shipped
  const { services } = withForeign(builtInBundle(), [openDocument(path)])
  const own = Object.fromEntries(Object.entries(services).filter(([, service]) => service['x-origin'] === FOREIGN))
  const nothing = { families: {}, settings: {}, sources: {}, machines: {}, scenarios: {}, deliveries: {}, places: {}, worlds: {} }
  return { format: 1, services: own, ...nothing }
}

function readFolder(path: string): Bundle {
  if (existsSync(join(path, 'specs', 'sources.yaml'))) return loadTree(path)
  if (!existsSync(join(path, 'sources.yaml')))
    throw new SpecFault(
      `${path}: this is not a folder of specs (it has no sources.yaml). Name the folder, a bundle, or one OpenAPI document.`,
    )
  return loadTree(dirname(path), basename(path))
}

/** The bundle, if the JSON is a bundle; undefined for any other document. */
function readBundle(path: string): Bundle | undefined {
  let value: Partial<Bundle> & { readonly format?: unknown }
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new SpecFault(`${path}: this is not JSON (${(error as Error).message}).`)
  }
  if (value === null || typeof value !== 'object' || !('services' in value) || !('format' in value)) return undefined
  if (value.format !== 1)
    throw new SpecFault(`${path}: format ${value.format} is not what this version reads (1). Install a newer koogallery-sandbox.`)
  return value as Bundle
}
