import type { operations } from '../../spec/generated/bss.ts'
import type { Behaviours } from '../behaviour.ts'
import { switchAutoRenewalOff, switchAutoRenewalOn } from './auto-renewal.ts'
import { cancelCustomerOrder } from './cancel-order.ts'
import { listCustomerOrders } from './list-orders.ts'
import { listResources } from './list-resources.ts'
import { showCustomerOrderDetails } from './order-details.ts'
import { listOrderCoupons, listOrderDiscounts } from './order-reductions.ts'
import { payOrders, payOrdersLegacy } from './pay-orders.ts'
import { showRefundOrderDetails } from './refund-details.ts'
import { renewResources } from './renew.ts'
import { setResourcesRenewConfig } from './renew-config.ts'
import { listResourceTypes, listServiceResources } from './resource-types.ts'
import { listServiceTypes, listServiceTypesLegacy } from './service-types.ts'
import { updatePeriodToOnDemand, updatePeriodToOnDemandInstantly } from './to-on-demand.ts'
import { cancelResourcesSubscription } from './unsubscribe.ts'

/** Orders, payment and resources in the billing API (S-06 to S-12). */
export const bss: Behaviours<operations> = {
  ListCustomerOrders: listCustomerOrders,
  ShowCustomerOrderDetails: showCustomerOrderDetails,
  PayOrders: payOrders,
  PayOrdersLegacy: payOrdersLegacy,
  CancelCustomerOrder: cancelCustomerOrder,
  ListOrderDiscounts: listOrderDiscounts,
  ListOrderCouponsByOrderId: listOrderCoupons,
  ShowRefundOrderDetails: showRefundOrderDetails,
  ListPayPerUseCustomerResources: listResources,
  RenewalResources: renewResources,
  SetResourcesRenewConfig: setResourcesRenewConfig,
  CancelResourcesSubscription: cancelResourcesSubscription,
  AutoRenewalResources: switchAutoRenewalOn,
  CancelAutoRenewalResources: switchAutoRenewalOff,
  UpdatePeriodToOnDemand: updatePeriodToOnDemand,
  UpdatePeriodToOnDemandInstantly: updatePeriodToOnDemandInstantly,
  ListResourceTypes: listResourceTypes,
  ListServiceResources: listServiceResources,
  ListServiceTypes: listServiceTypes,
  ListServiceTypesLegacy: listServiceTypesLegacy,
}
