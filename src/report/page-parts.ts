/** The page's styles: light or dark by the reader's system, with fonts for Chinese. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c1f23; --soft: #5a6270; --paper: #fff; --card: #f5f6f8; --line: #d9dde3; --failed: #b3261e; --passed: #1a7f37; --skipped: #5a6270; --warned: #8a5a00 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a0a8b4; --paper: #14171a; --card: #1e2227; --line: #363c44; --failed: #ff8a80; --passed: #6fdd8b; --skipped: #a0a8b4; --warned: #f2c463 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif }
code, dd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", monospace; font-size: .9em; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere } h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere }
p { margin: 0 } small, .sum, .place { color: var(--soft); font-weight: normal }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .4rem 0 } dt { color: var(--soft) } dd { margin: 0; white-space: pre-wrap } dd ul { margin: 0; padding: 0; list-style: none }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; position: sticky; top: 0; padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); z-index: 1 }
nav[hidden] { display: none } nav label { cursor: pointer } input[type=search] { flex: 1; min-width: 10rem; padding: .3rem .6rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .3rem }
.failed > p .state, .failed > summary .state, .error .level, .verdict.failed, label.failed b { color: var(--failed) }
.passed > p .state, .passed > summary .state, .verdict.passed, label.passed b { color: var(--passed) }
.warned > p .state, .warned > summary .state, .warning .level, .info .level, label.warned b { color: var(--warned) }
.skipped > p .state, .skipped > summary .state, label.skipped b { color: var(--skipped) }
.check, .told > .finding { margin: .35rem 0; padding: .4rem .8rem; background: var(--card); border-left: 3px solid var(--line); border-radius: .2rem }
.check.failed, .told > .error { border-left-color: var(--failed) } .check.warned { border-left-color: var(--warned) } .check.passed { border-left-color: var(--passed) } .check.skipped { border-left-color: var(--skipped) }
.check .finding { margin: .5rem 0 .5rem 1rem } summary { cursor: pointer } .state { font-size: .85em; font-weight: 600; white-space: nowrap } [data-away] { display: none }
@media print { nav { display: none } }
`

/** Filters by state and words. It changes only attributes, so that no text of the report is parsed as HTML. */
export const PAGE_SCRIPT = `
(() => {
  const nav = document.querySelector('nav')
  const boxes = [...nav.querySelectorAll('input[type=checkbox]')]
  const words = nav.querySelector('input[type=search]')
  const checks = [...document.querySelectorAll('.check')].map((element) => ({ element, state: element.dataset.state, text: element.textContent.toLowerCase() }))
  const sections = [...document.querySelectorAll('.group')]
  const filter = () => {
    const states = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean)
    let shown = 0
    for (const { element, state, text } of checks) {
      const here = states.has(state) && wanted.every((word) => text.includes(word))
      element.toggleAttribute('data-away', !here)
      if (here) shown++
    }
    for (const section of sections) section.toggleAttribute('data-away', !section.querySelector('.check:not([data-away])'))
    document.querySelector('#shown').textContent = shown + ' / ' + checks.length
  }
  for (const box of boxes) box.addEventListener('change', filter)
  words.addEventListener('input', filter)
  nav.hidden = false
  filter()
})()
`
