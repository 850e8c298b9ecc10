/**
 * Runs a CommonJS file of the built package with the code that V8 compiled from it when the package was built: half of a start is compiling.
 * The build copies this file into `dist/`. V8 takes compiled code of its own version alone, so the name of the file beside the source says
 * for which Node it was made; another Node compiles the source, and remembers that itself where it can (`NODE_DISABLE_COMPILE_CACHE=1`
 * keeps it from that).
 */
const { existsSync, readFileSync } = require('node:fs')
const { createRequire, enableCompileCache } = require('node:module')
const { dirname, join } = require('node:path')
const { constants, Script } = require('node:vm')

/** What was run here, by its file. */
const ran = new Map()
exports.ran = ran

/** The file with the code that this Node can take. */
exports.compiledFor = (file) => `${file}.${process.version}-${process.platform}-${process.arch}`

/** @returns the exports of a file, from its compiled code where there is some */
exports.load = (file) => {
  // Two importers of one file must get the same.
  if (ran.has(file) || existsSync(exports.compiledFor(file))) return exports.runScript(file).exports
  enableCompileCache?.()
  return createRequire(file)(file)
}

/** @returns the exports of a file of the folder `late`, which is read when it is needed */
exports.late = (name) => exports.load(join(__dirname, 'late', `${name}.cjs`))

/** @returns the exports of a file of ASCII, and its script, which can write compiled code */
exports.runScript = (file) => {
  if (ran.has(file)) return ran.get(file)
  const compiled = exports.compiledFor(file)
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`, {
    filename: file,
    cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  const result = { script, exports: undefined }
  ran.set(file, result)
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  result.exports = module.exports
  return result
}
