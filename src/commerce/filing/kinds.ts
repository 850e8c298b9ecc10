/** The kind of organiser that is a person; all others are organisations. */
export const INDIVIDUAL = '个人'

/** Maximum number of sites of an individual (second-hand vendor text). */
export const SITES_OF_INDIVIDUAL = 5

const CODE = ['统一社会信用代码证书', '组织机构代码证']

/**
 * Kinds of organisers (主办单位性质) with the certificates allowed for each. 企业, 事业单位 and 个人 are the vendor's; the others and the certificates
 * are those of the authority's form (inferred).
 */
const CERTIFICATES: Readonly<Record<string, readonly string[]>> = {
  企业: ['营业执照', '工商营业执照', '外国企业常驻代表机构登记证', ...CODE],
  个人: [
    ...['居民身份证', '身份证', '护照', '军官证', '港澳居民来往内地通行证', '台湾居民来往大陆通行证'],
    ...['外国人永久居留身份证', '港澳居民居住证', '台湾居民居住证'],
  ],
  事业单位: ['事业单位法人证书', ...CODE],
  政府机关: CODE,
  国家机关: CODE,
  社会团体: ['社会团体法人登记证书', ...CODE],
  民办非企业单位: ['民办非企业单位登记证书', ...CODE],
  基金会: ['基金会法人登记证书', ...CODE],
  律师执业机构: ['律师事务所执业许可证', ...CODE],
  外国在华文化中心: ['外国在华文化中心登记证'],
  群众性团体组织: CODE,
  司法鉴定机构: ['司法鉴定许可证', ...CODE],
  宗教团体: ['宗教活动场所登记证', '社会团体法人登记证书', ...CODE],
  境外机构: ['境外机构证件'],
  医疗机构: ['医疗机构执业许可证', ...CODE],
  公证机构: ['公证机构执业证', ...CODE],
  国防机构: ['军队代号', '军队单位对外有偿服务许可证'],
  军队: ['军队代号', '军队单位对外有偿服务许可证'],
}

/** All kinds of organisers, for messages. */
export const organiserKinds: readonly string[] = Object.keys(CERTIFICATES)

/** The certificates allowed for a kind of organiser; undefined when there is no such kind. */
export function certificatesOf(nature: string): readonly string[] | undefined {
  return Object.hasOwn(CERTIFICATES, nature) ? CERTIFICATES[nature] : undefined
}
