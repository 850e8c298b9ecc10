import { useParts } from '../../parts/parts-of-path.ts'
import { Overview } from './overview.tsx'
import { OneRun } from './run.tsx'

/** `/examination` starts examinations and lists them, `/examination/E0001` is one, `/examination/E0001/new.month` one of its cases. */
export default function Examination() {
  const [id = '', ...rest] = useParts()
  return id === '' ? <Overview /> : <OneRun key={id} id={id} check={rest.join('/')} />
}
