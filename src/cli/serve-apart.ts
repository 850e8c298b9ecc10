/** The command line for `koosandbox serve`. The built package holds it apart, in few files: opening many takes longer than a start should. */
export { run } from './run.ts'
