import type { AccessRole, Holder } from '../access-api.ts'
import { isNamespace } from '../namespaces.ts'
import { ROLES } from '../roles.ts'
import type { LoginSettings } from './login-api.ts'
import { LoginRefused } from './login-refused.ts'

type Claims = Readonly<Record<string, unknown>>

/** A role as settings write it: `tester`, or `tester@red` in a namespace. Undefined when it is none. */
export function readRole(text: string): Pick<Holder, 'role' | 'namespace'> | undefined {
  const [role, namespace, ...more] = text.split('@')
  if (!ROLES.includes(role as AccessRole) || more.length > 0) return undefined
  if (namespace === undefined) return { role: role as AccessRole }
  return isNamespace(namespace) ? { role: role as AccessRole, namespace } : undefined
}

/**
 * Whom the claims of a provider make of somebody.
 * @throws LoginRefused where nothing gives a role
 */
export function grantedRole(claims: Claims, { claim = 'groups', roles }: Pick<LoginSettings, 'claim' | 'roles'>): Holder {
  const values = valuesOf(claims, claim)
  const name = [claims['preferred_username'], claims['email'], claims['sub']].find((one) => typeof one === 'string' && one !== '') as string
  const fits = Object.keys(roles).find((value) => values.includes(value))
  const granted = fits === undefined ? undefined : readRole(roles[fits] as string)
  if (granted) return { name, ...granted }
  const has = values.length === 0 ? 'nothing' : values.slice(0, 20).join(', ')
  throw new LoginRefused(
    'forbidden',
    `"${name}" has no role in this sandbox: the claim "${claim}" holds ${has}. Ask who runs the sandbox to give a role to one of its values: --oidc-role VALUE=ROLE.`,
  )
}

/** The texts of a claim, by its name or by a path into objects. */
export function valuesOf(claims: Claims, claim: string): string[] {
  const inObject = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Claims)[key] : undefined
  const found = Object.hasOwn(claims, claim) ? claims[claim] : claim.split('.').reduce<unknown>(inObject, claims)
  return (Array.isArray(found) ? found : [found]).filter((one): one is string => typeof one === 'string')
}
