import { createHash } from 'node:crypto'
import { halfIn } from '../language/chosen-language.ts'
import type { Language, Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import { momentIn } from '../language/times.ts'
import type { Finding } from '../spec/finding.ts'
import { exchangeLines } from './exchange.ts'
import { linesOf } from './finding-lines.ts'
import { type MergedFinding, mergeFindings } from './merge-findings.ts'
import { PAGE_SCRIPT, PAGE_STYLE } from './page-parts.ts'
import { type Check, countsOf, type Group, isGood, type Report, type ReportFinding } from './report.ts'
import { inLine, visible } from './visible.ts'
import { commaIn } from './words.ts'
import { sumOf } from './write-text.ts'

/**
 * A report as one HTML file without external resources: you can mail it, keep it as an artifact, or open it from a disk. Its policy
 * forbids all other scripts and all requests. You can filter by state and by words; without scripts it shows everything.
 */
export function writeHtml(report: Report, { say = asIs, language }: PageLanguage = {}): string {
  const { findingHtml, groupHtml } = partsIn(say, language)
  const half = (text: string) => (language === undefined ? text : halfIn(language, text))
  const { title, command, about, startedAt, ms, groups } = report
  const counts = countsOf(report)
  const merged = mergeFindings(report)
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(PAGE_SCRIPT)}'`,
    `style-src '${digestOf(PAGE_STYLE)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
  const facts = [
    [say('command'), `koosandbox ${command}`],
    ...Object.entries(about).map(([name, value]) => [say(name), say(value)] as const),
    [say('started'), momentIn(say, startedAt)],
    [say('took'), `${(ms / 1000).toFixed(1)} s`],
  ] as const
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${isGood(report) ? '✓' : '✗'} ${text(say(title))}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1><span class="verdict ${isGood(report) ? 'passed' : 'failed'}">${isGood(report) ? '✓' : '✗'}</span> ${text(say(title))}</h1>
<p>${text(sumOf(report, say))}</p>
<dl class="about">${facts.map(pair).join('')}</dl>
</header>
<nav hidden aria-label="${text(say('Filter'))}">
${STATES.map((state) => `<label class="${state}"><input type="checkbox" checked value="${state}"> ${half(WORDS[state])} <b>${counts[state]}</b></label>`).join('\n')}
<input type="search" placeholder="${half('Words · 搜索')}" aria-label="${text(say('Words to look for'))}">
<span id="shown" role="status"></span>
</nav>
<main>
${merged.length === 0 ? '' : `<section class="told"><h2>${half('Problems, each listed once · 问题汇总')}</h2>\n${merged.map(findingHtml).join('\n')}\n</section>`}
${groups.map(groupHtml).join('\n')}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
}

const STATES = ['failed', 'warned', 'skipped', 'passed'] as const
interface PageLanguage {
  readonly say?: Say
  /** Without it, labels are in both languages. */
  readonly language?: Language
}

/** Labels in two languages. */
const WORDS = { failed: 'Failed · 失败', warned: 'Warned · 警告', skipped: 'Skipped · 跳过', passed: 'Passed · 通过' }

/** Builders of the page's parts, in one language. */
function partsIn(say: Say, language: Language | undefined) {
  const half = (text: string) => (language === undefined ? text : halfIn(language, text))

  function findingHtml({ finding, seenIn, alike, again }: MergedFinding): string {
    const others = seenIn.length > 1 && !alike ? ` ${say('(with other values in some)')}` : ''
    const places = `<dt>${text(say('seen in'))}</dt><dd><ul>${seenIn.map((place) => `<li>${text(inLine(place))}</li>`).join('')}</ul>${others}</dd>`
    return `<details class="finding ${finding.level}">${headOf(finding, ` <small>${seenIn.length} ×</small>`)}<dl>${detailsOf(finding)}${places}${againOf(again)}</dl>${exchangeOf(finding)}</details>`
  }

  function groupHtml(group: Group): string {
    const { passed, warned, failed, skipped } = countsOf({ groups: [group] })
    const title = group.title === group.name ? '' : ` <small>${text(inLine(say(group.title)))}</small>`
    return `<section class="group"><h2>${text(inLine(group.name))}${title}</h2>
<p class="sum">${[say(`${passed} passed`), say(`${warned} warned`), say(`${failed} failed`), say(`${skipped} skipped`)].join(commaIn(say))}</p>
${group.checks.map(checkHtml).join('\n')}
</section>`
  }

  function checkHtml(check: Check): string {
    const { name, title, state, findings, reason, ms, again } = check
    const head = `<span class="state">${half(WORDS[state])}</span> <code>${text(inLine(name))}</code> <span>${text(inLine(say(title)))}</span>${ms === undefined ? '' : ` <small>${Math.round(ms)} ms</small>`}`
    const why = reason === undefined ? '' : `<p>${text(visible(say(reason)))}</p>`
    if (findings.length === 0) return `<div class="check ${state}" data-state="${state}"><p>${head}</p>${why}</div>`
    const merged = findings.map(
      (finding) =>
        `<div class="finding ${finding.level}"><p>${ruleOf(finding)}</p><dl>${detailsOf(finding)}</dl>${exchangeOf(finding)}</div>`,
    )
    const more = again === undefined ? '' : `<dl>${againOf(again)}</dl>`
    return `<details class="check ${state}" data-state="${state}"${state === 'failed' ? ' open' : ''}><summary>${head}</summary>${why}${merged.join('')}${more}</details>`
  }

  function ruleOf({ level, code, pointer }: Finding): string {
    return `<span class="level">${say(level)}</span> <code>${text(inLine(code))}</code> <code class="place">${text(inLine(pointer))}</code>`
  }

  const headOf = (finding: Finding, more: string) => `<summary>${ruleOf(finding)}${more}</summary>`
  const detailsOf = (finding: Finding) => linesOf(finding, say).map(pair).join('')

  /** Request, signed text or promised answer, and answer, folded. */
  function exchangeOf({ exchange }: ReportFinding): string {
    if (exchange === undefined) return ''
    const lines = exchangeLines(exchange, undefined, say).map(pair).join('')
    const head =
      exchange.promised === undefined
        ? 'Request, signed text, answer · 请求、待签名字符串、响应'
        : 'Request, promised answer, answer · 请求、承诺的响应、响应'
    return `<details class="exchange"><summary>${half(head)}</summary><dl>${lines}</dl></details>`
  }

  const againOf = (again: string | undefined) => (again === undefined ? '' : pair([say('again'), again]))
  return { findingHtml, groupHtml }
}

const pair = ([label, shownValue]: readonly [string, string]) => `<dt>${text(label)}</dt><dd>${text(visible(shownValue))}</dd>`

function text(of: string): string {
  return visible(of)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const digestOf = (part: string) => `sha256-${createHash('sha256').update(part).digest('base64')}`
