import { WorldError } from '../../engine/world-error.ts'

/**
 * Something in a starting world or configuration cannot be read. `keys` is its path from the top of the document, from which the line in
 * the file can be found. `layer` is the name of the starting world that contains it, if that is a named one.
 */
export class StartFault extends WorldError {
  readonly where: string
  readonly what: string
  readonly key: string | undefined
  layer: string | undefined

  constructor(where: string, what: string, key?: string) {
    super('start.malformed', `${where}: ${what}`)
    this.name = 'StartFault'
    this.where = where
    this.what = what
    this.key = key
  }

  /** `orders[3].lines[0].productId` as keys and positions. */
  get keys(): readonly (string | number)[] {
    const found: (string | number)[] = []
    // `start` means the whole document.
    if (this.where === 'start') return this.key === undefined ? [] : [this.key]
    for (const [, index, name] of this.where.matchAll(/\[(\d+)\]|([^.[\]]+)/g))
      found.push(index === undefined ? (name ?? '') : Number(index))
    return this.key === undefined ? found : [...found, this.key]
  }
}
