/** The problem document of a refusal by the control API (RFC 9457). */
export interface Problem {
  readonly detail: string
  readonly code?: string
  readonly documented?: readonly string[]
  readonly findings?: readonly { readonly pointer: string; readonly expected?: string; readonly got?: string }[]
}

/**
 * A refusal of the control API as a message of the command line: without pointers, and with commands instead of requests.
 * @param path what was called
 */
export function explainProblem({ detail, code, documented = [], findings: [first] = [] }: Problem, path = ''): string {
  if (first) return `${readable(first.pointer)} must be ${first.expected ?? 'something else'}, not ${first.got ?? 'this'}.`
  switch (code) {
    case 'unknown-world':
    case 'world.unknown': {
      const name = /world "([^"]*)"/.exec(detail)?.[1] ?? 'NAME'
      return `${detail.replace(/ (POST \S+ opens one|Create it with .*)\.$/, '')} Run \`koosandbox world create ${name}\` to create it.`
    }
    case 'unknown-start':
      return `${detail} There are: ${documented.join(', ')}.`
    case 'unknown-operation':
      return `${detail} Run \`koosandbox error list\` to list them.`
    case 'duration.malformed':
      // Only the clock takes moments as well.
      return path.endsWith('/clock/advance') ? `${detail} Or name a moment: 2027-01-01T00:00:00Z.` : detail
    case 'unauthorized':
      return `${detail} Pass it with --control-token or KOOSANDBOX_CONTROL_TOKEN.`
    default:
      return detail
  }
}

/** `/query/limit` becomes `limit`, `/body/lines/0/a~1b` becomes `lines[0].a/b`. */
function readable(pointer: string): string {
  const keys = pointer
    .replace(/^\/(body|query|path|header)(?=\/|$)/, '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const path = keys.map((key, at) => (/^\d+$/.test(key) ? `[${key}]` : `${at === 0 ? '' : '.'}${key}`)).join('')
  return path || 'The request'
}
