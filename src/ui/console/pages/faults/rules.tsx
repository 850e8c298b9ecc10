import { useState } from 'preact/hooks'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

type Fault = Schemas['Fault']

const EXAMPLE = '{ "on": "bss.ListCustomerOrders", "answer": "APIGW.0308", "times": 2 }'

/** The rules of the world: what they change, and how often they did. */
export function Rules() {
  const query = { world: world.value }
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/faults', { params: { query } })))
  const remove = async (id: string) => {
    await attempt(
      () => ask(control.DELETE('/_sandbox/faults/{fault}', { params: { path: { fault: id }, query } })),
      () => t('removed', { id }),
    )
    loaded.reload()
  }
  const clear = async () => {
    await attempt(
      () => ask(control.DELETE('/_sandbox/faults', { params: { query } })),
      ({ removed }) => t('cleared', { count: removed }),
    )
    loaded.reload()
  }
  const columns: readonly Column<Fault>[] = [
    { head: t('id'), width: '5rem', cell: ({ id }) => <code>{id}</code> },
    { head: t('on'), width: '16rem', cell: ({ rule }) => <code>{String(rule.on)}</code> },
    { head: t('does'), cell: ({ rule }) => <code>{doesOf(rule)}</code>, title: ({ rule }) => doesOf(rule) },
    { head: t('met'), width: '5rem', kind: 'number', cell: ({ met }) => met },
    { head: t('fired'), width: '5rem', kind: 'number', cell: ({ fired }) => fired },
    { head: t('left'), width: '5rem', kind: 'number', cell: ({ left }) => left ?? t('always') },
    {
      head: t('remove'),
      width: '6rem',
      cell: ({ id }) => (
        <button type="button" class="quiet danger" aria-label={`${t('remove')} ${id}`} onClick={() => remove(id)}>
          {t('remove')}
        </button>
      ),
    },
  ]
  return (
    <>
      <Shown of={loaded}>
        {({ faults }) =>
          faults.length === 0 ? (
            <Empty title={t('none')}>{t('none.hint')}</Empty>
          ) : (
            <>
              <Table label={t('tab.rules')} rows={faults} columns={columns} rowKey={({ id }) => id} height={12} />
              <div class="buttons">
                <button type="button" class="danger" onClick={clear}>
                  {t('clear')}
                </button>
              </div>
            </>
          )
        }
      </Shown>
      <AddRule onDone={loaded.reload} />
    </>
  )
}

function doesOf({ on: _on, ...rest }: Schemas['Rule']): string {
  return Object.entries(rest)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')
}

function AddRule({ onDone }: { readonly onDone: () => void }) {
  const [text, write] = useState(EXAMPLE)
  const add = async (event: Event) => {
    event.preventDefault()
    await attempt(
      () => ask(control.POST('/_sandbox/faults', { params: { query: { world: world.value } }, body: ruleOf(text) })),
      ({ id }) => t('added', { id }),
    )
    onDone()
  }
  return (
    <section class="card">
      <header>
        <h2>{t('add')}</h2>
      </header>
      <form class="card-body form" onSubmit={add}>
        <p class="muted">{t('add.about')}</p>
        <textarea aria-label={t('add')} rows={4} required value={text} onInput={(event) => write(event.currentTarget.value)} />
        <div class="buttons">
          <button type="submit" class="primary">
            {t('add')}
          </button>
        </div>
      </form>
    </section>
  )
}

/** The sandbox itself says what is wrong with a rule; here only whether it is one object. */
function ruleOf(text: string): Schemas['Rule'] {
  try {
    return JSON.parse(text) as Schemas['Rule']
  } catch (error) {
    throw new Error(t('not-json', { reason: error instanceof Error ? error.message : String(error) }))
  }
}
