import type { FunctionComponent } from 'preact'
import type { PageProps } from '../page-props.ts'
import { ListOf } from './list.tsx'
import { One } from './one.tsx'

/** The page of a collection: its list, and below it each of its things. */
export function pageOf(kind: string): FunctionComponent<PageProps> {
  return ({ params }) => <Things kind={kind} rest={params?.rest ?? ''} />
}

/** @param rest what follows the path of the collection: nothing, an id, or an id and a part of its page */
export function Things({ kind, rest }: { readonly kind: string; readonly rest: string }) {
  const [id = '', tab = ''] = rest.split('/')
  return id === '' ? <ListOf kind={kind} /> : <One key={`${kind} ${id}`} kind={kind} id={id} tab={tab} />
}
