/** The command line for `koosandbox serve`. The built package holds it apart, compiled, in one file: opening and compiling many takes longer than a start should. */
export { run } from './run.ts'
