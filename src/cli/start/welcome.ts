import { type Sandbox, VERSION } from '../../index.ts'
import { paint } from '../terminal/print.ts'
import { certificateFile } from '../terminal/tls-files.ts'

/** What `serve` says first to a person: where it answers, and one call to try. */
export function welcome(
  { url, urls, specs, credentials, controlToken, certificate, world }: Sandbox,
  beside: readonly string[],
  config: string | undefined,
  shared: boolean,
): string {
  // With a foreign document, show one of its operations rather than a built-in one.
  const easy = specs.operations.filter(({ method, path, ours }) => method === 'GET' && !path.includes('{') && !ours)
  const operation =
    easy.find(({ service }) => beside.length > 0 && !beside.includes(service)) ??
    easy.find(({ ref }) => ref === 'bss.ListCustomerOrders') ??
    easy[0]
  const here = url.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]')
  const token = operation?.auth.includes('token') && credentials.buyer ? ` -H 'X-Auth-Token: ${credentials.buyer.token}'` : ''
  // The pages read it from there, and take it out of the address.
  const shown = controlToken === undefined ? '' : `#token=${controlToken}`
  return [
    `${paint('bold', 'koogallery-sandbox')} ${VERSION} answers at ${urls.map((one) => paint('cyan', one)).join(' and ')}`,
    ...(controlToken === undefined ? [] : [`Control token: ${controlToken} (KOOSANDBOX_CONTROL_TOKEN)`]),
    ...(shared ? [`Seed of its keys and secrets: ${world.seed} (pass it with --seed to get the same ones again)`] : []),
    `Console: ${here}/${shown} · Reference: ${here}/_sandbox/docs${shown}`,
    `Keys: koosandbox env${here === 'http://127.0.0.1:4100' ? '' : ` --url ${here}`}`,
    ...(certificate === undefined ? [] : [`Certificate: ${certificateFile()}`]),
    ...(config === undefined ? [] : [`Configuration: ${config}`]),
    ...(operation
      ? [`Try: curl -s ${certificate === undefined ? '' : `--cacert '${certificateFile()}' `}'${here}${operation.path}'${token}`]
      : []),
    '',
  ].join('\n')
}
