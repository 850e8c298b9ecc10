import { describe, expect, test } from 'vitest'
import { refuseLine } from '../../src/cli/run.ts'
import { blocksOf, readPage } from './read-pages.ts'

// Neither npm nor Debian has PowerShell. pages.test.ts looks at the syntax of the blocks; this compares what they do.
const blocks = blocksOf(readPage('docs/en/how-to/powershell.md'), 'powershell')

/** What a block asks of the sandbox, whatever the shell: paths with their query, and headers. */
function askedBy(block: string) {
  // `$headers = @{ … }` of a block, or the option of curl.
  const header = /-H ["']([\w-]+): ([^"']+)["']|'([\w-]+)' = '?([^;'}]+?)'?(?= *[;}])/g
  const token = (value: string) => value.replace('$env:', '$')
  return {
    paths: [...block.matchAll(/KOOSANDBOX_URL(\/[^\s"']*)/g)].map(([, path]) => path),
    headers: [...block.matchAll(header)].map(([, a, b, c, d]) => `${a ?? c}: ${token(b ?? d ?? '')}`),
  }
}

/** The words of each call of koosandbox, without the syntax around it. */
const callsOf = (block: string) =>
  [...block.matchAll(/npx koosandbox ([^|)"\n]*("[^"]*")?)/g)].map(([, words = '']) =>
    [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  )

describe('what the README shows in a Unix shell', () => {
  const readme = blocksOf(readPage('README.md'), 'sh').filter((block) => block.includes('curl '))
  test('asks the sandbox for something', () => expect(readme.length).toBeGreaterThan(1))
  test.each(readme.map((block) => [block]))('is there for PowerShell with the same paths and headers: %s', (block) => {
    expect(blocks.map(askedBy)).toContainEqual(askedBy(block))
  })
  test('begins with the keys, in the syntax of the shell', () => {
    const [first = ''] = readme
    expect(callsOf(first)).toEqual([['env']])
    expect(callsOf(blocks[0] ?? '')).toEqual([['env', '--shell', 'powershell']])
  })
})

test('every command and option for PowerShell is there', async () => {
  const calls = blocks.flatMap(callsOf)
  expect(calls.length).toBeGreaterThan(3)
  for (const words of calls) await refuseLine(words)
})
