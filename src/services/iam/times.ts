/** `2020-01-04T09:05:22.701000Z`: UTC with six decimals, the form of all times of IAM. */
export function formatMicros(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}000Z`
}
