import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { attempt } from '../../parts/toast.tsx'
import { href } from '../../place.ts'
import { t } from './texts.ts'

type ListedError = Schemas['ForcedErrorList']['operations'][number]['errors'][number]

/** The documented errors of an operation, how each comes about, and a world in which the next call meets it. */
export function Errors({ operation, error }: { readonly operation: string; readonly error: string }) {
  const { route } = useLocation()
  const [made, show] = useState<Schemas['ReproducedError']>()
  const operations = useLoaded(() => ask(control.GET('/_sandbox/operations', { params: { query: { direction: 'in' } } })), [], {
    live: false,
  })
  const listed = useLoaded(
    async () => (operation === '' ? undefined : ask(control.GET('/_sandbox/errors', { params: { query: { operation } } }))),
    [operation],
    { live: false },
  )
  const reproduce = async (code: string) => {
    show(
      await attempt(
        () => ask(control.POST('/_sandbox/errors/{error}/reproduce', { params: { path: { error: code } }, body: { operation } })),
        ({ world }) => t('reproduce.done', { world, error: code }),
      ),
    )
  }
  const columns: readonly Column<ListedError>[] = [
    { head: t('error'), width: '11rem', cell: ({ key }) => <code>{key}</code> },
    { head: t('status'), width: '5rem', kind: 'number', cell: ({ status }) => status },
    { head: t('message'), cell: ({ message }) => message, title: ({ message }) => message },
    {
      head: t('cause'),
      cell: ({ cause, meaning }) => cause ?? meaning ?? '–',
      title: ({ cause, meaning }) => `${meaning ?? ''}\n${cause ?? ''}`,
    },
    {
      head: t('reproduce'),
      width: '8rem',
      cell: ({ key }) => (
        <button type="button" class="quiet" aria-label={`${t('reproduce')} ${key}`} onClick={() => reproduce(key)}>
          {t('reproduce')}
        </button>
      ),
    },
  ]
  return (
    <>
      <div class="filters">
        <select
          aria-label={t('operation')}
          value={operation}
          onChange={(event) => route(href('/faults/errors', { operation: event.currentTarget.value }), true)}
        >
          <option value="">{t('every-operation')}</option>
          {(operations.data?.operations ?? []).map(({ ref }) => (
            <option key={ref} value={ref}>
              {ref}
            </option>
          ))}
        </select>
      </div>
      {made && <Reproduced made={made} />}
      {operation !== '' && (
        <Shown of={listed}>
          {(found) => {
            const errors = found?.operations[0]?.errors ?? []
            return errors.length === 0 ? (
              <Empty title={t('errors.none')} />
            ) : (
              <Table
                label={t('tab.errors')}
                rows={errors}
                columns={columns}
                rowKey={({ key }) => key}
                marked={({ key }) => key === error}
                height={20}
              />
            )
          }}
        </Shown>
      )}
    </>
  )
}

function Reproduced({ made: { curl } }: { readonly made: Schemas['ReproducedError'] }) {
  return (
    <section class="card">
      <div class="card-body">
        <p>{t('reproduce.call')}</p>
        <pre class="code">{curl}</pre>
        <CopyButton text={() => curl} />
      </div>
    </section>
  )
}
