import { callbacks } from './callbacks.ts'
import { catalogue } from './catalogue.ts'
import { coverage } from './checks/coverage.ts'
import { examinations } from './checks/examinations.ts'
import { health } from './checks/health.ts'
import { clock } from './clock.ts'
import { configuration } from './configuration.ts'
import type { Controls } from './control-behaviour.ts'
import { deliveries } from './deliveries.ts'
import { comparison } from './entities/comparison.ts'
import { entities } from './entities/entities.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { faults } from './faults.ts'
import { lifecycle } from './lifecycle/lifecycle.ts'
import { records } from './records.ts'
import { scenarios } from './scenarios.ts'
import { settings } from './settings.ts'
import { signatures } from './signatures.ts'
import { worlds } from './worlds.ts'

/** All behaviours of the control API. An operation of `specs/sandbox` without one does not compile. */
export const control: Controls = {
  ...catalogue,
  ...worlds,
  ...clock,
  ...settings,
  ...records,
  ...events,
  ...deliveries,
  ...callbacks,
  ...faults,
  ...scenarios,
  ...entities,
  ...lifecycle,
  ...comparison,
  ...examinations,
  ...coverage,
  ...health,
  ...configuration,
  ...errors,
  ...signatures,
}
