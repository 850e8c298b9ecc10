import type { ArgsDef } from 'citty'
import type { Profile } from '../../verify/case.ts'
import type { InterfaceKeys } from '../../world/entities/kinds-api.ts'
import { misused } from '../terminal/exit-codes.ts'

/** The seller console binds one key to each kind of interface; these options pass them. */
export const keyArguments = {
  key: { type: 'string', valueHint: 'key', description: 'Key (accessKey) of the basic interfaces; or set KOOSANDBOX_KEY' },
  'kit-key': { type: 'string', valueHint: 'key', description: 'Key of the joint-operations kit; or KOOSANDBOX_KIT_KEY' },
  'licence-key': { type: 'string', valueHint: 'key', description: 'Key of licence codes; or KOOSANDBOX_LICENCE_KEY' },
  'notification-key': {
    type: 'string',
    valueHint: 'key',
    description: 'Key of order notification; or KOOSANDBOX_NOTIFICATION_KEY',
  },
} as const satisfies ArgsDef

type Given = { readonly [Name in keyof typeof keyArguments]?: string | undefined }

const FLAGS = { basic: 'key', kit: 'kit-key', licence: 'licence-key', notification: 'notification-key' } as const

/** The environment variable of the key of a kind of interface; `koosandbox env` exports them. */
export function keyVariable(use: string): string {
  return `KOOSANDBOX_${(FLAGS[use as keyof typeof FLAGS] ?? `${use}-key`).replaceAll('-', '_').toUpperCase()}`
}

/** The keys that a profile needs. For a single kind of interface, `--key` is enough. If one is missing: exit code 2 and its name. */
export function keysOf(given: Given, { uses }: Profile): InterfaceKeys {
  const entries = uses.map((use) => {
    const flag = FLAGS[use]
    const variable = keyVariable(use)
    const alone = uses.length === 1 ? given.key || process.env.KOOSANDBOX_KEY : undefined
    const key = given[flag] || process.env[variable] || alone
    if (!key) throw misused(`Pass the key that signs the calls: --${flag}, or ${variable}.`)
    return [use, key] as const
  })
  return Object.fromEntries(entries)
}

/** The given keys; calls that need another key are skipped with a message. Without any key: exit code 2. */
export function keysGiven(given: Given): InterfaceKeys {
  const entries = Object.entries(FLAGS).flatMap(([use, flag]) => {
    const key = given[flag] || process.env[keyVariable(use)]
    return key ? [[use, key] as const] : []
  })
  if (entries.length === 0) throw misused('Pass the key that signs the calls: --key, or KOOSANDBOX_KEY.')
  return Object.fromEntries(entries)
}
