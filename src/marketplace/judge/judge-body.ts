import { parseBodySign, signBody } from '../../signing/index.ts'
import { escapeKey } from '../../spec/json-pointer.ts'
import { judgeInstance } from './judge-instance.ts'
import { judgeMemo } from './judge-memo.ts'
import { mistakeInAnswer, mistakeInCheck } from './mistakes.ts'
import type { Complain, Trial } from './trial.ts'

/** Checks the bytes of an answer; returns its JSON object, or undefined if it is not one. */
export function judgeBody(trial: Trial, bytes: Uint8Array, complain: Complain): Readonly<Record<string, unknown>> | undefined {
  judgeSignature(trial, bytes, complain)
  const text = decode(bytes)
  if (text === undefined) {
    complain({
      code: 'answer.body.not-utf8',
      pointer: '/body',
      expected: 'UTF-8',
      got: `${bytes.length} bytes that are not`,
      words: ['body-unparsable', {}],
      hint: 'Write the answer in UTF-8, Chinese text included.',
    })
    return undefined
  }
  const bare = text.replace(/^\uFEFF/, '')
  if (bare !== text) {
    complain({
      code: 'answer.body.byte-order-mark',
      level: 'warning',
      pointer: '/body',
      expected: 'JSON from the first byte on',
      got: 'a byte order mark (EF BB BF) before it',
      evidence: 'inferred',
      hint: 'Write UTF-8 without a byte order mark: JSON has none (RFC 8259), and many readers refuse it.',
    })
  }
  const body = parse(bare)
  if (body === undefined) {
    complain({
      code: 'answer.body.unparsable',
      pointer: '/body',
      expected: 'a JSON object',
      got: text === '' ? 'nothing' : text.slice(0, 120),
      words: ['body-unparsable', {}],
      hint: noObject(text.trimStart()),
    })
    return undefined
  }
  judgeFields(trial, body, complain)
  judgeCode(trial, body, complain)
  judgeInstance(trial, body, complain)
  judgeMemo(text, body, complain)
  return body
}

/** What was sent instead of a JSON object, by its first character. */
function noObject(text: string): string {
  if (text === '') return 'The body is empty. Send one JSON object, also where there is nothing to add.'
  if (text.startsWith('<')) return 'This is a page: a proxy, a login or the framework answered instead of the interface.'
  if (text.startsWith('[')) return 'This is an array. Send the JSON object itself and nothing else.'
  if (/^"\s*\{/.test(text)) return 'This is a JSON text that contains JSON: it was serialised twice. Send the object itself.'
  return 'Send one JSON object and nothing else.'
}

function judgeFields({ operation }: Trial, body: Readonly<Record<string, unknown>>, complain: Complain): void {
  if (body['resultMsg'] === undefined) {
    complain({
      code: 'answer.resultMsg.missing',
      level: 'warning',
      pointer: '/body/resultMsg',
      expected: 'a text',
      got: 'nothing',
      words: ['body-unparsable', {}],
      hint: 'The tables call it optional; the debugging page cannot read an answer without it.',
    })
  }
  const bare = withoutNulls(body)
  const strays = bare.nulls.length === 0 ? [] : operation.check({ status: 200, body })
  for (const pointer of bare.nulls) {
    // Unknown members are ignored. The vendor's own sample writes null for members without a value.
    if (!strays.some((one) => one.pointer === pointer)) continue
    complain({
      code: 'answer.field.null',
      level: 'warning',
      pointer,
      expected: 'a value, or no member at all',
      got: 'null',
      hint: 'Leave out what has no value: the tables have no null (NON_NULL in Jackson, exclude_none in pydantic).',
    })
  }
  for (const { pointer, expected = '', got = '' } of operation.check({ status: 200, body: bare.body })) {
    // A code of another length is not in the table: judgeCode reports it.
    if (pointer === '/body/resultCode' && typeof body['resultCode'] === 'string') continue
    const field = pointer.split('/').at(-1) ?? ''
    const missing = got === 'nothing'
    const long = /^at most \d+ character/.test(expected)
    complain({
      code: missing ? 'answer.field.missing' : long ? 'answer.field.too-long' : 'answer.field.wrong',
      pointer,
      expected,
      got,
      ...(missing
        ? { words: ['field-missing', { fileId: field }] as const }
        : long
          ? { words: ['field-length', { fileId: field }] as const }
          : {}),
      ...(field === 'resultCode' && got !== 'nothing'
        ? { hint: 'Result codes are text of six characters: "000000", in quotation marks.' }
        : {}),
    })
  }
}

type Body = Readonly<Record<string, unknown>>

/** An answer without the members that are null, at any depth, and their places. A mandatory member that is null is then missing. */
function withoutNulls(body: Body): { readonly body: Body; readonly nulls: readonly string[] } {
  const nulls: string[] = []
  const strip = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((one, i) => strip(one, `${at}/${i}`))
    if (typeof value !== 'object' || value === null) return value
    const kept: [string, unknown][] = []
    for (const [name, member] of Object.entries(value)) {
      const pointer = `${at}/${escapeKey(name)}`
      if (member === null) nulls.push(pointer)
      else kept.push([name, strip(member, pointer)])
    }
    return Object.fromEntries(kept)
  }
  return { body: strip(body, '/body') as Body, nulls }
}

