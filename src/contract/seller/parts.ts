/** Calls that a seller serves either all or none of (x-required-interfaces of the specs). Each part has its own pact file. */
export interface Part {
  /** `basic` → `koogallery-seller-basic.json`. Never changes once published. */
  readonly name: string
  readonly title: string
  readonly service: 'production' | 'production-licence' | 'production-v1'
  readonly operations: readonly string[]
}

const KIT = ['tenantSync', 'applicationSync', 'authSync', 'singleOrgSync', 'allOrgSync']

export const PARTS: readonly Part[] = [
  {
    name: 'basic',
    title: 'What every SaaS product serves',
    service: 'production',
    operations: ['newInstance', 'queryInstance', 'releaseInstance'],
  },
  {
    name: 'period',
    title: 'What has an end and can be frozen',
    service: 'production',
    operations: ['refreshInstance', 'updateInstanceStatus'],
  },
  {
    name: 'change',
    title: 'What can be upgraded or changed at a renewal',
    service: 'production',
    operations: ['upgradeInstance', 'changeInstanceCheck'],
  },
  { name: 'notification', title: 'Order notification', service: 'production', operations: ['orderNotify'] },
  { name: 'kit', title: 'Joint operations', service: 'production', operations: KIT },
  {
    name: 'licence-codes',
    title: 'Licence codes',
    service: 'production',
    operations: ['refreshLicenseCode', 'updateLicenseCodeStatus', 'releaseLicenseCode'],
  },
  { name: 'online-licence', title: 'Online licences', service: 'production-licence', operations: ['getLicenseAsync'] },
  { name: 'v1', title: 'V1.0: what every product serves', service: 'production-v1', operations: ['newInstance', 'releaseInstance'] },
  { name: 'v1-period', title: 'V1.0: what has an end', service: 'production-v1', operations: ['refreshInstance', 'expireInstance'] },
  { name: 'v1-use', title: 'V1.0: pay-per-use and packages', service: 'production-v1', operations: ['instanceStatus', 'queryInstance'] },
  { name: 'v1-change', title: 'V1.0: what can be upgraded', service: 'production-v1', operations: ['upgradeInstance'] },
  {
    name: 'v1-licence',
    title: 'V1.0: licences',
    service: 'production-v1',
    operations: ['getLicense', 'refreshLicense', 'expireLicense', 'releaseLicense'],
  },
  { name: 'v1-kit', title: 'V1.0: joint operations', service: 'production-v1', operations: KIT },
]
