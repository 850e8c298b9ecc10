import { accessZh } from './access.ts'
import { authZh } from './auth.ts'
import { callbacksZh } from './callbacks.ts'
import { cliAccessZh } from './cli/access.ts'
import { cliAssistantsZh } from './cli/assistants.ts'
import { cliBuyerZh } from './cli/buyer.ts'
import { cliZh } from './cli/cli.ts'
import { cliCompletionZh } from './cli/completion.ts'
import { cliContractZh } from './cli/contract.ts'
import { cliDocumentsZh } from './cli/documents.ts'
import { cliFaultsZh } from './cli/faults.ts'
import { cliLookZh } from './cli/look.ts'
import { cliRunningZh } from './cli/running.ts'
import { cliSellerZh } from './cli/seller.ts'
import { cliSigningZh } from './cli/signing.ts'
import { cliStartZh } from './cli/start.ts'
import { cliStoreZh } from './cli/store.ts'
import { cliTerminalZh } from './cli/terminal.ts'
import { cliVerifyZh } from './cli/verify.ts'
import { cliWorldZh } from './cli/world.ts'
import { commerceZh } from './commerce.ts'
import { consoleBuyingZh } from './console/buying.ts'
import { consoleZh } from './console/console.ts'
import { consoleFilingZh } from './console/filing.ts'
import { consoleOrdersZh } from './console/orders.ts'
import { consoleOrganisationZh } from './console/organisation.ts'
import { consolePayingZh } from './console/paying.ts'
import { consoleSellingZh } from './console/selling.ts'
import { consoleStateChangesZh } from './console/state-changes.ts'
import { consoleSupervisionZh } from './console/supervision.ts'
import { contractBrokerZh } from './contract/broker.ts'
import { contractZh } from './contract/contract.ts'
import { contractCoverageZh } from './contract/coverage.ts'
import { contractDeployZh } from './contract/deploy.ts'
import { contractDiffZh } from './contract/diff.ts'
import { contractLintZh } from './contract/lint.ts'
import { contractLiveZh } from './contract/live.ts'
import { contractRecordZh } from './contract/record.ts'
import { contractSellerZh } from './contract/seller.ts'
import { contractStatesZh } from './contract/states.ts'
import { contractStaticZh } from './contract/static.ts'
import { controlZh } from './control.ts'
import { gateZh } from './gate.ts'
import { httpZh } from './http.ts'
import { languageZh } from './language.ts'
import { marketplaceZh } from './marketplace.ts'
import { proxyZh } from './proxy.ts'
import { recipesZh } from './recipes.ts'
import { recordZh } from './record.ts'
import { replayZh } from './replay.ts'
import { replicasZh } from './replicas.ts'
import { reportZh } from './report.ts'
import { sandboxZh } from './sandbox.ts'
import { scenarioZh } from './scenario.ts'
import { servicesZh } from './services.ts'
import { signingZh } from './signing.ts'
import { specDocumentZh } from './spec/document.ts'
import { specForeignZh } from './spec/foreign.ts'
import { specPatternsZh } from './spec/patterns.ts'
import { specRequestZh } from './spec/request.ts'
import { specSchemaZh } from './spec/schema.ts'
import { specZh } from './spec/spec.ts'
import { specsBssZh } from './specs/bss.ts'
import { specsConsoleZh } from './specs/console.ts'
import { specsConsoleCausesZh } from './specs/console-causes.ts'
import { specsConsoleMessagesZh } from './specs/console-messages.ts'
import { specsGatewayZh } from './specs/gateway.ts'
import { specsIamZh } from './specs/iam.ts'
import { specsIdentityZh } from './specs/identity.ts'
import { specsKoogalleryZh } from './specs/koogallery.ts'
import { specsProductionZh } from './specs/production.ts'
import { specsProductionDescribedZh } from './specs/production-described.ts'
import { specsProductionLicenceZh } from './specs/production-licence.ts'
import { specsProductionLicenceDescribedZh } from './specs/production-licence-described.ts'
import { specsProductionV1Zh } from './specs/production-v1.ts'
import { specsProductionV1DescribedZh } from './specs/production-v1-described.ts'
import { specsSandboxZh } from './specs/sandbox.ts'
import { specsScmZh } from './specs/scm.ts'
import { specsStsZh } from './specs/sts.ts'
import { specsTransitionsZh } from './specs/transitions.ts'
import { specsWorkspaceZh } from './specs/workspace.ts'
import { startsZh } from './starts.ts'
import { statefulZh } from './stateful.ts'
import { verifyCasesZh } from './verify/cases.ts'
import { verifyProfilesZh } from './verify/profiles.ts'
import { verifyStoriesZh } from './verify/stories.ts'
import { verifyZh } from './verify/verify.ts'
import { verifyWatchZh } from './verify/watch.ts'
import { worldZh } from './world.ts'

/** Every Chinese catalogue. `npm run texts` writes this list. */
export const CATALOGUES: readonly Readonly<Record<string, string>>[] = [
  accessZh,
  authZh,
  callbacksZh,
  cliAccessZh,
  cliAssistantsZh,
  cliBuyerZh,
  cliZh,
  cliCompletionZh,
  cliContractZh,
  cliDocumentsZh,
  cliFaultsZh,
  cliLookZh,
  cliRunningZh,
  cliSellerZh,
  cliSigningZh,
  cliStartZh,
  cliStoreZh,
  cliTerminalZh,
  cliVerifyZh,
  cliWorldZh,
  commerceZh,
  consoleBuyingZh,
  consoleZh,
  consoleFilingZh,
  consoleOrdersZh,
  consoleOrganisationZh,
  consolePayingZh,
  consoleSellingZh,
  consoleStateChangesZh,
  consoleSupervisionZh,
  contractBrokerZh,
  contractZh,
  contractCoverageZh,
  contractDeployZh,
  contractDiffZh,
  contractLintZh,
  contractLiveZh,
  contractRecordZh,
  contractSellerZh,
  contractStatesZh,
  contractStaticZh,
  controlZh,
  gateZh,
  httpZh,
  languageZh,
  marketplaceZh,
  proxyZh,
  recipesZh,
  recordZh,
  replayZh,
  replicasZh,
  reportZh,
  sandboxZh,
  scenarioZh,
  servicesZh,
  signingZh,
  specDocumentZh,
  specForeignZh,
  specPatternsZh,
  specRequestZh,
  specSchemaZh,
  specZh,
  specsBssZh,
  specsConsoleCausesZh,
  specsConsoleMessagesZh,
  specsConsoleZh,
  specsGatewayZh,
  specsIamZh,
  specsIdentityZh,
  specsKoogalleryZh,
  specsProductionDescribedZh,
  specsProductionLicenceDescribedZh,
  specsProductionLicenceZh,
  specsProductionV1DescribedZh,
  specsProductionV1Zh,
  specsProductionZh,
  specsSandboxZh,
  specsScmZh,
  specsStsZh,
  specsTransitionsZh,
  specsWorkspaceZh,
  startsZh,
  statefulZh,
  verifyCasesZh,
  verifyProfilesZh,
  verifyStoriesZh,
  verifyZh,
  verifyWatchZh,
  worldZh,
]
