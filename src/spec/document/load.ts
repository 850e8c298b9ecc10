import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleService, readFamilies } from './bundle.ts'
import { SpecFault } from './fault.ts'
import type { Bundle, FamilyDoc, SettingDoc } from './model.ts'
import { readShipped, type ShippedText } from './shipped.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

/** The gateway's errors belong to every operation, so they have a folder that contains no API. */
const GATEWAY = 'gateway'

/**
 * The built-in specs: the bundle that the package ships, else the YAML files of the source checkout.
 * Both come from `loadTree`, so messages and behaviour are the same.
 */
export function loadBuiltIn(): Bundle {
  const here = dirname(fileURLToPath(import.meta.url))
  for (const shipped of [join(here, 'specs.jsonl'), join(here, '..', 'specs.jsonl')]) {
    if (!existsSync(shipped)) continue
    return readShipped(textOf(shipped))
  }
  return loadCached(join(here, '..', '..', '..'))
}

/** The first line of the shipped bundle is not longer than this, as a rule. */
const BEGINNING = 96 * 1024

/**
 * A text of ASCII of which each part is read when it is asked for. The file stays open, so that its parts belong together when the package
 * is replaced meanwhile.
 */
function textOf(file: string): ShippedText {
  const open = openSync(file, 'r')
  const read = (from: number, to: number) => {
    const bytes = Buffer.allocUnsafe(to - from)
    return bytes.toString('latin1', 0, readSync(open, bytes, 0, to - from, from))
  }
  let beginning = read(0, BEGINNING)
  while (!beginning.includes('\n')) beginning = read(0, 2 * beginning.length)
  return {
    indexOf: (sign) => beginning.indexOf(sign),
    slice: (from, to) => (to <= beginning.length ? beginning.slice(from, to) : read(from, to)),
  }
}

