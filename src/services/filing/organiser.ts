import { hashText } from '../../world/chance.ts'
import type { Filing, Organiser } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'

/** Provinces by the character that begins their filing numbers. */
const PROVINCES =
  '北京京 天津津 河北冀 山西晋 内蒙古蒙 辽宁辽 吉林吉 黑龙江黑 上海沪 江苏苏 浙江浙 安徽皖 福建闽 江西赣 山东鲁 河南豫 湖北鄂 湖南湘 广东粤 广西桂 海南琼 重庆渝 四川蜀 贵州黔 云南滇 西藏藏 陕西陕 甘肃陇 青海青 宁夏宁 新疆新'

/** Who stands behind the sites of an account; one account, one organiser (S-24). */
export function organiserOf(world: World, accountId: string): Organiser | undefined {
  return world.organisers.by('account', accountId).first()
}

/** The organiser of a filing that is through, made now if the account has none. Tells `organiser.filed` then. */
export function fileOrganiser(world: World, filing: Filing): Organiser {
  const known = organiserOf(world, filing.accountId)
  if (known) return known
  const { organiserName: name, ...rest } = filing
  const organiser = putOrganiser(world, { ...rest, name })
  world.tell({ type: 'organiser.filed', organiserId: organiser.id, accountId: organiser.accountId })
  return organiser
}

/** Writes a new organiser, without telling why; its number is drawn unless it has one. */
export function putOrganiser(
  world: World,
  data: Pick<Organiser, 'accountId' | 'name' | 'nature' | 'region' | 'certificateType' | 'certificateNumber'> & {
    readonly filingNumber?: string
  },
): Organiser {
  const { accountId, name, nature, region, certificateType, certificateNumber } = data
  const now = world.clock.now()
  return world.organisers.put({
    id: `organiser-${world.ids.next('organiser')}`,
    accountId,
    name,
    nature,
    region,
    certificateType,
    certificateNumber,
    filingNumber: data.filingNumber ?? numberOf(world, region, certificateNumber),
    filedAt: now,
  })
}

/** A site's number: that of its organiser and how many there are (the form is inferred). */
export function filingNumber(world: World, organiser: Organiser, { accountId, serviceType }: Filing): string {
  const filed = [...world.filings.by('account', accountId)].filter(({ status }) => status === 'filed').length
  return `${organiser.filingNumber}-${filed + 1}${serviceType === 'app' ? 'A' : ''}`
}

function numberOf(world: World, region: string, certificate: string): string {
  const province = PROVINCES.split(' ').find((entry) => region.startsWith(entry.slice(0, -1)))
  const year = new Date(world.clock.now()).getUTCFullYear()
  return `${province?.slice(-1) ?? region.slice(0, 1)}ICP备${year}${hashText(6, '0123456789', world.seed, 'icp', certificate)}号`
}
