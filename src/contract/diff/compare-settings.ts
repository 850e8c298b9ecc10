import type { Bundle } from '../../spec/document/model.ts'
import { type Change, textOf } from './rules.ts'

/** Changes of what the sandbox assumes where the sources disagree. The vendor has not decided these, so they are never breaking. */
export function* compareSettings(old: Bundle, now: Bundle): Generator<Change> {
  for (const [name, one] of Object.entries(old.settings)) {
    const other = now.settings[name]
    if (!other || one.default === other.default) continue
    const side = name.startsWith('production') ? 'provider' : 'consumer'
    yield {
      code: `${side}.setting.default-changed`,
      level: 'risky',
      pointer: `/settings/${name}`,
      old: textOf(one.default),
      now: textOf(other.default),
    }
  }
}
