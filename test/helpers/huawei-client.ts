import { BasicCredentials, GlobalCredentials, Region } from '@huaweicloud/huaweicloud-sdk-core'
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js'
import type { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient.js'
import { Logger4jInstance } from '@huaweicloud/huaweicloud-sdk-core/logger/log4jLogger.js'
import type { PrintedCredentials } from '../../src/index.ts'

// The core prints every refusal with its whole request.
Logger4jInstance.level = 'off'

/** One call as the vendor's generated Node clients hand it to their core. */
export interface SdkCall {
  readonly method: string
  readonly url: string
  readonly queryParams?: Record<string, unknown>
  readonly pathParams?: Record<string, unknown>
  readonly headers?: Record<string, string>
  readonly data?: Record<string, unknown>
}

/** The vendor's own SDK core, unmodified, pointed at an address; signs with real keys. */
export function huaweiClient(
  url: string,
  keys: PrintedCredentials,
  options: { readonly project?: boolean; readonly byRegion?: boolean; readonly securityToken?: string } = {},
) {
  const credentials = options.project
    ? new BasicCredentials({ ak: keys.ak, sk: keys.sk, ...(options.byRegion ? {} : { projectId: keys.project_id }) })
    : new GlobalCredentials({ ak: keys.ak, sk: keys.sk, ...(options.byRegion ? {} : { domainId: keys.domain_id }) })
  if (options.securityToken) credentials.withSecurityToken(options.securityToken)
  if (options.byRegion) credentials.withIamEndpoint(url)
  const builder = new ClientBuilder<HcClient>(
    (client) => client,
    options.project ? 'BasicCredentials' : 'GlobalCredentials',
  ).withCredential(credentials)
  const client = (options.byRegion ? builder.withRegion(new Region('cn-north-4', url)) : builder.withEndpoint(url)).build()
  return (call: SdkCall): Promise<Record<string, unknown> & { httpStatusCode: number }> =>
    client.sendRequest({ contentType: 'application/json', queryParams: {}, pathParams: {}, headers: {}, ...call }) as never
}
