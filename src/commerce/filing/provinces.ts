/** A province: the first digits of its certificates (GB/T 2260), its name, the character of its filing numbers. */
export interface Province {
  readonly code: string
  readonly name: string
  readonly sign: string
}

const PROVINCES: readonly Province[] =
  '11北京京 12天津津 13河北冀 14山西晋 15内蒙古蒙 21辽宁辽 22吉林吉 23黑龙江黑 31上海沪 32江苏苏 33浙江浙 34安徽皖 35福建闽 36江西赣 37山东鲁 41河南豫 42湖北鄂 43湖南湘 44广东粤 45广西桂 46海南琼 50重庆渝 51四川蜀 52贵州黔 53云南滇 54西藏藏 61陕西陕 62甘肃陇 63青海青 64宁夏宁 65新疆新'
    .split(' ')
    .map((row) => ({ code: row.slice(0, 2), name: row.slice(2, -1), sign: row.slice(-1) }))

/** Provinces where individuals file only with an identity card of the same province (second-hand vendor text). */
const LOCAL_INDIVIDUALS: readonly string[] = ['内蒙古', '山西', '青海', '新疆', '广西', '宁夏', '西藏']

/** Provinces where the person responsible for a site need not be the legal representative (second-hand vendor text). */
const FREE_RESPONSIBLE: readonly string[] = ['安徽', '海南']

const REST = /^(省|市|(壮族|回族|维吾尔)?自治区)?([\u4e00-\u9fa5]{1,16}(市|区|县|州|盟|旗))*$/

/** The province of a region such as 上海, 上海市 or 江苏省苏州市; undefined when there is none. */
export function provinceOf(region: string): Province | undefined {
  return PROVINCES.find(({ name }) => region.startsWith(name) && REST.test(region.slice(name.length)))
}

/**
 * The province that issued a certificate, as far as its number shows it: an organisation's code of 18 characters, or the number of an
 * identity card. Undefined for other numbers and for registrations at national level.
 */
export function issuingProvince(certificateNumber: string, individual: boolean): Province | undefined {
  const code = individual ? /^(\d\d)\d{15}[\dX]$/i.exec(certificateNumber) : /^[0-9A-Z]{2}(\d\d)\d{4}[0-9A-Z]{10}$/.exec(certificateNumber)
  return PROVINCES.find((province) => province.code === code?.[1])
}

/** Names of all provinces, for messages. */
export const provinceNames: readonly string[] = PROVINCES.map(({ name }) => name)

/** Whether an individual may file in a province with a certificate of another province. */
export const takesOtherIndividuals = ({ name }: Province): boolean => !LOCAL_INDIVIDUALS.includes(name)

/** Whether the person responsible has to be the legal representative of an organisation in a region. */
export const needsRepresentative = (region: string): boolean => !FREE_RESPONSIBLE.includes(provinceOf(region)?.name ?? '')