/** Parsing the YAML of a checkout takes half a second; its bundle is cached until a file changes. */
function loadCached(project: string): Bundle {
  const stamp = createHash('sha256')
  for (const folder of ['specs', 'fixtures/worlds', 'src/spec']) {
    for (const file of files(join(project, folder))) {
      const { mtimeMs, size } = statSync(file)
      stamp.update(`${file} ${mtimeMs} ${size}\n`)
    }
  }
  const folder = join(project, 'node_modules', '.cache', 'koogallery-sandbox')
  const kept = join(folder, `specs-${stamp.digest('hex').slice(0, 24)}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Bundle
  const bundle = loadTree(project)
  try {
    mkdirSync(folder, { recursive: true })
    for (const old of readdirSync(folder)) if (!old.startsWith(basename(kept))) rmSync(join(folder, old), { force: true })
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(bundle))
    renameSync(`${kept}.${process.pid}`, kept)
  } catch {
    // In a read-only checkout the half second is spent at every start.
  }
  return bundle
}

/**
 * Reads `specs/` and `fixtures/worlds/` of a project folder into one bundle.
 * @param specs the name of the folder of specs there; places in messages always begin with `specs`
 * @throws SpecFault naming file, line and key of the first mistake
 */
export function loadTree(project: string, specs = 'specs'): Bundle {
  const root = join(project, specs)
  const cache = new Map<string, YamlFile>()
  const read = (path: string, asked: string): YamlFile => {
    const known = cache.get(path)
    if (known) return known
    const full = join(root, path.replace(/^specs\//, ''))
    if (!existsSync(full)) throw new SpecFault(`${asked}: there is no file ${path}.`)
    const file = parseYaml(path, readFileSync(full, 'utf8'))
    cache.set(path, file)
    return file
  }
  const optional = (path: string): YamlFile | undefined =>
    existsSync(join(root, path.replace(/^specs\//, ''))) ? read(path, path) : undefined

  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const services: Record<string, Bundle['services'][string]> = {}
  const families: Record<string, Record<string, FamilyDoc>> = {}
  const settings: Record<string, SettingDoc> = {}
  const scenarios: Record<string, Readonly<Record<string, unknown>>> = {}
  const places: Record<string, string> = {}
  for (const service of folders) {
    const errors = optional(`specs/${service}/errors.yaml`)
    if (errors) {
      const found = readFamilies(errors)
      families[service] = found.families
      addSettings(settings, places, service, found.settings, errors)
      for (const [family, doc] of Object.entries(found.families)) {
        for (const code of Object.keys(doc.errors))
          places[`${service}!${family}/${code}`] = errors.place('families', family, 'errors', code)
      }
    }
    const main = optional(`specs/${service}/openapi.yaml`)
    if (main) {
      const bundled = bundleService(`specs/${service}`, read, families[service] ?? {})
      services[service] = bundled.document
      for (const [key, place] of Object.entries(bundled.places)) places[key.replace(/^specs\//, '')] = place
      addSettings(settings, places, service, bundled.document['x-settings'] ?? {}, main)
    } else if (service !== GATEWAY) {
      throw new SpecFault(`specs/${service}: a service needs an openapi.yaml.`)
    }
    const failing = optional(`specs/${service}/scenarios.yaml`)
    if (failing) scenarios[service] = readScenarios(failing, places)
  }
  const transitions = optional('specs/transitions.yaml')
  return {
    format: 1,
    services,
    families,
    settings,
    sources: (optional('specs/sources.yaml')?.value ?? {}) as Bundle['sources'],
    machines: ((transitions?.value as { machines?: Bundle['machines'] })?.machines ?? {}) as Bundle['machines'],
    scenarios,
    deliveries: optional('specs/production/deliveries.yaml')?.value ?? {},
    places,
    worlds: readWorlds(project, places),
  }
}

function addSettings(
  all: Record<string, SettingDoc>,
  places: Record<string, string>,
  service: string,
  found: Readonly<Record<string, SettingDoc>>,
  file: YamlFile,
): void {
  for (const [name, setting] of Object.entries(found)) {
    if (setting?.default === undefined || !setting.about) {
      throw new SpecFault(`${file.place('x-settings', name)}: a setting needs "default" and "about".`)
    }
    all[`${service}.${name}`] = setting
    places[`${service}.${name}`] = file.place('x-settings', name)
  }
}

/** The scenarios of a service as they are written, and the place of each of them and of each step: `scenarios/iam-down#0`. Read by `src/scenario`. */
function readScenarios({ name: file, value, place }: YamlFile, places: Record<string, string>): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SpecFault(`${file}: expected scenarios by name.`)
  for (const [name, scenario] of Object.entries(value)) {
    const before = places[`scenarios/${name}`]
    if (before !== undefined) throw new SpecFault(`${place(name)}: scenario "${name}" is already in ${before}. Choose another name.`)
    places[`scenarios/${name}`] = place(name)
    const { steps } = (scenario ?? {}) as { readonly steps?: unknown }
    if (Array.isArray(steps)) for (const step of steps.keys()) places[`scenarios/${name}#${step}`] = place(name, 'steps', step)
  }
  return value as Readonly<Record<string, unknown>>
}

/** The starting worlds, and the place of each of their entities: `worlds/default#orders[3]`. */
function readWorlds(project: string, places: Record<string, string>): Record<string, unknown> {
  const folder = join(project, 'fixtures', 'worlds')
  if (!existsSync(folder)) return {}
  return Object.fromEntries(
    files(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => {
        const name = relative(folder, file).replace('.yaml', '')
        const read = parseYaml(relative(project, file).split(sep).join('/'), readFileSync(file, 'utf8'))
        for (const [member, value] of Object.entries(read.value as object)) {
          places[`worlds/${name}#${member}`] = read.place(member)
          if (Array.isArray(value))
            for (const index of value.keys()) places[`worlds/${name}#${member}[${index}]`] = read.place(member, index)
        }
        return [name, read.value]
      }),
  )
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
