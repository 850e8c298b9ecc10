import { useLocation } from 'preact-iso/router'
import { t } from '../texts/shared.ts'
import { Empty } from './shown.tsx'

/** Stands for what the address names and the console does not have. */
export function Nowhere() {
  const { path } = useLocation()
  return (
    <Empty title={t('nowhere.title')}>
      <p class="breakable">{t('nowhere.about', { path })}</p>
    </Empty>
  )
}
