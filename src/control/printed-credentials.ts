import { pairsOf } from '../world/entities/credentials.ts'
import type { Role } from '../world/entities/kinds-api.ts'
import type { World } from '../world/world-api.ts'

/** The credentials of one account for a client, as `koosandbox env` prints them. */
export interface PrintedCredentials {
  readonly ak: string
  readonly sk: string
  /** Token with domain scope. The sandbox accepts it for project paths of the account too. */
  readonly token: string
  readonly domain_id: string
  readonly domain_name: string
  readonly project_id: string
  readonly project_name: string
  readonly user_name: string
  readonly password: string
  /** Sellers only: an AppCode and the keys of the production interfaces. */
  readonly appcode?: string
  readonly keys?: Record<string, string>
  /** Sellers only: their application credentials at the identity centre. */
  readonly oauth?: { client_id: string; client_secret: string; app_id: string; redirect_uris: string[] }[]
}

/** The printed accounts of a world by role. */
export function printedCredentials(world: World): Partial<Record<Role, PrintedCredentials>> {
  const printed: Partial<Record<Role, PrintedCredentials>> = {}
  for (const { account, accessKey, secretKey, token } of pairsOf(world)) {
    const [project] = account.projects
    const keys = [...world.sellerKeys.all()].filter((key) => key.accountId === account.id)
    const appcode = keys.find((key) => key.use === 'appcode')?.id
    printed[account.print ?? account.role] = {
      ak: accessKey,
      sk: secretKey,
      token,
      domain_id: account.id,
      domain_name: account.name,
      project_id: project?.id ?? '',
      project_name: project?.name ?? '',
      user_name: account.userName,
      password: account.password,
      ...(appcode === undefined ? {} : { appcode }),
      ...(account.role === 'seller'
        ? {
            keys: Object.fromEntries(keys.filter((key) => key.use !== 'appcode').map((key) => [key.use, key.secret])),
            oauth: clientsOf(world, account.id),
          }
        : {}),
    }
  }
  return printed
}

function clientsOf(world: World, accountId: string): NonNullable<PrintedCredentials['oauth']> {
  return [...world.clients.all()]
    .filter((client) => client.accountId === accountId)
    .map(({ id, secret, appId, redirectUris }) => ({
      client_id: id,
      client_secret: secret,
      app_id: appId,
      redirect_uris: [...redirectUris],
    }))
}
