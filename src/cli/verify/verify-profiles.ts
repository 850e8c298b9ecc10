import { defineCommand } from 'citty'
import type { Case, Profile } from '../../verify/case.ts'
import { PROFILES } from '../../verify/profiles/profiles.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { paint, print, printJson, table } from '../terminal/print.ts'
import { profileOf } from './seller-profile.ts'

export default defineCommand({
  meta: { description: 'List the kinds of seller that can be verified, and what is checked for each' },
  args: {
    profile: { type: 'positional', required: false, description: 'Show every case of this profile' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ args }) {
    if (args.profile === undefined) {
      if (args.json)
        printJson(PROFILES.map(({ name, title, uses, cases, skipped }) => ({ name, title, uses, cases: cases.length, skipped })))
      else print(table(PROFILES.map(({ name, title, cases }) => [paint('bold', name), `${cases.length}`.padStart(3), title])))
      return EXIT.fine
    }
    const profile = profileOf(args.profile)
    if (args.json) printJson({ ...profile, cases: profile.cases.map(describe) })
    else print(textOf(profile))
    return EXIT.fine
  },
})

function textOf({ title, uses, cases, skipped }: Profile): string {
  return [
    `${paint('bold', title)}\nKeys: ${uses.join(', ')}.\n`,
    table(cases.map((one) => [one.name, one.codes.join(' '), one.title])),
    ...(skipped.length === 0 ? [] : [`\nNot checked:\n${skipped.map(({ name, reason }) => `  ${name}: ${reason}`).join('\n')}`]),
  ].join('\n')
}

/** A case without the members of its calls. */
function describe({ name, title, operation, codes, otherwise }: Case) {
  return { name, title, operation, codes, ...(otherwise === undefined ? {} : { rule: otherwise }) }
}
