/**
 * Processor milliseconds that this process needs for some work. Other processes that keep the machine busy make work take longer by the
 * clock, and change this little.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  // Both: the kernel measures their sum, and splits it by what it finds at its ticks. The part of short work may be nothing.
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least of some runs: what else happens in this process makes a run dearer, and never cheaper. */
export async function leastOf(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await processorTime(work))
  return Math.min(...times)
}

/**
 * Processor milliseconds that this machine needs now for work of a known size: 3.5 MB of JSON, read and written. Bounds in tests are
 * multiples of it, so that they hold on a slow machine and still mean something on a quick one. (75 ms where they were chosen.)
 */
export function yardstick(): Promise<number> {
  const rows = Array.from({ length: 50_000 }, (_, n) => ({ id: `CS${n}`, n, tags: ['a', 'b'], inner: { x: n / 7 } }))
  const text = JSON.stringify(rows)
  return leastOf(5, () => JSON.stringify(JSON.parse(text)))
}
