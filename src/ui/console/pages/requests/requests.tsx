import type { PageProps } from '../page-props.ts'
import { ListOfRequests } from './list.tsx'
import { OneRequest } from './one.tsx'

/** `/requests` is the list, `/requests/17/again` a tab of one request. */
export default function Requests({ params }: PageProps) {
  const [number, tab = ''] = (params?.rest ?? '').split('/')
  return number ? <OneRequest key={number} n={Number(number)} tab={tab} /> : <ListOfRequests />
}
