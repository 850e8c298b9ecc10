import { type Sandbox, VERSION } from '../../index.ts'
import { paint } from '../terminal/print.ts'
import { certificateFile } from '../terminal/tls-files.ts'

/** What somebody chose is known to them already, and the output often goes to a log that others read: only what was made up is printed. */
export interface MadeUp {
  readonly controlToken?: string | undefined
  readonly seed?: string | undefined
}

/**
 * What `serve` says first to a person: where it answers, and one call to try.
 * @param open nobody needs a token to read the credentials; only then does the call contain one
 */
export function welcome(
  { url, urls, specs, credentials, controlToken, certificate }: Sandbox,
  { beside, config, open, madeUp }: Readonly<{ beside: readonly string[]; config?: string | undefined; open: boolean; madeUp: MadeUp }>,
): string {
  // With a foreign document, show one of its operations rather than a built-in one.
  const easy = specs.operations.filter(({ method, path, ours }) => method === 'GET' && !path.includes('{') && !ours)
  const operation =
    easy.find(({ service }) => beside.length > 0 && !beside.includes(service)) ??
    easy.find(({ ref }) => ref === 'bss.ListCustomerOrders') ??
    easy[0]
  const here = url.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]')
  const elsewhere = here === 'http://127.0.0.1:4100' ? '' : ` --url ${here}`
  const needed = operation?.auth.includes('token') === true && credentials.buyer !== undefined
  const token = needed ? (open ? ` -H 'X-Auth-Token: ${credentials.buyer?.token}'` : ` -H "X-Auth-Token: $KOOSANDBOX_TOKEN"`) : ''
  const trust = certificate === undefined ? '' : ` --cacert '${certificateFile()}'`
  const words = `${trust} '${here}${operation?.path}'${token}`
  // The pages read it from there, and take it out of the address.
  const shown = madeUp.controlToken === undefined ? '' : `#token=${madeUp.controlToken}`
  return [
    `${paint('bold', 'koogallery-sandbox')} ${VERSION} answers at ${urls.map((one) => paint('cyan', one)).join(' and ')}`,
    ...(madeUp.controlToken !== undefined
      ? [`Control token: ${madeUp.controlToken} (KOOSANDBOX_CONTROL_TOKEN)`]
      : controlToken !== undefined
        ? ['Control token: the one that you set in KOOSANDBOX_CONTROL_TOKEN']
        : []),
    ...(madeUp.seed === undefined ? [] : [`Seed of its keys and secrets: ${madeUp.seed} (pass it with --seed to get the same ones again)`]),
    `Console: ${here}/${shown} · Reference: ${here}/_sandbox/docs${shown}`,
    `Keys: koosandbox env${elsewhere}`,
    ...(certificate === undefined ? [] : [`Certificate: ${certificateFile()}`]),
    ...(config === undefined ? [] : [`Configuration: ${config}`]),
    ...(operation ? [needed && !open ? `Try: eval "$(koosandbox env${elsewhere})" && curl -s${words}` : `Try: curl -s${words}`] : []),
    '',
  ].join('\n')
}
