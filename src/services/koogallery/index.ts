import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviours } from '../behaviour.ts'
import { showAgreements } from './agreements.ts'
import { cancelOrders } from './cancel-orders.ts'
import { createOrders } from './create-orders.ts'
import { listDeployedObjects } from './deployed-objects.ts'
import { batchActivate, batchCheckHeartbeat } from './licence-batch.ts'
import { activate, checkHeartbeat } from './licences.ts'
import { listOrders } from './list-orders.ts'
import { pushUsage, pushUsageLegacy } from './push-usage.ts'
import { queryOrder } from './query-order.ts'
import { showSaasInstance } from './saas-instance.ts'
import { showOrder } from './show-order.ts'
import { reportSoftwareUsage } from './software-usage.ts'
import { upload } from './upload.ts'

/** The marketplace's API for sellers' and buyers' software. All answers are computed from the stored order, resource or licence. */
export const koogallery: Behaviours<operations> = {
  QueryOrder: queryOrder,
  PushUsageData: pushUsage,
  PushUsageDataLegacy: pushUsageLegacy,
  ActivateLicense: activate,
  CheckLicenseHeartbeat: checkHeartbeat,
  BatchActivateLicense: batchActivate,
  BatchCheckLicenseHeartbeat: batchCheckHeartbeat,
  ReportSoftwareUsage: reportSoftwareUsage,
  UploadMarketEventFile: upload,
  ListDeployedObjects: listDeployedObjects,
  CreateOrders: createOrders,
  CancelOrders: cancelOrders,
  ListOrders: listOrders,
  ShowOrderDetails: showOrder,
  ShowSaasInstance: showSaasInstance,
  ShowSubscriptionAgreements: showAgreements,
}
