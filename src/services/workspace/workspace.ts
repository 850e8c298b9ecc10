import type { operations } from '../../spec/generated/workspace.ts'
import type { Behaviours } from '../behaviour.ts'
import { changeBatch } from './batch.ts'
import { estimateImages, estimateSubResources } from './estimate.ts'
import { orderAnew, orderPackages } from './order.ts'
import { changeBandwidth, changeDesktop } from './single.ts'

/** Workspace: every call places orders that BSS lists and takes payment for (bss-and-auth.md 3). */
export const workspace: Behaviours<operations> = {
  CreateSubnetBandwidthChangeOrder: changeBandwidth,
  CreateDesktopBatchOrder: changeBatch,
  CreateDesktopPoolChangeOrder: changeBatch,
  CreateChangeOrder: changeDesktop,
  CreateOrder: orderAnew,
  CreateResourcePackagesOrder: orderPackages,
  EstimateAddResources: estimateSubResources,
  EstimateChangeImages: estimateImages,
}
