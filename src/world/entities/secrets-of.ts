import type { World } from '../world-api.ts'

/** Only the newest secrets of each kind are searched, because a world may have issued thousands of tokens. */
const MOST = 300

/** All secrets of a world that allow calls on somebody's behalf: secrets of keys, passwords, tokens, codes. */
export function secretsOf(world: World): string[] {
  const newest = <T>(all: Iterable<T>) => [...all].slice(-MOST)
  return [
    ...newest(world.keys.all()).flatMap(({ secret, securityToken }) => (securityToken === undefined ? [secret] : [secret, securityToken])),
    ...newest(world.tokens.all()).map(({ id }) => id),
    ...newest(world.grants.all()).map(({ id }) => id),
    ...newest(world.sellerKeys.all()).map(({ secret }) => secret),
    ...newest(world.clients.all()).map(({ secret }) => secret),
    ...newest(world.products.all()).flatMap(({ backend: { appSecret, constants = [] } = {} }) => [
      ...(appSecret === undefined ? [] : [appSecret]),
      ...constants.map(({ value }) => value),
    ]),
    ...newest(world.accounts.all()).flatMap(({ password }) => (password ? [password] : [])),
  ]
}
