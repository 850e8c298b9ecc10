import { cliAssistantsZh } from './cli/assistants.ts'
import { cliBuyerZh } from './cli/buyer.ts'
import { cliZh } from './cli/cli.ts'
import { cliTerminalZh } from './cli/terminal.ts'
import { cliVerifyZh } from './cli/verify.ts'
import { reportZh } from './report.ts'

/** Every Chinese catalogue. `npm run texts` writes this list. */
export const CATALOGUES: readonly Readonly<Record<string, string>>[] = [cliAssistantsZh, cliBuyerZh, cliZh, cliTerminalZh, cliVerifyZh, reportZh]
