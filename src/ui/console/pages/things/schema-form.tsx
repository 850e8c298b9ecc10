import { useId } from 'preact/hooks'
import { moment, readMoment } from '../../parts/time.tsx'
import type { JsonSchema } from './operations.ts'
import { t } from './texts.ts'

/** What somebody entered, by member; absent: nothing. */
export type Draft = Readonly<Record<string, unknown>>

/** Values that a field proposes. */
export type Proposals = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>

interface FieldsProps {
  readonly schema: JsonSchema
  readonly draft: Draft
  readonly proposals: Proposals
  readonly change: (draft: Draft) => void
}

/** The fields of a schema: what must be said first, the rest below. */
export function Fields({ schema, draft, proposals, change }: FieldsProps) {
  const members = Object.entries(schema.properties ?? {})
  const must = (name: string) => schema.required?.includes(name) ?? false
  const field = ([name, one]: readonly [string, JsonSchema]) => (
    <Field
      key={name}
      name={name}
      schema={one}
      must={must(name)}
      value={draft[name]}
      proposals={proposals}
      write={(value) => change(withMember(draft, name, value))}
    />
  )
  const optional = members.filter(([name]) => !must(name))
  const few = members.length <= 4
  return (
    <>
      {(few ? members : members.filter(([name]) => must(name))).map(field)}
      {!few && optional.length > 0 && (
        <details open={optional.length === members.length}>
          <summary>{t('optional')}</summary>
          <div class="form">{optional.map(field)}</div>
        </details>
      )}
    </>
  )
}

function withMember(draft: Draft, name: string, value: unknown): Draft {
  const { [name]: _, ...rest } = draft
  return value === undefined ? rest : { ...rest, [name]: value }
}

interface FieldProps {
  readonly name: string
  readonly schema: JsonSchema
  readonly must: boolean
  readonly value: unknown
  readonly proposals: Proposals
  readonly write: (value: unknown) => void
}

function Field(props: FieldProps) {
  const { name, schema, must } = props
  const id = useId()
  const about = `${id}-about`
  if (schema.type === 'object' && schema.properties) return <Group {...props} />
  return (
    <div class="field">
      <label for={id}>
        <code>{name}</code>
        {must && <span class="must"> {t('required')}</span>}
      </label>
      <Input {...props} id={id} about={schema.description === undefined ? undefined : about} />
      {schema.description !== undefined && (
        <small class="muted" id={about}>
          {schema.description}
        </small>
      )}
    </div>
  )
}

function Group({ name, schema, must, value, proposals, write }: FieldProps) {
  const draft = typeof value === 'object' && value !== null ? (value as Draft) : {}
  return (
    <fieldset class="group">
      <legend>
        <code>{name}</code>
        {must && <span class="must"> {t('required')}</span>}
      </legend>
      {schema.description !== undefined && <small class="muted">{schema.description}</small>}
      {Object.entries(schema.properties ?? {}).map(([member, one]) => (
        <Field
          key={member}
          name={member}
          schema={one}
          // Members of a group that may be left out are only needed once it is begun.
          must={(schema.required?.includes(member) ?? false) && (must || Object.keys(draft).length > 0)}
          value={draft[member]}
          proposals={proposals}
          write={(next) => {
            const changed = withMember(draft, member, next)
            write(Object.keys(changed).length === 0 ? undefined : changed)
          }}
        />
      ))}
    </fieldset>
  )
}

type InputProps = FieldProps & { readonly id: string; readonly about: string | undefined }

function Input({ name, schema, must, value, proposals, write, id, about }: InputProps) {
  const same = { id, required: must, 'aria-describedby': about }
  if (schema.enum || schema.type === 'boolean') {
    const values = schema.enum?.map(String) ?? ['true', 'false']
    const read = (text: string) =>
      text === '' ? undefined : schema.type === 'boolean' ? text === 'true' : schema.enum?.find((one) => String(one) === text)
    return (
      <select {...same} value={value === undefined ? '' : String(value)} onChange={(event) => write(read(event.currentTarget.value))}>
        <option value="">{t('form.unset')}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {schema.enum ? one : one === 'true' ? t('form.yes') : t('form.no')}
          </option>
        ))}
      </select>
    )
  }
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <input
        {...same}
        type="number"
        class="num"
        min={schema.minimum}
        max={schema.maximum}
        step={schema.type === 'integer' ? 1 : 'any'}
        placeholder={schema.default === undefined ? '' : String(schema.default)}
        value={value === undefined ? '' : String(value)}
        onInput={(event) => write(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
      />
    )
  if (schema.type === 'array' && schema.items?.type === 'string')
    return (
      <textarea
        {...same}
        rows={2}
        placeholder={t('form.list')}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onInput={(event) => write(linesOf(event.currentTarget.value))}
      />
    )
  if (schema.type === 'string' && schema.format === 'date-time')
    return (
      <input
        {...same}
        class="num"
        placeholder={moment(0).replace(/\d/g, '0')}
        value={typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? moment(value) : String(value ?? '')}
        onChange={(event) => write(momentOf(event.currentTarget.value))}
      />
    )
  if (schema.type === 'string') {
    const proposed = proposals[name]
    const list = proposed ? `${id}-list` : undefined
    return (
      <>
        <input
          {...same}
          list={list}
          maxLength={schema.maxLength}
          value={String(value ?? '')}
          onInput={(event) => write(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        />
        {proposed && (
          <datalist id={list}>
            {proposed.map((one) => (
              <option key={one.value} value={one.value} label={one.label} />
            ))}
          </datalist>
        )}
      </>
    )
  }
  return (
    <textarea
      {...same}
      rows={3}
      placeholder={t('form.json')}
      onChange={(event) => {
        const text = event.currentTarget.value.trim()
        try {
          event.currentTarget.setCustomValidity('')
          write(text === '' ? undefined : JSON.parse(text))
        } catch (cause) {
          event.currentTarget.setCustomValidity(String(cause instanceof Error ? cause.message : cause))
        }
      }}
    >
      {value === undefined ? '' : JSON.stringify(value, null, 2)}
    </textarea>
  )
}

function linesOf(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter((line, i, all) => line.trim() !== '' || i < all.length - 1)
  return text === '' ? undefined : lines
}

/** A moment as the page writes it; what is none is sent as it is, so that the sandbox says what is wrong. */
function momentOf(text: string): string | undefined {
  if (text === '') return undefined
  const at = readMoment(text)
  return Number.isNaN(at) ? text : new Date(at).toISOString()
}
