import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandsOf, ROOT } from '../src/cli/commands.ts'
import { runCli } from './cli/run-cli.ts'

/**
 * Words and phrases that this code base once used in a private sense, or that a reader has to decode, each with what to write
 * instead. Ordinary English stays out of this list: a pattern must not match a sentence that you would want to keep.
 */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/\bone word too many\b/i, 'Unexpected argument "…".'],
  [/\bwants? to know (?:what|which|how)\b/i, 'needs …'],
  [/\bthings? (?:that )?fired\b/i, 'planned steps were done'],
  [/\bled here so\b/i, 'Cause: …'],
  [/\bsays it too\b/i, 'or set …'],
  [/\bdoes not go with (?:it|one|a)\b/i, 'Leave … out.'],
  [/--[a-z-]+ (?:goes|go) with\b/, '--… needs …'],
  [/--[a-z-]+ wants\b/, '--… needs …'],
  [/\bwants doing\b|\bwant doing\b/i, 'needs attention'],
  [/\bhas one chosen\b|\bto have one chosen\b/i, 'for a free one'],
  [/\bstays as it is\. --/i, 'was not changed. Pass --…'],
  [/\bthe house of\b|\bof the house\b|\bin the house\b|\bneeds? of the house\b/i, 'name the context: the server, the code base'],
  [/\bcorridor\b/i, 'the way of a request'],
  [/\bhindrances?\b/i, 'obstacle, reason against'],
  [/\bis (?:no|not an?) business of\b|\bis the business of\b/i, 'is handled by'],
  [/\b(?:thereof|therein|hereby|whence|thence|whither|thither|hitherto|unto|whosoever)\b/i, 'a plain word'],
  [/\bwhat the door did not let in\b/i, 'calls that were refused'],
  [/\bis spoken of\b|\bspoken for\b/i, 'is named'],
  [/\bspeaks? of (?:itself|others)\b/i, 'describes'],
  [/\bthings? wrong\b/i, 'errors'],
  [/\bwhich is none\b/i, 'name the allowed values'],
  [/\bstrangers?['’]/i, 'foreign'],
  [/\bdeeds?\b/i, 'changes, activities'],
  [/\b(?:tellFact|tellDelivery|openScene|comeToNothing|isDeed)\b|\bworld\.tell\b/, 'emit, record, report'],
  [/\b[Hh]ears? (?:what|that|why|which|how|of|each|defects|the calls)\b/, 'Called with …, Called after …'],
  [/\bbrought about\b|\bbrings? (?:provider )?states? about\b/i, 'set up'],
  [/\bheld against\b|\bholds? .{0,40} against (?:the|a|one|pacts)\b/i, 'compared with'],
  [/\bhas been told (?:so|of|by)\b/i, 'is reported by another case'],
  [/\ba port that cannot be had\b/i, 'a port that cannot be used'],
  [/\bcame? to nothing\b|\bcame of (?:one|an interaction)\b/i, 'failed, the result'],
  [/\bWhoever (?:looks|calls|waits|verifies|remembers|prints)\b/i, 'name the caller, reader or tool'],
  [/\bwire\.wait\b|\bPATIENCE\b/, 'systemClock, TIMEOUT'],
]

/** What must not be in tests and scripts, and why. */
const BANNED_IN_TESTS: typeof BANNED = [
  // The policy of our pages refuses the text that the browser is given, unless what is waited for is true at the first look.
  [/\bwaitFor[F]unction\b/, "locator.waitFor(…) or expect.poll(…): the pages' policy refuses evaluated texts"],
]

const root = join(import.meta.dirname, '..')
const PLACES = ['src', 'specs/sandbox', 'specs/console', 'README.md', 'docs/en', 'CONTRIBUTING.md']

/** Paths of the texts at a place, from the root. Generated types repeat what the specs say. */
function filesOf(place: string): string[] {
  if (statSync(join(root, place)).isFile()) return [place]
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|yaml|md)$/.test(name) && !name.includes('generated'))
    .map((name) => join(place, name))
}

function complaints(place: string, text: string, banned = BANNED): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      banned
        .filter(([pattern]) => pattern.test(line))
        .map(([pattern, instead]) => `${place}:${i + 1}: "${pattern.exec(line)?.[0]}". Write: ${instead}`),
    )
}

test.each(PLACES)('%s has no banned words', (place) => {
  const files = filesOf(place)
  expect(files.length).toBeGreaterThan(0)
  expect(files.flatMap((file) => complaints(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test.each(['test', 'scripts', 'bench'])('%s does nothing that our own pages refuse', (place) => {
  expect(filesOf(place).flatMap((file) => complaints(file, readFileSync(join(root, file), 'utf8'), BANNED_IN_TESTS))).toEqual([])
})

test('the help of every command has no banned words', async () => {
  const commands = ['', ...commandsOf(ROOT).map(({ name }) => name)]
  const found: string[] = []
  for (const name of commands) found.push(...complaints(name, (await runCli('help', ...name.split(' ').filter(Boolean))).out))
  expect(found).toEqual([])
})

test('a banned word is found with its place and what to write instead', () => {
  expect(complaints('a.ts', 'fine\nis one word too many')).toEqual(['a.ts:2: "one word too many". Write: Unexpected argument "…".'])
})
