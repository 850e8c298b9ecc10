import type { components } from '../spec/generated/console.ts'
import { hashText } from '../world/engine/chance.ts'
import { CAPITALS, MIXED, pairsOf } from '../world/entities/credentials.ts'
import type { AccessKey } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { accountOf } from './accounts.ts'
import type { ConsoleBehaviours } from './console-behaviour.ts'
import { iso } from './orders/order-state.ts'

/** Maximum number of permanent keys per account (IAM/iam_01_1150). */
const KEYS_PER_ACCOUNT = 2

/** The credentials page (我的凭证): access keys that sign calls. */
export const accessKeys: ConsoleBehaviours<'ListAccessKeys' | 'CreateAccessKey' | 'RemoveAccessKey'> = {
  ListAccessKeys(context) {
    const { world, input } = context
    const account = accountOf(context, input.path.account)
    return { keys: permanentKeys(world, account.id).map((key) => keyShown(world, key)) }
  },

  CreateAccessKey(context) {
    const { world, input, fail } = context
    const account = accountOf(context, input.path.account)
    const present = permanentKeys(world, account.id)
    if (present.length >= KEYS_PER_ACCOUNT)
      fail('too-many-access-keys', `${account.name} has ${present.map(({ id }) => id).join(' and ')}. RemoveAccessKey takes one away.`)
    const source = world.ids.hex('access-key')
    const key = world.keys.put({
      id: hashText(20, CAPITALS, source, 'access'),
      secret: hashText(40, MIXED, source, 'secret'),
      accountId: account.id,
      createdAt: world.clock.now(),
    })
    world.emit({ type: 'key.issued', keyId: key.id, accountId: account.id })
    return { key: keyShown(world, key), secretKey: key.secret }
  },

  RemoveAccessKey({ world, input, fail }) {
    const { accessKey } = input.path
    const key = world.keys.get(accessKey)
    if (!key || key.securityToken !== undefined)
      return fail('unknown-access-key', `There is no permanent access key "${accessKey}" in world "${world.name}".`)
    if (isPrinted(world, key))
      fail('access-key-printed', `\`koosandbox env\` prints ${key.id}: the key of an account that the sandbox prints stays.`)
    world.keys.delete(key.id)
    world.emit({ type: 'key.removed', keyId: key.id, accountId: key.accountId })
    return { key: keyShown(world, key) }
  },
}

const permanentKeys = (world: World, accountId: string): readonly AccessKey[] =>
  [...world.keys.where('account', accountId)].filter(({ securityToken }) => securityToken === undefined)

const isPrinted = (world: World, { id }: AccessKey) => pairsOf(world).some(({ accessKey }) => accessKey === id)

function keyShown(world: World, key: AccessKey): components['schemas']['AccessKey'] {
  const { id, accountId, createdAt } = key
  return {
    accessKey: id,
    account: world.accounts.get(accountId)?.name ?? accountId,
    printed: isPrinted(world, key),
    ...(createdAt === undefined ? {} : { createdAt: iso(createdAt) }),
  }
}
