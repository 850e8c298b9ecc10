import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'

const docs = join(import.meta.dirname, '..')

const CHAPTERS = {
  en: { tutorials: 'Tutorials', 'how-to': 'How to …', reference: 'Reference', explanation: 'Explanation' },
  zh: { tutorials: '教程', 'how-to': '操作指南', reference: '参考', explanation: '说明' },
} as const
type Language = keyof typeof CHAPTERS

/** The pages of a folder: those that the start page names in its order, then the others, each with its title. */
function pagesOf(language: Language, folder: string) {
  const index = readFileSync(join(docs, language, 'index.md'), 'utf8')
  const place = (name: string) => (index.includes(`./${name})`) ? index.indexOf(`./${name})`) : Number.POSITIVE_INFINITY)
  return readdirSync(join(docs, language, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
    .sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1))
    .map((name) => ({
      text: /^# (.*)$/m.exec(readFileSync(join(docs, language, name), 'utf8'))?.[1] ?? name,
      link: `/${language}/${name.slice(0, -'.md'.length)}`,
    }))
}

const sidebar = (language: Language) =>
  Object.entries(CHAPTERS[language]).map(([folder, text]) => ({ text, items: pagesOf(language, folder) }))

export default defineConfig({
  title: 'koogallery-sandbox',
  description: 'KooGallery, the marketplace of Huawei Cloud, on your own machine · 云商店本地沙箱',
  srcExclude: ['README.md'],
  // A page of the sandbox, and addresses of a running one, are no links of the site.
  ignoreDeadLinks: [/^https?:\/\/(?:127\.0\.0\.1|localhost)/],
  markdown: {
    config(md) {
      // Two braces in code are code, not an expression of Vue.
      md.renderer.rules.code_inline = (tokens, i) => `<code v-pre>${md.utils.escapeHtml(tokens[i]?.content ?? '')}</code>`
    },
  },
  locales: {
    en: { label: 'English', lang: 'en', link: '/en/', themeConfig: { sidebar: sidebar('en') } },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/zh/',
      themeConfig: {
        sidebar: sidebar('zh'),
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色主题',
        darkModeSwitchTitle: '切换到深色主题',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
      },
    },
  },
  themeConfig: {
    i18nRouting: true,
    search: {
      provider: 'local',
      options: {
        // Words of Chinese have no blanks between them: without this, nothing in Chinese is found.
        miniSearch: {
          options: {
            tokenize: (text) =>
              [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment.trim()).filter(Boolean),
          },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详细列表',
                resetButtonTitle: '清除',
                backButtonTitle: '返回',
                noResultsText: '没有找到：',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
})
