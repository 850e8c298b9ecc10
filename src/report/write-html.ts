import { createHash } from 'node:crypto'
import type { Finding } from '../spec/finding.ts'
import { exchangeLines } from './exchange.ts'
import { linesOf } from './finding-lines.ts'
import { type MergedFinding, mergeFindings } from './merge-findings.ts'
import { PAGE_SCRIPT, PAGE_STYLE } from './page-parts.ts'
import { type Check, countsOf, type Group, isGood, type Report, type ReportFinding } from './report.ts'
import { inLine, visible } from './visible.ts'
import { sumOf } from './write-text.ts'

/**
 * A report as one HTML file without external resources: you can mail it, keep it as an artifact, or open it from a disk. Its policy
 * forbids all other scripts and all requests. You can filter by state and by words; without scripts it shows everything.
 */
export function writeHtml(report: Report): string {
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
  const facts = { command: `koosandbox ${command}`, ...about, started: startedAt, took: `${(ms / 1000).toFixed(1)} s` }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${isGood(report) ? '✓' : '✗'} ${text(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1><span class="verdict ${isGood(report) ? 'passed' : 'failed'}">${isGood(report) ? '✓' : '✗'}</span> ${text(title)}</h1>
<p>${text(sumOf(report))}</p>
<dl class="about">${Object.entries(facts).map(pair).join('')}</dl>
</header>
<nav hidden aria-label="Filter">
${STATES.map((state) => `<label class="${state}"><input type="checkbox" checked value="${state}"> ${WORDS[state]} <b>${counts[state]}</b></label>`).join('\n')}
<input type="search" placeholder="Words · 搜索" aria-label="Words to look for">
<span id="shown" role="status"></span>
</nav>
<main>
${merged.length === 0 ? '' : `<section class="told"><h2>Problems, each listed once · 问题汇总</h2>\n${merged.map(findingHtml).join('\n')}\n</section>`}
${groups.map(groupHtml).join('\n')}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
}

const STATES = ['failed', 'warned', 'skipped', 'passed'] as const
/** Labels in two languages. */
const WORDS = { failed: 'Failed · 失败', warned: 'Warned · 警告', skipped: 'Skipped · 跳过', passed: 'Passed · 通过' }

function findingHtml({ finding, seenIn, alike, again }: MergedFinding): string {
  const others = seenIn.length > 1 && !alike ? ' (with other values in some)' : ''
  const places = `<dt>seen in</dt><dd><ul>${seenIn.map((place) => `<li>${text(inLine(place))}</li>`).join('')}</ul>${others}</dd>`
  return `<details class="finding ${finding.level}">${headOf(finding, ` <small>${seenIn.length} ×</small>`)}<dl>${detailsOf(finding)}${places}${againOf(again)}</dl>${exchangeOf(finding)}</details>`
}

function groupHtml(group: Group): string {
  const { passed, warned, failed, skipped } = countsOf({ groups: [group] })
  const title = group.title === group.name ? '' : ` <small>${text(inLine(group.title))}</small>`
  return `<section class="group"><h2>${text(inLine(group.name))}${title}</h2>
<p class="sum">${passed} passed, ${warned} warned, ${failed} failed, ${skipped} skipped</p>
${group.checks.map(checkHtml).join('\n')}
</section>`
}

function checkHtml(check: Check): string {
  const { name, title, state, findings, reason, ms, again } = check
  const head = `<span class="state">${WORDS[state]}</span> <code>${text(inLine(name))}</code> <span>${text(inLine(title))}</span>${ms === undefined ? '' : ` <small>${Math.round(ms)} ms</small>`}`
  const why = reason === undefined ? '' : `<p>${text(visible(reason))}</p>`
  if (findings.length === 0) return `<div class="check ${state}" data-state="${state}"><p>${head}</p>${why}</div>`
  const merged = findings.map(
    (finding) =>
      `<div class="finding ${finding.level}"><p>${ruleOf(finding)}</p><dl>${detailsOf(finding)}</dl>${exchangeOf(finding)}</div>`,
  )
  const more = again === undefined ? '' : `<dl>${againOf(again)}</dl>`
  return `<details class="check ${state}" data-state="${state}"${state === 'failed' ? ' open' : ''}><summary>${head}</summary>${why}${merged.join('')}${more}</details>`
}

function ruleOf({ level, code, pointer }: Finding): string {
  return `<span class="level">${level}</span> <code>${text(inLine(code))}</code> <code class="place">${text(inLine(pointer))}</code>`
}

const headOf = (finding: Finding, more: string) => `<summary>${ruleOf(finding)}${more}</summary>`
const detailsOf = (finding: Finding) => linesOf(finding).map(pair).join('')

/** Request, signed text and answer, folded. */
function exchangeOf({ exchange }: ReportFinding): string {
  if (exchange === undefined) return ''
  const lines = exchangeLines(exchange).map(pair).join('')
  return `<details class="exchange"><summary>Request, signed text, answer · 请求、签名原文、响应</summary><dl>${lines}</dl></details>`
}

const againOf = (again: string | undefined) => (again === undefined ? '' : pair(['again', again]))
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
