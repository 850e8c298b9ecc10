import type { ControlApi } from '../../index.ts'
import { didYouMean } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'
import type { Remote } from '../terminal/remote.ts'

type Collections = ControlApi['schemas']['CollectionList']

/** The path of a world's entities. */
export const entitiesOf = (world: string) => `/worlds/${encodeURIComponent(world)}/entities`

/** The path of one entity. */
export const entityAt = (world: string, kind: string, id: string) => `${entitiesOf(world)}/${kind}/${encodeURIComponent(id)}`

/** The collection for its name in singular or plural: `order`, `orders`, `delivery`. Exit code 2 for any other word. */
export async function collectionMeant({ ask }: Remote, world: string, word: string): Promise<Collections['collections'][number]> {
  const { collections } = await ask<Collections>('GET', entitiesOf(world))
  const names = [word, `${word}s`, word.replace(/y$/, 'ies'), OTHERS[word] ?? word].map((name) => name.toLowerCase())
  const found = collections.find(({ kind }) => names.includes(kind.toLowerCase()))
  if (found) return found
  const known = collections.map(({ kind }) => kind)
  throw misused(`There is no collection "${word}".${didYouMean(word, known)} Run \`koosandbox show\` to list them.`)
}

const OTHERS: Readonly<Record<string, string>> = {
  person: 'people',
  department: 'departments',
  request: 'sellerRequests',
  license: 'licences',
  key: 'sellerKeys',
  record: 'usage',
}
