/** A word for a shell command: quoted if it has more than letters, digits and safe characters. */
export const shellWord = (word: string): string => (/^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
