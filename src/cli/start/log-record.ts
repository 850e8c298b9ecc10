import type { JournalEntry } from '../../index.ts'

/** One request as a line of `--log json`. */
export function logRecord({
  n,
  systemTime: systemClock,
  ms,
  world,
  operation,
  origin,
  caller,
  request,
  reply,
  error,
  findings,
  requestId,
}: JournalEntry) {
  const { method, path, query } = request
  return {
    n,
    time: systemClock,
    ms,
    world,
    method,
    path,
    query,
    status: reply.status,
    operation,
    origin,
    caller,
    error,
    findings,
    requestId,
  }
}
