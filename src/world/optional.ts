/** What only some worlds have: the start that was asked for, and a time without use after which they are dropped. */
export const optional = (start: string | undefined, idle: number | undefined) => ({
  ...(start === undefined ? {} : { start }),
  ...(idle === undefined ? {} : { idle }),
})
