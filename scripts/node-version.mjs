/**
 * Why this Node cannot run the package, as one sentence; undefined when it can. The build copies this file into `dist/`, where each entry
 * reads it before anything else. It is written in old syntax, so that an old Node reaches the sentence instead of a syntax error.
 */
const LEAST = [20, 19]

const here = process.versions.node.split('.').map(Number)
const fine = here[0] > LEAST[0] || (here[0] === LEAST[0] && here[1] >= LEAST[1])

export const refusal = fine
  ? undefined
  : 'koogallery-sandbox needs Node ' +
    LEAST.join('.') +
    ' or newer, and this is Node ' +
    process.versions.node +
    ' (' +
    process.execPath +
    ').'
