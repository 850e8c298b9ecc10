import type { ControlApi } from '../../index.ts'
import { didYouMean } from '../../index.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import type { Remote } from '../terminal/remote.ts'

type Collections = ControlApi['schemas']['CollectionList']
type Detail = ControlApi['schemas']['EntityDetail']

/** The path of a world's entities. */
export const entitiesOf = (world: string) => `/worlds/${encodeURIComponent(world)}/entities`

/** The path of one entity. */
export const entityAt = (world: string, kind: string, id: string) => `${entitiesOf(world)}/${kind}/${encodeURIComponent(id)}`

/** The collection for its name in singular or plural: `order`, `orders`, `delivery`. Exit code 2 for any other word. */
export async function collectionMeant(remote: Remote, world: string, word: string): Promise<Collections['collections'][number]> {
  const { collections } = await remote.ask<Collections>('GET', entitiesOf(world))
  const found = collectionNamed(collections, word)
  if (found) return found
  const known = collections.map(({ kind }) => kind)
  throw misused(`There is no collection "${word}".${didYouMean(word, known)} Run \`koosandbox show\` to list them.`)
}

/** The collection for its name; undefined when there is none. */
export async function collectionCalled({ ask }: Remote, world: string, word: string) {
  return collectionNamed((await ask<Collections>('GET', entitiesOf(world))).collections, word)
}

function collectionNamed(collections: Collections['collections'], word: string): Collections['collections'][number] | undefined {
  const names = [word, `${word}s`, word.replace(/y$/, 'ies'), OTHERS[word] ?? word].map((name) => name.toLowerCase())
  return collections.find(({ kind }) => names.includes(kind.toLowerCase()))
}

/** The entities that have this id or name, whatever their collection. */
export async function entitiesNamed({ ask }: Remote, world: string, id: string): Promise<Detail[]> {
  const { collections } = await ask<Collections>('GET', entitiesOf(world))
  const found = await Promise.all(
    collections
      .filter(({ count }) => count > 0)
      .map(({ kind }) => ask<Detail>('GET', entityAt(world, kind, id)).catch((error: unknown) => unlessNothing(error))),
  )
  return found.filter((one) => one !== undefined)
}

/** That a collection has no such entity is no failure of the search. */
function unlessNothing(error: unknown): undefined {
  if (error instanceof ExitError && error.code === EXIT.misused) return undefined
  throw error
}

const OTHERS: Readonly<Record<string, string>> = {
  person: 'people',
  department: 'departments',
  request: 'sellerRequests',
  license: 'licences',
  key: 'sellerKeys',
  record: 'usage',
  // As the vendor's pages call them.
  订单: 'orders',
  资源: 'resources',
  商品: 'products',
  账号: 'accounts',
  授权码: 'licences',
  优惠券: 'coupons',
  部门: 'departments',
  投递: 'deliveries',
  备案: 'filings',
}
