/**
 * koogallery-sandbox: Huawei Cloud's KooGallery marketplace on your own machine.
 *
 * @example
 * import { startSandbox } from 'koogallery-sandbox'
 *
 * await using sandbox = await startSandbox()
 * const { body } = await sandbox.call('bss.ListCustomerOrders', { query: { limit: 5 } })
 */

export type { ByHand, OrderState } from './by-hand.ts'
export type { CallInput, CallResult } from './call.ts'
export type { PrintedCredentials } from './http/control/printed-credentials.ts'
export type { Journal, JournalEntry } from './http/journal.ts'
export type { Aim } from './marketplace/aim.ts'
export type { AttemptView, Deliveries, DeliveryView } from './marketplace/deliveries.ts'
export { openSandbox, startSandbox } from './sandbox.ts'
export type { InWorld, Sandbox, SandboxOptions } from './sandbox-api.ts'
export type { Specs } from './spec/catalogue.ts'
export type { Coverage, CoverageCount, CoveredKind } from './spec/coverable.ts'
export { SpecFault } from './spec/fault.ts'
export type { Evidence, Finding } from './spec/finding.ts'
export type { Operation } from './spec/operation.ts'
export { VERSION } from './version.ts'
export type { Clock } from './world/clock.ts'
export type { Entities } from './world/entities.ts'
export type { Fact, FactLog, NumberedFact } from './world/facts.ts'
export type { World } from './world/world.ts'
export { WorldError } from './world/world-error.ts'
export type { WorldFile } from './world/world-file.ts'
export type { SnapshotInfo, Snapshots, WorldInfo, Worlds } from './world/worlds.ts'

// For the command line, which comes in by this door like everybody else. Not promised to anybody: it may change with any version.

export { CONFIGURATION_FILE, readConfiguration } from './configuration.ts'
export { writeCoverage } from './coverage-file.ts'
export { listEvidence, type Source, type SourceThread, traceSource } from './http/control/evidence.ts'
export { findOperation } from './http/control/find-operation.ts'
export { type ForcedError, type ForcedErrorList, listErrors } from './http/control/list-errors.ts'
export { listUnknown, type UnknownStatement } from './http/control/unknown.ts'
export { servedSpecs } from './served-specs.ts'
export { builtInBundle, specsOf } from './spec/cache.ts'
export { COVERED_KINDS, coverableOf } from './spec/coverable.ts'
export { didYouMean } from './spec/fault.ts'
export type { components as ConsoleApi } from './spec/generated/console.ts'
export type { components as ControlApi } from './spec/generated/sandbox.ts'
export { toldOf } from './spec/strangers.ts'
export { seededNumbers } from './world/chance.ts'
export { LIMITED, LIMITS, type Limits } from './world/limits.ts'
export { machineSecret, wire } from './world/wire.ts'
