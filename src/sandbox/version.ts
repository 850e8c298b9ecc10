/** Replaced by the build with the version of package.json. */
declare const __VERSION__: string | undefined

/** Version of the package; `dev` in a source checkout. */
export const VERSION: string = typeof __VERSION__ === 'string' ? __VERSION__ : 'dev'
