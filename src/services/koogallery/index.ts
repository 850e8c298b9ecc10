import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviours } from '../scene.ts'
import { batchActivate, batchCheckHeartbeat } from './licence-batch.ts'
import { activate, checkHeartbeat } from './licences.ts'
import { queryOrder } from './query-order.ts'
import { upload } from './upload.ts'

/** What sellers' and buyers' software calls at the marketplace; every answer is computed from the one order, resource or licence. */
export const koogallery: Behaviours<operations> = {
  QueryOrder: queryOrder,
  ActivateLicense: activate,
  CheckLicenseHeartbeat: checkHeartbeat,
  BatchActivateLicense: batchActivate,
  BatchCheckLicenseHeartbeat: batchCheckHeartbeat,
  UploadMarketEventFile: upload,
}
