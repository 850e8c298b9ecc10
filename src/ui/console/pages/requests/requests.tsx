import { Nowhere } from '../../parts/nowhere.tsx'
import { useParts } from '../../parts/parts-of-path.ts'
import { ListOfRequests } from './list.tsx'
import { OneRequest } from './one.tsx'

/** `/requests` is the list, `/requests/17/again` a tab of one request. */
export default function Requests() {
  const [number, ...tab] = useParts()
  if (number === undefined) return <ListOfRequests />
  return /^\d{1,12}$/.test(number) ? <OneRequest key={number} n={Number(number)} tab={tab.join('/')} /> : <Nowhere />
}
