/**
 * koogallery-sandbox: Huawei Cloud's KooGallery marketplace on your own machine.
 *
 * @example
 * import { startSandbox } from 'koogallery-sandbox'
 *
 * await using sandbox = await startSandbox()
 * const { body } = await sandbox.call('bss.ListCustomerOrders', { query: { limit: 5 } })
 */

export type { PrintedCredentials } from './control/printed-credentials.ts'
export type { Journal, JournalEntry } from './http/journal-api.ts'
export type { AttemptView, Deliveries, DeliveryView } from './marketplace/deliveries.ts'
export type { ManualTarget } from './marketplace/marketplace-api.ts'
export { type Difference, type ReplayOptions, type ReplayResult, replayRun } from './replay/replay-run.ts'
export type { BuyerActions, OrderState } from './sandbox/buyer-actions.ts'
export { AnswerLost, type CallInput, type CallResult } from './sandbox/call.ts'
export type { ErrorCatalogue, ExplainedError, ReproducedError } from './sandbox/errors.ts'
export type { Faults, PlayedScenarios } from './sandbox/faults.ts'
export { openSandbox, startSandbox } from './sandbox/open-sandbox.ts'
export type { InWorld, Sandbox, SandboxOptions } from './sandbox/sandbox-api.ts'
export { type StoreTools, store } from './sandbox/store.ts'
export { VERSION } from './sandbox/version.ts'
export type { ChaosInput } from './scenario/chaos.ts'
export type { ActiveRule, RuleInput, Scenario, ScenarioRun } from './scenario/scenario-api.ts'
export type { Specs } from './spec/catalogue.ts'
export type { Coverage, CoverageCount, CoveredKind } from './spec/coverable.ts'
export { SpecFault } from './spec/document/fault.ts'
export type { Evidence, Finding } from './spec/finding.ts'
export type { Operation } from './spec/operation.ts'
export type { Clock } from './world/engine/clock-api.ts'
export { WorldError } from './world/engine/world-error.ts'
export type { Entities } from './world/entities/entities.ts'
export type { Fact, FactLog, NumberedFact } from './world/entities/facts/facts.ts'
export type { WorldFile } from './world/persistence/world-file.ts'
export type { World } from './world/world-api.ts'
export type { SnapshotInfo, Snapshots, WorldInfo, Worlds } from './world/worlds-api.ts'

// For the command line, which comes in by this door like everybody else. Not promised to anybody: it may change with any version.

export { listEvidence, type Source, type SourceThread, traceSource } from './control/evidence.ts'
export { findOperation } from './control/find-operation.ts'
export { type ForcedError, type ForcedErrorList, listErrors } from './control/list-errors.ts'
export { listUnknown, type UnknownStatement } from './control/unknown.ts'
export { certifiedNames } from './http/tls/certified-names.ts'
export { type Certified, createCertificate } from './http/tls/self-signed.ts'
export { explainError, knownErrors } from './recipes/explain-error.ts'
export { builtInRecipes } from './recipes/load-recipes.ts'
export { CONFIGURATION_FILE, readConfiguration } from './sandbox/configuration.ts'
export { writeCoverage } from './sandbox/coverage-file.ts'
export { LISTED_LIMITS, type ListedLimit, type SandboxLimits, SETTABLE_LIMITS, wrongLimit } from './sandbox/limits.ts'
export { makeFolder } from './sandbox/make-folder.ts'
export { servedSpecs } from './sandbox/served-specs.ts'
export { COVERED_KINDS, coverableOf } from './spec/coverable.ts'
export { didYouMean } from './spec/document/fault.ts'
export { noteSummary } from './spec/foreign/foreign-specs.ts'
export type { components as ConsoleApi } from './spec/generated/console.ts'
export type { components as ControlApi } from './spec/generated/sandbox.ts'
export { builtInBundle, specsOf } from './spec/schema/cache.ts'
export { seededNumbers } from './world/engine/chance.ts'
export { machineSecret, systemClock } from './world/engine/system-clock.ts'
export { FACT_TYPES } from './world/entities/facts/fact-types.ts'
export { type Holder, isRunning, thisProcess } from './world/persistence/directory/lock/holder.ts'
