import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../../sandbox/make-folder.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import { type DeployRecord, readRecord } from './records.ts'

/**
 * Adds records to a folder (one file each, named by time and content) or to a file of JSON lines (a name that ends in `.jsonl`).
 * Several processes may add records at once: lines are appended in one write, and a file of a folder is created complete. Branches that
 * both added records to a folder merge without conflicts; for a single file, git needs `merge=union`.
 */
export function addRecords(place: string, records: readonly DeployRecord[]): void {
  if (isFile(place)) {
    makeFolder(dirname(place))
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('')
    if (records.length > 0) appendFileSync(place, endsInLine(place) ? lines : `\n${lines}`)
    return
  }
  makeFolder(place)
  for (const record of records) {
    const text = `${JSON.stringify(record, null, 2)}\n`
    const at = record.kind === 'verification' ? record.verificationResult.verifiedAt : record.createdAt
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const path = join(place, `${at.replace(/[-:]|\.\d+/g, '')}-${record.kind}-${digest}.json`)
    const beside = `${path}.${process.pid}.new`
    writeFileSync(beside, text)
    renameSync(beside, path)
  }
}

/**
 * All records of a folder or file, each once; empty where nothing was recorded yet.
 * @throws SpecFault with file and line for anything that is not a record, because a decision needs all records
 */
export function loadRecords(place: string): readonly DeployRecord[] {
  if (!existsSync(place)) return []
  const texts = isFile(place) ? linesOf(place) : filesOf(place)
  const records = new Map<string, DeployRecord>()
  for (const [where, text] of texts) {
    const record = readRecord(parsed(text, where))
    if (typeof record === 'string') throw new SpecFault(`${where}: this ${record}.`)
    records.set(JSON.stringify(record), record)
  }
  return [...records.values()]
}

function isFile(place: string): boolean {
  return existsSync(place) ? !statSync(place).isDirectory() : place.endsWith('.jsonl')
}

function linesOf(place: string): readonly (readonly [where: string, text: string])[] {
  return readFileSync(place, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [[`${place}:${i + 1}`, line] as const]))
}

function filesOf(place: string): readonly (readonly [where: string, text: string])[] {
  const names = readdirSync(place).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => [join(place, name), readFileSync(join(place, name), 'utf8')])
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (/^(<{7}|={7}|>{7})/.test(text))
      throw new SpecFault(
        `${where}: this merge is not finished. Keep the lines of both sides. With \`merge=union\` in .gitattributes, git keeps them automatically.`,
      )
    throw new SpecFault(`${where}: this is not JSON.`)
  }
}

/** Starts a new line if the last one has no line break, for example because a process was killed while writing it. */
function endsInLine(place: string): boolean {
  if (!existsSync(place)) return true
  const file = openSync(place, 'r')
  try {
    const { size } = fstatSync(file)
    const last = Buffer.alloc(1)
    return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 10)
  } finally {
    closeSync(file)
  }
}
