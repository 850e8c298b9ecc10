import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** One column. Rows are one line high: what is longer is cut, and shown whole on hovering where `title` says it. */
export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers stand at the right. */
  readonly kind?: 'number' | 'text'
  /** CSS width, such as `12rem`. Columns without one share what is left. */
  readonly width?: string
  readonly title?: (row: Row) => string
}

interface TableProps<Row> {
  /** What the rows are, for those who hear the page. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string | number
  /** The page of a row. The first cell is its link, and the whole row leads there. */
  readonly link?: (row: Row) => string
  readonly marked?: (row: Row) => boolean
  /** Most rows that are seen at once. */
  readonly height?: number
}

/** Pixels. The style sheet has the same. */
const ROW = 32

/** A table of any length: only the rows that can be seen are on the page. */
export function Table<Row>({ label, rows, columns, rowKey, link, marked, height = 18 }: TableProps<Row>) {
  const [top, scroll] = useState(0)
  const seen = Math.min(rows.length, height)
  const from = Math.max(0, Math.min(Math.floor(top / ROW) - 4, rows.length - seen))
  const shown = rows.slice(from, from + seen + 8)
  const after = rows.length - from - shown.length
  const least = columns.map(({ width }) => width ?? '9rem').join(' + ')
  return (
    <section
      class="table"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      style={{ maxHeight: `${(seen + 1) * ROW + 18}px` }}
      onScroll={(event) => scroll(event.currentTarget.scrollTop)}
    >
      <table aria-rowcount={rows.length + 1} style={{ minWidth: `calc(${least})` }}>
        <colgroup>
          {columns.map(({ head, width }) => (
            <col key={head} style={width === undefined ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" class={kind === 'number' ? 'right' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <Gap rows={from} columns={columns.length} />}
          {shown.map((row, index) => {
            const to = link?.(row)
            return (
              <tr aria-rowindex={from + index + 2} key={rowKey(row)} class={marked?.(row) ? 'marked' : ''}>
                {columns.map(({ head, cell, kind, title }, place) => (
                  <td key={head} class={kind === 'number' ? 'right num' : ''} title={title?.(row)}>
                    {place === 0 && to !== undefined ? (
                      <a class="whole" href={to}>
                        {cell(row)}
                      </a>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Gap rows={after} columns={columns.length} />}
        </tbody>
      </table>
    </section>
  )
}

/** Stands for rows that cannot be seen. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return (
    <tr class="gap">
      <td colSpan={columns} style={{ height: `${rows * ROW}px` }} />
    </tr>
  )
}
