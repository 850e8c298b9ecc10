import { addPeriod, parseDuration } from '../world/engine/calendar.ts'
import { hashText, seededNumbers } from '../world/engine/chance.ts'
import type { Json } from '../world/engine/json.ts'
import type { Account, Product } from '../world/entities/entities.ts'
import { DEFAULT_LEVEL, LEVELS } from '../world/entities/levels.ts'
import { malformed, readShape, type StartReading } from '../world/entities/shapes/read-shape.ts'
import type { Shape } from '../world/entities/shapes/shape.ts'
import type { World } from '../world/world-api.ts'
import type { Draw, Generation, Good } from './generation.ts'
import { generatePurchase } from './purchase-story.ts'

/** Upper limit of generated orders and buyers; more would take too long. */
const MOST = 1_000_000

/** Written form of `generate` in a starting world. */
const GENERATE_SHAPE = {
  seed: 'text',
  orders: 'number',
  span: 'text',
  growth: 'number',
  buyers: {
    object: {
      count: 'number',
      partnerId: '@accounts?',
      partnerShare: 'number?',
      balance: { list: 'fen' },
      cities: { list: 'text' },
      words: { list: 'text' },
      trades: { list: 'text' },
    },
  },
  goods: {
    list: {
      object: {
        productId: '@products',
        weight: 'number',
        quantity: { list: 'number', optional: true },
        periods: { list: 'number', optional: true },
        trial: 'flag?',
      },
    },
  },
  chances: { object: { unpaid: 'number', discounted: 'number', renewed: 'number', givenBack: 'number' } },
} as const satisfies Shape

/**
 * Generates buyers and their purchases in the past, always the same ones for the same seed.
 * @throws StartFault `start.malformed`
 */
export function generate(world: World, raw: Json, reading: StartReading): void {
  // Every member was just checked against the shape.
  const how = readShape(raw, GENERATE_SHAPE, 'generate', reading) as unknown as Generation
  refuseNonsense(how)
  const draw = createDraw(`${how.seed}/${world.seed}`)
  const buyers = Array.from({ length: how.buyers.count }, (_, n) => makeBuyer(world, how, draw, n))
  const products = new Map(how.goods.map(({ productId }) => [productId, world.products.get(productId) as Product]))
  const weights = how.goods.map(({ weight }) => weight)
  const begin = addPeriod(reading.start, `-${how.span}`)
  let left = how.orders
  while (left > 0) {
    const good = how.goods[weighted(weights, draw)] as Good
    const product = products.get(good.productId) as Product
    // A few buyers buy much, most buy little.
    const buyer = buyers[Math.floor(buyers.length * draw.number() ** 2)] as Account
    const at = Math.floor(begin + (reading.start - begin) * rising(draw.number(), how.growth))
    left -= generatePurchase({ world, how, draw, good, product, buyer, now: reading.start, room: left }, at)
  }
}

/** Refuses values of the right type that make no sense. */
function refuseNonsense({ orders, growth, goods, buyers, chances, ...how }: Generation): void {
  const whole = (n: number, most: number) => Number.isInteger(n) && n >= 0 && n <= most
  if (!whole(orders, MOST)) throw malformed('generate.orders', `must be a whole number from 0 to ${MOST}, not ${orders}.`)
  if (!whole(buyers.count, MOST) || buyers.count === 0)
    throw malformed('generate.buyers.count', `must be a whole number from 1 to ${MOST}, not ${buyers.count}.`)
  if (!(growth > 0)) throw malformed('generate.growth', 'must be above 0.')
  if (goods.length === 0) throw malformed('generate.goods', 'has no product that can be bought.')
  for (const [name, chance] of Object.entries(chances))
    if (!(chance >= 0 && chance <= 1)) throw malformed(`generate.chances.${name}`, `must be a number from 0 to 1, not ${chance}.`)
  for (const [name, list] of Object.entries(buyers))
    if (Array.isArray(list) && list.length === 0) throw malformed(`generate.buyers.${name}`, 'is empty.')
  try {
    parseDuration(how.span)
  } catch {
    throw malformed('generate.span', `must be a length of time such as P2Y, not "${how.span}".`)
  }
}

function createDraw(seed: string): Draw {
  const number = seededNumbers(seed)
  const between = (least: number, most: number) => least + Math.floor(number() * (most - least + 1))
  return { number, between, of: (all) => all[between(0, all.length - 1)]!, yes: (chance) => number() < chance }
}

/** Maps a uniform number to one whose density rises from 1 to `growth`. */
function rising(even: number, growth: number): number {
  if (growth === 1) return even
  return (Math.sqrt(1 + even * (growth * growth - 1)) - 1) / (growth - 1)
}

function weighted(weights: readonly number[], draw: Draw): number {
  let at = draw.number() * weights.reduce((a, b) => a + b, 0)
  const found = weights.findIndex((weight) => {
    at -= weight
    return at < 0
  })
  return found < 0 ? 0 : found
}

function makeBuyer(world: World, how: Generation, draw: Draw, n: number): Account {
  const { cities, words, trades, balance, partnerId, partnerShare = 0 } = how.buyers
  const key = `${how.seed}/${n}`
  const id = world.ids.hex('accounts', key)
  const name = `buyer_${`${n + 1}`.padStart(4, '0')}`
  const [least = 0, most = least] = balance
  return world.accounts.put({
    id,
    role: 'buyer',
    name,
    displayName: `${draw.of(cities)}${draw.of(words)}${draw.of(trades)}有限公司`,
    userId: world.ids.hex('users', key),
    userName: `user${n + 1}`,
    password: 'Sandbox@2026',
    projects: [{ id: world.ids.hex('projects', key), name: 'cn-north-4' }],
    enterpriseProjects: [{ id: '0', name: 'default' }],
    balance: draw.between(least, most),
    // The first buyers buy most, so they have the highest levels.
    level: LEVELS[LEVELS.length - 1 - Math.floor((LEVELS.length * n) / how.buyers.count)] ?? DEFAULT_LEVEL,
    email: `${name}@example.com`,
    mobile: `139${hashText(8, '0123456789', key, 'mobile')}`,
    createdAt: addPeriod(world.clock.now(), `-${how.span}`),
    ...(partnerId !== undefined && draw.yes(partnerShare) ? { partnerId } : {}),
  })
}
