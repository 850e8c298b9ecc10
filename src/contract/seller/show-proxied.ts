import type { ProxiedExchange } from '../../proxy/sign-proxy.ts'
import { type ShownExchange, showExchange } from '../../report/exchange.ts'

/** A forwarded call for the report. @param secrets keys, to be masked */
export function showProxied({ call, status, answer }: ProxiedExchange, secrets: readonly string[]): ShownExchange {
  const { method, url, headers, body, edition, canonical } = call
  // Texts of V1.0 do not begin with the key.
  const signed = edition === 'v2' || edition === 'kit' ? `[key]${canonical}` : canonical
  return showExchange(
    {
      request: { method, url: url.href, headers: Object.fromEntries(headers), body },
      ...(signed === '' ? {} : { signed }),
      answer: { status, headers: {}, body: answer },
    },
    secrets,
  )
}
