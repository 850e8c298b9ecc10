import { ask, control } from '../../api.ts'
import type { Exchange } from '../../journal.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { Time } from '../../parts/time.tsx'
import { href, world } from '../../place.ts'
import { Again } from './again.tsx'
import { AnswerNext } from './answer-next.tsx'
import { Call } from './call.tsx'
import { CopyAs } from './copy-as.tsx'
import { Status } from './marks.tsx'
import { Signature } from './signature.tsx'
import { t } from './texts.ts'

const TABS = ['', 'copy', 'again', 'next', 'signature'] as const
const TITLES = { '': 'tab.call', copy: 'tab.copy', again: 'tab.again', next: 'tab.next', signature: 'tab.signature' } as const

/** One call. It is read once: what was sent and answered does not change. */
export function OneRequest({ n, tab }: { readonly n: number; readonly tab: string }) {
  const loaded = useLoaded(
    () =>
      ask(
        control.GET('/_sandbox/journal', {
          params: { query: { world: world.value, since: n - 1, before: n + 1, limit: 1, changes: true } },
        }),
      ),
    [n],
    { live: false },
  )
  return (
    <>
      <nav class="crumbs">
        <a href={href('/requests')}>{t('list')}</a>
      </nav>
      <Shown of={loaded}>
        {({ entries }) => {
          const [exchange] = entries
          return exchange?.n === n ? (
            <Whole exchange={exchange} tab={tab} />
          ) : (
            <Empty title={t('gone', { n })}>
              <p>{t('gone.hint')}</p>
            </Empty>
          )
        }}
      </Shown>
    </>
  )
}

function Whole({ exchange, tab }: { readonly exchange: Exchange; readonly tab: string }) {
  const { n, request, at, operation } = exchange
  const tabs = TABS.map((name) => ({ name, title: t(TITLES[name]), to: href(`/requests/${n}${name === '' ? '' : `/${name}`}`) }))
  return (
    <>
      <div class="page-head">
        <h1>{t('one.title', { n })}</h1>
        <p class="muted">
          <code>
            {request.method} {request.path}
          </code>{' '}
          · <code>{operation}</code> · <Time at={at} /> · <Status exchange={exchange} />
        </p>
      </div>
      <Tabs label={t('one.title', { n })} tabs={tabs} present={tab}>
        {tab === 'copy' ? (
          <CopyAs exchange={exchange} />
        ) : tab === 'again' ? (
          <Again exchange={exchange} />
        ) : tab === 'next' ? (
          <AnswerNext exchange={exchange} />
        ) : tab === 'signature' ? (
          <Signature exchange={exchange} />
        ) : (
          <Call exchange={exchange} />
        )}
      </Tabs>
    </>
  )
}
