/** What says with which others a world, or a snapshot of it, is stored. */
export interface Related {
  readonly name: string
  /** The worlds it was forked from, the first one first. */
  readonly ancestors: readonly string[]
  /** Set when its ancestors do not tell: a fork whose content was replaced by an import. */
  readonly family?: string
}

/**
 * The family of a world: the name of the world from which it and its relatives were forked. Forks and snapshots share content with it, so
 * they are written to one log.
 */
export function familyOf({ name, ancestors, family }: Related): string {
  return family ?? ancestors[0] ?? name
}

/** What a fork of `name` has in common with it. */
export function kinOf({ ancestors, family }: Omit<Related, 'name'>, name: string): Omit<Related, 'name'> {
  return { ancestors: [...ancestors, name], ...(family === undefined ? {} : { family }) }
}
