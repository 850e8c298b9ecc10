import type { FunctionComponent } from 'preact'
import { useParts } from '../../parts/parts-of-path.ts'
import { ListOf } from './list.tsx'
import { One } from './one.tsx'

/** The page of a collection: its list, and below it each of its things. */
export function pageOf(kind: string): FunctionComponent {
  return () => <Things kind={kind} parts={useParts()} />
}

/** @param parts what follows the path of the collection: nothing, an id, or an id and a part of its page */
export function Things({ kind, parts }: { readonly kind: string; readonly parts: readonly string[] }) {
  const [id = '', ...tab] = parts
  return id === '' ? <ListOf kind={kind} /> : <One key={`${kind} ${id}`} kind={kind} id={id} tab={tab.join('/')} />
}
