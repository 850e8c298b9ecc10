import { ask, control, type Schemas } from '../../api.ts'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

type Input = Schemas['StartExaminationRequest']

/** What a person typed about a seller, by its address: a case is run again with it. It is gone when the page is loaded anew. */
const given = new Map<string, Pick<Input, 'keys' | 'product' | 'licence'>>()

/** Starts an examination in the world of the page; what goes wrong is said. */
export async function start(body: Input): Promise<Schemas['Examination'] | undefined> {
  const started = await attempt(
    () => ask(control.POST('/_sandbox/examinations', { params: { query: { world: world.value } }, body })),
    ({ id }) => t('started', { id }),
  )
  if (started) {
    const { keys, product, licence } = body
    given.set(started.url, {
      ...(keys ? { keys } : {}),
      ...(product === undefined ? {} : { product }),
      ...(licence === undefined ? {} : { licence }),
    })
  }
  return started
}

/** The same seller once more: all cases, or some with what they depend on. */
export const startAgain = ({ profile, url }: Schemas['ExaminationSummary'], cases?: readonly string[]) =>
  start({ profile, url, ...given.get(url), ...(cases ? { cases: [...cases] } : {}) })
