/**
 * A JSON body as the marketplace signs it: members of the top level sorted by name (by UTF-16 code unit, as Java's TreeMap does),
 * those that are null left out, no blanks; what lies deeper keeps its own order. From the vendor's sample project (demo), whose
 * Jackson writes what it has read: `12.50` becomes `12.5` there and here.
 *
 * @param body JSON text, or the value it stands for
 * @throws SyntaxError for a text that is not JSON; TypeError for JSON that is no object
 */
export function sortedJson(body: unknown): string {
  const value: unknown = typeof body === 'string' ? JSON.parse(body) : body
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('What is signed here is a JSON object.')
  const members = Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  // Written member by member: an object would put "10" before "9", and all numbers before all names.
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`).join(',')}}`
}
