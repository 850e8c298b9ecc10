import { accessKeys } from './access-keys.ts'
import { accounts } from './accounts.ts'
import { afterBuying } from './buying/after-buying.ts'
import { apiProducts } from './buying/api-products.ts'
import { buying } from './buying/buy.ts'
import { catalogue } from './buying/catalogue.ts'
import { owned } from './buying/owned.ts'
import { together } from './buying/together.ts'
import { unsubscription } from './buying/unsubscribe.ts'
import type { ConsoleBehaviours } from './console-behaviour.ts'
import { filingBegin } from './filing/begin.ts'
import { organisers } from './filing/organisers.ts'
import { filingServers } from './filing/servers.ts'
import { filingSteps } from './filing/steps.ts'
import { images } from './images.ts'
import { orders } from './orders/orders.ts'
import { applications } from './organisation/applications.ts'
import { organisation } from './organisation/organisation.ts'
import { organisations } from './organisation/organisations.ts'
import { funds } from './paying/funds.ts'
import { payments } from './paying/payments.ts'
import { addresses } from './selling/seller-addresses.ts'
import { sellerAnswers } from './selling/seller-answer.ts'
import { sellerKeys } from './selling/seller-keys.ts'
import { notifications } from './selling/seller-notifications.ts'
import { sellerRequests } from './selling/seller-requests.ts'
import { shelf } from './selling/shelf.ts'
import { testLicences } from './selling/test-licences.ts'
import { usage } from './selling/usage.ts'
import { refunds } from './supervision/refunds.ts'
import { supervision } from './supervision/supervision.ts'

/** All console behaviours (`specs/console`). */
export const consoleBehaviours: ConsoleBehaviours = {
  ...accounts,
  ...apiProducts,
  ...accessKeys,
  ...afterBuying,
  ...buying,
  ...together,
  ...catalogue,
  ...filingBegin,
  ...filingServers,
  ...filingSteps,
  ...images,
  ...orders,
  ...organisers,
  ...owned,
  ...payments,
  ...funds,
  ...refunds,
  ...sellerAnswers,
  ...supervision,
  ...usage,
  ...unsubscription,
  ...addresses,
  ...sellerKeys,
  ...notifications,
  ...applications,
  ...organisation,
  ...organisations,
  ...sellerRequests,
  ...shelf,
  ...testLicences,
}
