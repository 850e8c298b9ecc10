import type { Change, ChangeLog } from '../../src/world/engine/change-log.ts'

/** A change log in memory. What it gives back has been through JSON, as if it came from a file: no identity is kept. */
export function createMemoryLog(): ChangeLog & { changes: Change[]; grown: boolean } {
  return {
    changes: [],
    grown: false,
    async load() {
      return this.changes.slice()
    },
    async append(more) {
      this.changes.push(...(JSON.parse(JSON.stringify(more)) as Change[]))
    },
    async compact(changes) {
      this.changes = JSON.parse(JSON.stringify(changes)) as Change[]
      this.grown = false
    },
    async close() {},
  }
}
