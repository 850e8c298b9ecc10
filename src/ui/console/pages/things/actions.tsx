import { useState } from 'preact/hooks'
import { ask, control, Refused } from '../../api.ts'
import { move } from '../../live.ts'
import { useLoaded } from '../../loaded.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure, Shown } from '../../parts/shown.tsx'
import { say } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { rowOf } from './kinds.ts'
import { carryOut, consoleOperations, curlOf, type FormOperation, operationsFor, schemaOf, titleOf } from './operations.ts'
import { type Draft, Fields, type Proposals } from './schema-form.tsx'
import { t } from './texts.ts'

/** Buttons that are shown before the others fold into a list. */
const SHOWN = 3

interface ActionsProps {
  readonly kind: string
  /** The thing; without it, what makes a new one. */
  readonly id?: string
  /** What a form begins with, by operation. */
  readonly drafts?: Readonly<Record<string, Draft>>
  readonly onDone: () => void
}

/** What people can do here by hand: a form for each operation of the console API. */
export function Actions({ kind, id, drafts = {}, onDone }: ActionsProps) {
  const [open, show] = useState<FormOperation>()
  const { data = [] } = useLoaded(consoleOperations, [], { live: false })
  const all = operationsFor(data, kind, id)
  const { first = [] } = rowOf(kind)
  const sorted = [...first.flatMap((name) => all.find((one) => one.id === name) ?? []), ...all.filter((one) => !first.includes(one.id))]
  const shown = first.length > 0 && id !== undefined ? first.length : SHOWN
  const folded = sorted.length > shown + 1 ? sorted.slice(shown) : []
  return (
    <>
      {sorted.slice(0, sorted.length - folded.length).map((one, i) => (
        <button key={one.id} type="button" class={i === 0 && id === undefined ? 'primary' : ''} onClick={() => show(one)}>
          {titleOf(one)}
        </button>
      ))}
      {folded.length > 0 && (
        <select
          class="more"
          aria-label={t('more')}
          value=""
          onChange={(event) => show(folded.find((one) => one.id === event.currentTarget.value))}
        >
          <option value="">{t('more')}</option>
          {folded.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      )}
      {open && <ActionDialog operation={open} id={id} draft={drafts[open.id] ?? {}} onClose={() => show(undefined)} onDone={onDone} />}
    </>
  )
}

interface DialogProps {
  readonly operation: FormOperation
  readonly id: string | undefined
  readonly draft: Draft
  readonly onClose: () => void
  readonly onDone: () => void
}

function ActionDialog({ operation, id, draft: begun, onClose, onDone }: DialogProps) {
  const loaded = useLoaded(() => schemaOf(operation), [operation.id], { live: false })
  const proposals = useLoaded(() => readProposals(operation), [operation.id], { live: false })
  const [draft, change] = useState<Draft>(begun)
  const [refused, refuse] = useState<Refused>()
  const [busy, work] = useState(false)
  const body = () => (loaded.data?.schema ? draft : undefined)
  const submit = async (event: Event) => {
    event.preventDefault()
    work(true)
    try {
      const { facts = [] } = await carryOut(operation, id, body())
      const what = titleOf(operation)
      say(facts.length > 0 ? t('done', { what, facts: facts.map(({ type }) => type).join(', ') }) : t('done.plain', { what }))
      onClose()
      onDone()
      move()
    } catch (cause) {
      refuse(cause instanceof Refused ? cause : new Refused(-1, { detail: String(cause) }))
      work(false)
    }
  }
  return (
    <Dialog title={titleOf(operation)} onClose={onClose}>
      <Shown of={loaded}>
        {({ about, schema }) => (
          <form onSubmit={submit}>
            {about !== '' && <p class="muted">{about}</p>}
            {schema && <Fields schema={schema} draft={draft} proposals={proposals.data ?? {}} change={change} />}
            {refused && <Failure of={refused} />}
            <div class="buttons dialog-buttons">
              <CopyButton label={t('as-command')} text={() => curlOf(operation, id, body())} />
              <button type="submit" class="primary" disabled={busy}>
                {t('send')}
              </button>
            </div>
          </form>
        )}
      </Shown>
    </Dialog>
  )
}

/** Products and accounts of the world, for the fields that name one. */
async function readProposals({ id }: FormOperation): Promise<Proposals> {
  if (!/Buy|Change|Formalise|Renew/.test(id)) return {}
  const read = async (kind: string) => {
    const params = { path: { world: world.value, kind }, query: { limit: 300 } }
    return (await ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}', { params }))).entities as readonly Readonly<
      Record<string, unknown>
    >[]
  }
  const [products, accounts] = await Promise.all([read('products'), read('accounts')])
  return {
    product: products
      .filter(({ status }) => status === 'on-sale')
      .map(({ id: product, alias, name, specDesc }) => ({
        value: String(alias ?? product),
        label: `${name ?? ''} ${specDesc ?? ''}`.trim(),
      })),
    customer: accounts
      .filter(({ role }) => role === 'buyer')
      .map(({ name, displayName }) => ({ value: String(name), label: String(displayName ?? name) })),
  }
}
