import { accessKeys } from './access-keys.ts'
import { accounts } from './accounts.ts'
import { afterBuying } from './after-buying.ts'
import { apiProducts } from './api/products.ts'
import { applications } from './applications.ts'
import { buying } from './buy.ts'
import { together } from './buying/together.ts'
import { catalogue } from './catalogue.ts'
import { filingBegin } from './filing/begin.ts'
import { organisers } from './filing/organisers.ts'
import { filingServers } from './filing/servers.ts'
import { filingSteps } from './filing/steps.ts'
import { images } from './images.ts'
import { orders } from './orders.ts'
import { organisation } from './organisation.ts'
import { organisations } from './organisations.ts'
import { owned } from './owned.ts'
import { funds } from './paying/funds.ts'
import { payments } from './paying/payments.ts'
import { refunds } from './refunds.ts'
import type { ConsoleBehaviours } from './scene.ts'
import { addresses } from './seller-addresses.ts'
import { sellerAnswers } from './seller-answer.ts'
import { sellerKeys } from './seller-keys.ts'
import { notifications } from './seller-notifications.ts'
import { sellerRequests } from './seller-requests.ts'
import { shelf } from './shelf.ts'
import { supervision } from './supervision.ts'
import { testLicences } from './test-licences.ts'
import { unsubscription } from './unsubscribe.ts'
import { usage } from './usage.ts'

/** Every behaviour of the console (`specs/console`). */
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
