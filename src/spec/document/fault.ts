/** A spec that cannot be used. The message names file, line and key, and what to write instead. */
export class SpecFault extends Error {
  override readonly name = 'SpecFault'
}
