import { departmentsOf } from '../../world/entities/departments.ts'
import type { Delivery } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { accountOf } from '../accounts.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { iso } from '../orders/order-state.ts'

/** An organisation, its people, and its administrator's decisions about failed kit calls (S-40). */
export const organisations: ConsoleBehaviours<'ShowOrganisation' | 'MoveMember' | 'DecideKitRetry'> = {
  ShowOrganisation(context) {
    const { world, input } = context
    const { id, name } = accountOf(context, input.path.account)
    return {
      account: name,
      departments: [...departmentsOf(world, id).values()].map(({ orgCode, orgName, parentCode }) => ({ orgCode, orgName, parentCode })),
      members: [...world.people.where('account', id)].map((person) => ({
        userName: person.userName,
        name: person.name,
        role: person.role,
        orgCode: person.organizationCode,
      })),
      applications: [...world.kitUses.where('customer', id)].map(({ applicationId, resourceId, boundAt, users }) => ({
        application: applicationId,
        ...(resourceId === undefined ? {} : { resource: resourceId }),
        ...(boundAt === undefined ? {} : { boundAt: iso(boundAt) }),
        users: [...users],
      })),
      failedCalls: heldCalls(world, id).map(callState),
    }
  },

  MoveMember(context) {
    const { world, input, fail } = context
    const { id, name } = accountOf(context, input.path.account)
    const { userName, orgCode } = input.body
    const person =
      [...world.people.where('account', id)].find((one) => one.userName === userName) ??
      fail('unknown-person', `${name} has nobody of the login name "${userName}".`)
    const departments = departmentsOf(world, id)
    const department =
      departments.get(orgCode) ??
      fail('unknown-department', `${name} has no department "${orgCode}".`, { documented: [...departments.keys()] })
    // Store the former department, so that it still exists when nobody is in it any more.
    const left = departments.get(person.organizationCode)
    if (left) world.departments.put(left)
    world.people.change(person.id, { organizationCode: orgCode, organizationName: department.orgName })
    return { member: { userName, name: person.name, role: person.role, orgCode } }
  },

  /** With `retry` the call is repeated now; otherwise it is given up. */
  DecideKitRetry(context) {
    const { world, input, fail } = context
    const { deliveryId } = input.path
    const delivery = world.deliveries.get(deliveryId)
    if (delivery?.use !== 'kit') return fail('unknown-call', `There is no call "${deliveryId}" of the kit in world "${world.name}".`)
    if (delivery.status !== 'held')
      return fail('wrong-state', `${delivery.operation} (${deliveryId}) is ${delivery.status}: there is nothing to decide.`)
    if (input.body.retry) world.plan(world.clock.now(), 'delivery.restart', { deliveryId })
    else {
      const { operation, sellerId } = world.transition('deliveries', deliveryId, 'give-up', { endedAt: world.clock.now() })
      world.emit({ type: 'delivery.given-up', deliveryId, operation, sellerId, afterwards: 'drop' })
    }
    return { call: callState(world.deliveries.get(deliveryId) ?? delivery) }
  },
}

function heldCalls(world: World, customerId: string): readonly Delivery[] {
  return [...world.deliveries.where('status', 'held')].filter(({ use, about }) => use === 'kit' && about?.['customerId'] === customerId)
}

function callState({ id, operation, status, about, endedAt }: Delivery) {
  return {
    id,
    call: operation,
    status,
    application: String(about?.['applicationId'] ?? ''),
    ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
  }
}
