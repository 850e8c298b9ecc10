import { texts } from '../../texts/language.ts'

const levels = texts(
  {
    seed: 'source document',
    doc: 'vendor’s page',
    demo: 'vendor’s sample code',
    obs: 'observed',
    inferred: 'inferred',
    unknown: 'unknown',
  },
  {
    seed: '原始资料',
    doc: '官方页面',
    demo: '官方示例代码',
    obs: '实测',
    inferred: '推断',
    unknown: '未知',
  },
)

/** How sure a statement is, in words; the short name of the specs on hovering. */
export function Evidence({ level }: { readonly level: string }) {
  return (
    <span class={level === 'unknown' || level === 'inferred' ? 'state waiting' : 'state'} title={level}>
      {levels.has(level) ? levels(level) : level}
    </span>
  )
}
