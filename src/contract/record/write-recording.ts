import type { Recording } from './record-pact.ts'

/** The file of a recording's provider states, next to its pact. */
export const statesFileOf = (pact: string): string => `${pact.replace(/\.json$/, '')}.states.yaml`

/** A recording as files: name and text. The states are YAML; each step is one line of JSON, which is valid YAML. */
export function writeRecording(pact: string, recording: Recording): readonly (readonly [string, string])[] {
  return [
    [pact, `${JSON.stringify(recording.pact, null, 2)}\n`],
    [statesFileOf(pact), statesText(recording)],
  ]
}

function statesText({ states }: Recording): string {
  const lines = Object.entries(states['states'] as Record<string, { about: string; start: string; does: readonly unknown[] }>).flatMap(
    ([name, { about, start, does }]) => [
      `  ${JSON.stringify(name)}:`,
      `    about: ${JSON.stringify(about)}`,
      `    start: ${start}`,
      '    does:',
      ...does.map((step) => `      - ${JSON.stringify(step)}`),
    ],
  )
  return `# Recorded: what the app did before each interaction of the pact beside this file.\nstates:${lines.length === 0 ? ' {}' : `\n${lines.join('\n')}`}\n`
}
