/** The exports of a command's file. */
export interface CommandFile {
  /** The command, as the parser defines one; the types of its arguments differ. */
  readonly default: unknown
  /** A list that the help prints after the options. */
  readonly more?: () => { readonly title: string; readonly rows: readonly (readonly [name: string, about: string])[] }
}

/** A command: its name, one line for the lists, and its file, which is loaded when the command is called. */
export interface Command {
  readonly name: string
  readonly about: string
  readonly load: () => Promise<CommandFile>
  /** Former names, from before there were groups. They still work; only the command's own help lists them. */
  readonly also: readonly string[]
}

/** Commands that share their first word: `order buy`, `order pay`. */
export interface Group {
  readonly name: string
  readonly about: string
  readonly commands: readonly (Command | Group)[]
}

/** A task, with its commands and groups. */
export interface Heading {
  readonly title: string
  readonly commands: readonly (Command | Group)[]
}

/** A command for the list. */
export const command = (name: string, about: string, load: Command['load'], ...also: string[]): Command => ({ name, about, load, also })
/** A group for the list. */
export const group = (name: string, about: string, ...commands: (Command | Group)[]): Group => ({ name, about, commands })