function judgeCode(trial: Trial, body: Readonly<Record<string, unknown>>, complain: Complain): void {
  const { operation } = trial
  const code = body['resultCode']
  if (typeof code !== 'string') return
  const allowed = (operation.doc['x-result-codes'] ?? []).map((one) => (typeof one === 'string' ? one : one.code).replace(/:.*/, ''))
  if (allowed.length > 0 && !allowed.includes(code)) {
    complain({
      code: 'answer.resultCode.unknown',
      pointer: '/body/resultCode',
      expected: `one of ${allowed.join(', ')}`,
      got: code,
      ...resultMessageOf(body),
      source: 'CN/zh-cn_topic_0070649421',
      hint:
        code === '000004'
          ? `${operation.id} cannot be done in the background: only a new instance may be in process.`
          : code === '0000004'
            ? 'One page misprints the code: it has six digits, 000004.'
            : 'Answer with a code of the table; the text in resultMsg is free.',
    })
  } else if (code !== '000000' && code !== '000004' && !trial.expected?.refusals.includes(code)) {
    complain({
      code: 'answer.resultCode.failure',
      pointer: '/body/resultCode',
      expected: '000000',
      got: code,
      ...resultMessageOf(body),
      words: ['result-code', {}],
      hint: (code === '000001' && mistakeInCheck(trial, body)) || hintOf(code, operation.id),
    })
  }
}

/** The text of a refusal. */
export function resultMessageOf(body: Readonly<Record<string, unknown>> | undefined): { readonly said?: string } {
  const text = body?.['resultMsg']
  return typeof text === 'string' && text !== '' ? { said: text.slice(0, 255) } : {}
}

function hintOf(code: string, operation: string): string {
  // The sample project reads basic bodies into a map of texts.
  if (operation === 'changeInstanceCheck' && code !== '000001' && code !== '000003')
    return 'productInfo is an object with productId, skuCode and productName. A seller that reads bodies as a flat map of strings cannot take it. See its resultMsg and its log.'
  if (code === '000001') return 'The seller refused the signature: compare key, order of members, nonce and timestamp.'
  if (code === '000003') return 'The seller does not know the instance: check that it keeps the id that it answered to newInstance.'
  return 'The seller refused. See its resultMsg and its log.'
}

/** V1.0 requires a signature on every answer, V2.0 by setting; a wrong signature is always an error. */
function judgeSignature(trial: Trial, bytes: Uint8Array, complain: Complain): void {
  const { world, operation, outcome, key } = trial
  const header = outcome.answer?.headers['body-sign']
  const wanted = operation.service === 'production-v1' || world.setting('production.answerBodySign') === 'required'
  if (header === undefined && !wanted) return
  const parsed = parseBodySign(header)
  if ('problem' in parsed) {
    if (!wanted) return
    complain({
      code: parsed.problem === 'absent' ? 'answer.body-sign.missing' : 'answer.body-sign.malformed',
      pointer: '/header/Body-Sign',
      expected: 'sign_type="HMAC-SHA256", signature="…" with the double quotes',
      got: header === undefined ? 'none' : header.slice(0, 120),
      words: ['body-sign-missing', {}],
      hint: 'Every answer of V1.0 is signed, refusals too: see signBody of koogallery-sandbox/signing.',
    })
    return
  }
  const written = outcome.answer?.names?.find((name) => name.toLowerCase() === 'body-sign')
  if (wanted && written !== undefined && written !== 'Body-Sign') {
    complain({
      code: 'answer.body-sign.name',
      pointer: '/header/Body-Sign',
      expected: 'Body-Sign',
      got: written,
      words: ['body-sign-missing', {}],
      source: 'CN/zh-cn_topic_0082027567',
      hint: 'HTTP ignores the case of a header name, the marketplace does not. Fetch-style servers and HTTP/2 proxies write lower case.',
    })
  }
  const packed = outcome.answer?.packed
  const { value } = signBody(packed ?? bytes, key)
  if (value === parsed.signature) return
  complain({
    code: 'answer.body-sign.wrong',
    pointer: '/header/Body-Sign',
    expected: value,
    got: parsed.signature.slice(0, 120),
    words: ['body-sign-wrong', {}],
    hint:
      (packed && signBody(bytes, key).value === parsed.signature
        ? 'The body was signed before it was compressed: sign the bytes that go out, or do not compress.'
        : undefined) ??
      mistakeInAnswer(trial, bytes, parsed.signature) ??
      'Sign the bytes that go out, after every change of them: order, blanks, a newline at the end, compression.',
  })
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
