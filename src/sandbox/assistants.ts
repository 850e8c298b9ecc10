import type { Call } from '../spec/call.ts'
import { VERSION } from './version.ts'

/** Answers messages of assistants at `/_sandbox/mcp`. The code is loaded with the first message: few sandboxes get one. */
export const answerAssistants =
  (fetch: (request: Request) => Response | Promise<Response>) =>
  async (call: Call): Promise<Response> =>
    (await import('../mcp/http.ts')).answerMcp(call, { version: VERSION, fetch })
