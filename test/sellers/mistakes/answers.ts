import type { Mistake } from './mistake.ts'

const SAID = 'Response.json({ resultCode: code, resultMsg, ...more }, { headers: '
const HEADERS = "{ headers: { 'content-type': 'application/json' } })"
const REFUSED = 'if (error instanceof Refusal) return answer(error.code, error.message)'
const DONE = "return answer(CODE.success, 'success', activities[name]?.(body))"

/** Mistakes in the form of an answer. */
export const ANSWERS: readonly Mistake[] = [
  {
    name: 'result-code-as-number',
    mistake: 'writes the result code as a number',
    rule: 'answer.field.wrong',
    says: /in quotation marks/,
    changes: [[SAID, SAID.replace('code,', 'Number(code),')]],
  },
  {
    name: 'result-code-missing',
    mistake: 'calls the result code by another name',
    rule: 'answer.field.missing',
    says: /a value, it is mandatory/,
    changes: [[SAID, SAID.replace('resultCode: code', 'code')]],
  },
  {
    name: 'result-code-of-its-own',
    mistake: 'answers a code of its own for an instance that it does not know',
    rule: 'answer.resultCode.unknown',
    says: /Answer with a code of the table/,
    changes: [["noSuchInstance: '000003'", "noSuchInstance: '000404'"]],
  },
  {
    name: 'result-code-misprinted',
    mistake: 'copies the misprinted seven digits of 0000004 for an instance that opens in the background',
    rule: 'answer.resultCode.unknown',
    says: /six digits, 000004/,
    changes: [[DONE, "return answer(name === 'newInstance' ? '0000004' : CODE.success, 'success', activities[name]?.(body))"]],
  },
  {
    name: 'result-text-too-long',
    mistake: 'sends the stack as text of the result',
    rule: 'answer.field.too-long',
    says: /at most 255 characters/,
    changes: [[REFUSED, 'if (error instanceof Refusal) return answer(error.code, error.stack?.padEnd(300) ?? error.message)']],
  },
  {
    name: 'created',
    mistake: 'answers 201 for a new instance',
    rule: 'answer.status.wrong',
    says: /Answer 200 whatever was done/,
    changes: [[HEADERS, "{ status: 'instanceId' in more ? 201 : 200, headers: { 'content-type': 'application/json' } })"]],
  },
  {
    name: 'bad-request',
    mistake: 'answers 400 where it refuses',
    rule: 'answer.status.wrong',
    says: /Send refusals in resultCode/,
    changes: [[HEADERS, HEADERS.replace('{ headers', '{ status: code === CODE.success ? 200 : 400, headers')]],
  },
  {
    name: 'internal-server-error',
    mistake: 'breaks with 500 when a member is missing',
    rule: 'answer.status.wrong',
    says: /The seller failed/,
    changes: [
      ["    return answer(CODE.internalError, 'internal error')\n", "    return new Response('Internal Server Error', { status: 500 })\n"],
      ['  const value = body[name]\n', '  const value = (body[name] as string).trim()\n'],
    ],
  },
  {
    name: 'redirect',
    mistake: 'redirects to its address with a slash at the end',
    rule: 'answer.status.wrong',
    says: /Redirects are not followed/,
    changes: [
      [
        "  app.post('/isv', async",
        "  app.post('/isv', (c) => c.redirect(c.req.url.replace('/isv', '/isv/'), 308))\n  app.post('/isv/', async",
      ],
    ],
  },
  {
    name: 'plain-text',
    mistake: 'sends JSON as text',
    rule: 'answer.content-type.wrong',
    says: /Set the content type/,
    changes: [[HEADERS, HEADERS.replace('application/json', 'text/plain')]],
  },
  {
    name: 'page',
    mistake: 'shows a page where it refuses',
    rule: 'answer.body.unparsable',
    says: /This is a page/,
    also: ['answer.content-type.wrong'],
    changes: [
      ['app.onError((error) => {', 'app.onError((error, c) => {'],
      [REFUSED, 'if (error instanceof Refusal) return c.html(`<!DOCTYPE html><title>Error</title><h1>${error.message}</h1>`)'],
    ],
  },
  {
    name: 'empty',
    mistake: 'says nothing where there is nothing to add',
    rule: 'answer.body.unparsable',
    says: /The body is empty/,
    changes: [
      [
        DONE,
        `const more = activities[name]?.(body)\n    if (!more) return c.body('', 200, { 'content-type': 'application/json' })\n    return answer(CODE.success, 'success', more)`,
      ],
    ],
  },
  {
    name: 'in-an-array',
    mistake: 'wraps its answers in an array',
    rule: 'answer.body.unparsable',
    says: /This is an array/,
    changes: [[SAID, 'Response.json([{ resultCode: code, resultMsg, ...more }], { headers: ']],
  },
  {
    name: 'in-a-text',
    mistake: 'sends its JSON as a JSON text',
    rule: 'answer.body.unparsable',
    says: /serialised twice/,
    changes: [[SAID, 'Response.json(JSON.stringify({ resultCode: code, resultMsg, ...more }), { headers: ']],
  },
  {
    name: 'in-another-encoding',
    mistake: 'writes its answers in GBK',
    rule: 'answer.body.not-utf8',
    says: /Write the answer in UTF-8/,
    // 成功
    changes: [
      [
        DONE,
        `activities[name]?.(body)\n    if (name === 'releaseInstance') return new Response(Uint8Array.from([...Buffer.from('{"resultCode":"000000","resultMsg":"'), 0xb3, 0xc9, 0xb9, 0xa6, ...Buffer.from('"}')]), { headers: { 'content-type': 'application/json' } })\n    ${DONE}`,
      ],
    ],
  },
  {
    name: 'slow',
    mistake: 'opens an instance inside the call, which takes 25 seconds',
    rule: 'answer.timeout',
    says: /Answer at once with 000004/,
    changes: [[DONE, `if (name === 'newInstance') await new Promise((resolve) => setTimeout(resolve, 25_000))\n    ${DONE}`]],
  },
  {
    name: 'app-info-as-text',
    mistake: 'sends appInfo as a JSON text',
    rule: 'answer.field.wrong',
    says: /^object /,
    changes: [
      ['    return { frontEndUrl: site,', '    return JSON.stringify({ frontEndUrl: site,'],
      ["from our mail.' }\n", "from our mail.' })\n"],
    ],
  },
  {
    name: 'address-too-long',
    mistake: 'puts a token of 600 characters into the address of its site',
    rule: 'answer.field.too-long',
    says: /at most 512 characters/,
    changes: [['frontEndUrl: site,', "frontEndUrl: `${site}?token=${'x'.repeat(600)}`,"]],
  },
  {
    name: 'byte-order-mark',
    mistake: 'puts a byte order mark before its answers',
    rule: 'answer.body.byte-order-mark',
    says: /without a byte order mark/,
    warns: true,
    changes: [[SAID, 'new Response(`\\uFEFF${JSON.stringify({ resultCode: code, resultMsg, ...more })}`, { headers: ']],
  },
  {
    name: 'site-without-scheme',
    mistake: 'names its site without a scheme',
    rule: 'answer.frontEndUrl.no-address',
    says: /full address with scheme and host/,
    warns: true,
    changes: [['frontEndUrl: site,', "frontEndUrl: 'crm.example.com',"]],
  },
  {
    name: 'query-without-app-info',
    mistake: 'shows instances without appInfo',
    rule: 'answer.appInfo.missing',
    says: /Answer appInfo with frontEndUrl/,
    warns: true,
    changes: [['info: known.map((instanceId) => ({ instanceId, appInfo: appOf() }))', 'info: known.map((instanceId) => ({ instanceId }))']],
  },
  {
    name: 'null-in-refusals',
    mistake: 'writes info as null where it refuses',
    rule: 'answer.field.null',
    says: /Leave out what has no value/,
    warns: true,
    changes: [[SAID, SAID.replace('...more', '...(code === CODE.success ? {} : { info: null }), ...more')]],
  },
  {
    name: 'in-process-for-strangers',
    mistake: 'answers 000004 for an instance that it does not know',
    rule: 'answer.resultCode.unknown',
    says: /^(?!.*background)/,
    changes: [
      [
        "if (!instance || instance.status === 'released') throw new Refusal(CODE.noSuchInstance, 'no such instance')",
        "if (!instance || instance.status === 'released') throw new Refusal('000004', 'in process')",
      ],
    ],
  },
  {
    name: 'memo-raw',
    mistake: 'writes Chinese text of a memo as it is',
    rule: 'answer.memo.not-escaped',
    says: /characters beyond ASCII as/,
    warns: true,
    changes: [['Sign in with the account from our mail.', '请使用邮件中的账号登录。']],
  },
]
