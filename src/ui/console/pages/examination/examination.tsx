import type { PageProps } from '../page-props.ts'
import { Overview } from './overview.tsx'
import { OneRun } from './run.tsx'

/** `/examination` starts examinations and lists them, `/examination/E0001` is one, `/examination/E0001/new.month` one of its cases. */
export default function Examination({ params }: PageProps) {
  const [id = '', ...rest] = (params?.rest ?? '').split('/')
  return id === '' ? <Overview /> : <OneRun key={id} id={decodeURIComponent(id)} check={decodeURIComponent(rest.join('/'))} />
}
