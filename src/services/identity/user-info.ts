import type { operations } from '../../spec/generated/identity.ts'
import type { Behaviour } from '../behaviour.ts'

/**
 * The person who logged in, and the tenant: the buyer's account. Lenient credentials name no person; then it is the account's first one.
 */
export const showUser: Behaviour<operations['ShowUserInfo']> = ({ caller, world, fail }) => {
  const grant = caller.credentialId === undefined ? undefined : world.grants.get(caller.credentialId)
  const person = grant ? world.people.get(grant.userId) : world.people.where('account', caller.account.id).first()
  if (!person) return fail('unauthorized')
  const { id, userName, name, email, mobile, role, organizationName, organizationCode } = person
  const { displayName, id: tenant } = caller.account
  return { id, userId: id, userName, name, email, mobile, role, organizationName, organizationCode, projectName: displayName, tenant }
}
