/** The words of generated pages, in both languages. What comes from the specs and the commands stays as it is written there. */
export const WORDS = {
  en: {
    generated: 'Generated from the specs and the commands by `npm run docs`.',
    commands: 'All commands and options',
    commandsAbout: '`koosandbox help COMMAND` prints the same.',
    operations: 'Operations',
    operation: 'operation',
    call: 'call',
    about: 'what it does',
    errors: 'Errors',
    code: 'code',
    status: 'status',
    text: 'text',
    evidence: 'evidence',
    parameter: 'parameter',
    place: 'in',
    required: 'required',
    type: 'type',
    settings: 'All settings',
    settingsAbout: '`koosandbox settings` shows and changes them. A setting stands where the sources disagree or are silent.',
    setting: 'setting',
    usual: 'default',
  },
  zh: {
    generated: '本页由 `npm run docs` 根据接口描述和命令生成。',
    commands: '全部命令和选项',
    commandsAbout: '`koosandbox help COMMAND` 打印同样的内容。',
    operations: '接口',
    operation: '接口',
    call: '调用',
    about: '作用',
    errors: '错误',
    code: '错误码',
    status: '状态码',
    text: '文本',
    evidence: '依据',
    parameter: '参数',
    place: '位置',
    required: '必填',
    type: '类型',
    settings: '全部设置',
    settingsAbout: '用 `koosandbox settings` 查看和修改。资料相互矛盾或没有说明的地方才有设置。',
    setting: '设置',
    usual: '默认值',
  },
} as const

export type Language = keyof typeof WORDS

/** A row of a Markdown table; what would end a cell, or be read as a tag, is escaped. */
export const row = (...cells: readonly (string | number | undefined)[]): string =>
  `| ${cells.map((cell) => escaped(String(cell ?? '').replace(/\s*\n\s*/g, ' '))).join(' | ')} |`

export const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;')

/** A table, or nothing if it has no rows. */
export function table(head: readonly string[], rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [row(...head), `|${head.map(() => '---').join('|')}|`, ...rows, '']
}

/** The part of a text in two languages (`支付 · Pay`) that is in this one. */
export function partIn(text: string, language: Language): string {
  const [first = text, second = first] = text.split(' · ')
  return language === 'zh' ? first : second
}
