import { useState } from 'preact/hooks'
import { t } from '../texts/shared.ts'
import { CopyButton } from './copy-button.tsx'

/** Members that are shown before somebody asks for more. */
const AT_ONCE = 100

interface NodeProps {
  readonly value: unknown
  readonly name?: string
  readonly pointer: string
  readonly marks: ReadonlySet<string>
  readonly open: number
}

/**
 * A JSON value that folds. All of it is text.
 * @param marks JSON pointers of members that are marked, as findings name them
 */
export function Json({
  value,
  marks = [],
  open = 2,
}: {
  readonly value: unknown
  readonly marks?: readonly string[]
  readonly open?: number
}) {
  return (
    <div class="json">
      <CopyButton text={() => JSON.stringify(value, null, 2)} />
      <Node value={value} pointer="" marks={new Set(marks)} open={open} />
    </div>
  )
}

function Node({ value, name, pointer, marks, open }: NodeProps) {
  const [most, more] = useState(AT_ONCE)
  const label = name === undefined ? null : <span class="json-name">{name}: </span>
  const marked = marks.has(pointer) ? 'json-line marked' : 'json-line'
  if (typeof value !== 'object' || value === null)
    return (
      <div class={marked}>
        {label}
        <span class={`json-${value === null ? 'null' : typeof value}`}>{JSON.stringify(value) ?? 'undefined'}</span>
      </div>
    )
  const list = Array.isArray(value)
  const members = list ? value.map((one, index) => [String(index), one] as const) : Object.entries(value)
  if (members.length === 0)
    return (
      <div class={marked}>
        {label}
        {list ? '[]' : '{}'}
      </div>
    )
  const below = [...marks].some((mark) => mark.startsWith(`${pointer}/`))
  return (
    <details open={open > 0 || below}>
      <summary class={marked}>
        {label}
        <span class="muted">{list ? `[${members.length}]` : `{${members.length}}`}</span>
      </summary>
      {members.slice(0, most).map(([key, one]) => (
        <Node
          key={key}
          name={key}
          value={one}
          pointer={`${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`}
          marks={marks}
          open={open - 1}
        />
      ))}
      {members.length > most && (
        <button type="button" class="link" onClick={() => more(most + 10 * AT_ONCE)}>
          {t('json.more', { count: members.length - most })}
        </button>
      )}
    </details>
  )
}
