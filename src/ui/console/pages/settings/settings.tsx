import { useParts } from '../../parts/parts-of-path.ts'
import { Tabs } from '../../parts/tabs.tsx'
import { href } from '../../place.ts'
import { SettingList } from './setting-list.tsx'
import { OneSource, SourceList } from './sources.tsx'
import { t } from './texts.ts'

export default function Settings() {
  const [part = '', ...id] = useParts()
  const tabs = [
    { name: '', title: t('settings'), to: href('/settings') },
    { name: 'sources', title: t('sources'), to: href('/settings/sources') },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{part === 'sources' ? t('sources.about') : t('about')}</p>
      </div>
      <Tabs label={t('parts')} tabs={tabs} present={part}>
        {part !== 'sources' ? <SettingList /> : id.length === 0 ? <SourceList /> : <OneSource key={id.join('/')} id={id.join('/')} />}
      </Tabs>
    </>
  )
}
