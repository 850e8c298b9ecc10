import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviour } from '../behaviour.ts'
import { ownResource, SUCCESS } from './buyers-own.ts'

/** The instance of a resource, as its seller answered. A resource without one is a wrong parameter (inferred). */
export const showSaasInstance: Behaviour<operations['ShowSaasInstance']> = (context) => {
  const { id, instance, status } = ownResource(context, context.input.body.resource_id)
  if (!instance || status === 'closed') return context.fail('400')
  const { frontEndUrl, adminUrl, userName, password, memo } = instance
  const members = { front_end_url: frontEndUrl, admin_url: adminUrl, user_name: userName, password, memo }
  const known = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
  return { ...SUCCESS, data: { instance_id: instance.id, resource_id: id, app_info: known } }
}
