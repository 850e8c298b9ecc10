import { defineCommand } from 'citty'
import { diffSpecs, type FailOn } from '../../contract/diff/diff-specs.ts'
import { BUILT_IN, readSide } from '../../contract/diff/read-side.ts'
import { writeDiffText } from '../../contract/diff/write-diff-text.ts'
import { systemClock } from '../../index.ts'
import { isGood, type Report } from '../../report/report.ts'
import { writeJson } from '../../report/write-json.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { paint, print, printJson } from '../terminal/print.ts'
import { readyForReport, reportArguments, writeReportFiles } from '../terminal/report-options.ts'

export default defineCommand({
  meta: { description: 'Compare two versions of specs: which changes break the software of a seller' },
  args: {
    old: { type: 'positional', required: true, description: `Old specs: folder, bundle, OpenAPI document, or ${BUILT_IN}` },
    new: { type: 'positional', required: true, description: 'New specs, in one of these forms' },
    'fail-on': { type: 'enum', options: ['breaking', 'risky'], default: 'breaking', description: 'Changes that make the exit code 1' },
    ...reportArguments,
  },
  run({ args }) {
    readyForReport(args)
    const startedAt = systemClock.now()
    const [old, now] = [readSide(args.old), readSide(args.new)]
    const groups = diffSpecs(old, now, args['fail-on'] as FailOn)
    const findings = groups.flatMap(({ checks }) => checks.flatMap((check) => check.findings))
    const count = (level: string) => String(findings.filter((finding) => finding.level === level).length)
    const report: Report = {
      format: 1,
      command: 'diff',
      title: 'Changes · 变更',
      about: { old: args.old, new: args.new, breaking: count('error'), risky: count('warning'), harmless: count('info') },
      startedAt: new Date(startedAt).toISOString(),
      ms: systemClock.now() - startedAt,
      groups,
    }
    if (args.json) printJson(writeJson(report))
    else print(writeDiffText(report, paint))
    writeReportFiles(report, args)
    return isGood(report) ? EXIT.fine : EXIT.wrong
  },
})
