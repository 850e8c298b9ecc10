import type { WrittenRequest } from './explanation-api.ts'
import { splitAddress, Unreadable } from './written-address.ts'

/** Options of curl whose value says nothing about the request. */
const SKIPPED =
  /^(-o|--output|-m|--max-time|--connect-timeout|-x|--proxy|--cacert|--cert|--key|--resolve|--retry|--retry-delay|-w|--write-out|--limit-rate|-D|--dump-header|-c|--cookie-jar|--interface)$/
/** Short options that take a value, which may follow without a blank. */
const SHORT = /^-([XHdAbeumowxDc])(.+)$/s

/** Reads a curl command as browsers and the sandbox print it. @throws Unreadable */
export function readCurl(text: string): WrittenRequest {
  const [, ...words] = shellWords(text)
  const found = { headers: {} as Record<string, string>, data: [] as string[], method: '', address: '', get: false, json: false }
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    const [, short, glued] = SHORT.exec(word) ?? []
    const [name = '', inline] = short === undefined ? (word.startsWith('--') ? word.split(/=(.*)/s) : [word]) : [`-${short}`, glued]
    const value = () => {
      const got = inline ?? words[++i]
      if (got === undefined) throw new Unreadable(`The curl command ends after ${name}, which needs a value.`)
      return got
    }
    if (!word.startsWith('-')) found.address = word
    else if (SKIPPED.test(name)) value()
    else if (name === '-X' || name === '--request') found.method = value().toUpperCase()
    else if (name === '-H' || name === '--header') addHeader(found.headers, value())
    else if (name === '-A' || name === '--user-agent') found.headers['user-agent'] = value()
    else if (name === '-e' || name === '--referer') found.headers['referer'] = value()
    else if (name === '-b' || name === '--cookie') found.headers['cookie'] = value()
    else if (name === '-u' || name === '--user') value()
    else if (name === '--url') found.address = value()
    else if (name === '-G' || name === '--get') found.get = true
    else if (name === '-I' || name === '--head') found.method = 'HEAD'
    else if (/^(-d|--data|--data-raw|--data-binary|--data-ascii|--json)$/.test(name)) {
      const data = value()
      if (data.startsWith('@') && name !== '--data-raw')
        throw new Unreadable(`The curl command reads its body from ${data.slice(1)}. Write the body into it: --data-raw '…'.`)
      found.data.push(data)
      found.json ||= name === '--json'
    } else if (/^(-F|--form|--data-urlencode|-T|--upload-file)$/.test(name))
      throw new Unreadable(`The curl option ${name} is not read here. Write the body as it is sent: --data-raw '…'.`)
  }
  if (found.address === '') throw new Unreadable('The curl command has no address.')
  const { host, path, query } = splitAddress(found.address)
  const body = found.data.join(found.json ? '' : '&')
  const { headers } = found
  headers['host'] ??= host
  if (found.get)
    return { method: found.method || 'GET', path, query: [query, body].filter((part) => part !== '').join('&'), headers, body: '' }
  if (found.data.length > 0) headers['content-type'] ??= found.json ? 'application/json' : 'application/x-www-form-urlencoded'
  return { method: found.method || (found.data.length > 0 ? 'POST' : 'GET'), path, query, headers, body }
}

/** Adds a header line; a repeated header is joined as HTTP does. */
export function addHeader(headers: Record<string, string>, line: string): void {
  const at = line.indexOf(':')
  if (at <= 0) return
  const name = line.slice(0, at).trim().toLowerCase()
  const value = line.slice(at + 1).trim()
  headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** Splits a command line into words, with the quotation marks of sh. */
function shellWords(text: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let at = 0
  const upTo = (end: string) => {
    const stop = text.indexOf(end, at)
    if (stop < 0) throw new Unreadable(`The curl command has no closing ${end}.`)
    const part = text.slice(at, stop)
    at = stop + 1
    return part
  }
  while (at < text.length) {
    const one = text[at++] as string
    if (/\s/.test(one)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (one === "'") word = (word ?? '') + upTo("'")
    else if (one === '$' && text[at] === "'") {
      at++
      word = (word ?? '') + quotedAnsi()
    } else if (one === '"') word = (word ?? '') + quotedDouble()
    else if (one === '\\') {
      const next = text[at++] ?? ''
      if (next === '\r' && text[at] === '\n') at++
      else if (next !== '\n') word = (word ?? '') + next
    } else word = (word ?? '') + one
  }
  if (word !== undefined) words.push(word)
  return words

  function quotedDouble(): string {
    let part = ''
    for (; at < text.length; at++) {
      const one = text[at] as string
      if (one === '"') {
        at++
        return part
      }
      part += one === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '') ? (text[++at] === '\n' ? '' : text[at]) : one
    }
    throw new Unreadable('The curl command has no closing ".')
  }

  /** `$'…'`, in which browsers write line ends and characters beyond ASCII. */
  function quotedAnsi(): string {
    let part = ''
    for (; at < text.length; at++) {
      const one = text[at] as string
      if (one === "'") {
        at++
        return part
      }
      if (one !== '\\') part += one
      else {
        const code = /^u([0-9a-f]{4})|^x([0-9a-f]{2})/i.exec(text.slice(at + 1, at + 6))
        if (code) part += String.fromCharCode(Number.parseInt((code[1] ?? code[2]) as string, 16))
        else part += ESCAPES[text[at + 1] as string] ?? text[at + 1] ?? ''
        at += code ? code[0].length : 1
      }
    }
    throw new Unreadable("The curl command has no closing '.")
  }
}
