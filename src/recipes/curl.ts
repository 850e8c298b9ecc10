import type { Prepared } from './prepare.ts'

/** A command line that makes the call with `curl`, in a loop if several calls are needed. */
export function curlOf({ request, times, fill }: Prepared, url: string): string {
  const { method, path, query, headers, body } = request
  const filler = fill && `$(head -c ${fill.bytes} /dev/zero | tr '\\0' x)`
  const asked = [query, fill?.in === 'query' ? `filler=${filler}` : ''].filter((part) => part !== '').join('&')
  const target = `${url}${path}${asked === '' ? '' : `?${asked}`}`
  const parts = [
    `curl -sS -i${method === 'GET' ? '' : ` -X ${method}`} ${fill?.in === 'query' ? `"${target}"` : quoted(target)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(fill?.in === 'header' ? [`-H "x-filler: ${filler}"`] : []),
    ...(fill?.in === 'body' ? ['--data-binary @-'] : body === '' ? [] : [`--data-raw ${quoted(body)}`]),
  ]
  const piped = fill?.in === 'body' ? `head -c ${fill.bytes} /dev/zero | ` : ''
  const line = `${piped}${parts.join(' \\\n  ')}`
  return times === 1 ? line : `for n in $(seq ${times}); do\n${line}; echo\ndone`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
