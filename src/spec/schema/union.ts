import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { DataValidateFunction, ErrorObject, ValidateFunction } from 'ajv/dist/types/index.js'
import { escapeKey } from '../json-pointer.ts'

/** Alternatives as the keyword `union` holds them. */
interface Union {
  readonly kind: 'oneOf' | 'anyOf'
  readonly branches: readonly (object | boolean)[]
  /** The member that tells them apart, and its values. */
  readonly named?: { readonly member: string; readonly names: readonly unknown[] }
}
type Problem = Pick<ErrorObject, 'keyword' | 'params' | 'instancePath' | 'message'> & { readonly schemaPath: string }

const problem = (keyword: string, instancePath: string, params: object, message: string): Problem => ({
  keyword,
  instancePath,
  params,
  message,
  schemaPath: '',
})

/**
 * Adds the keyword `union`. A value that fits no alternative gets the complaints of the one that it was probably meant for, not those of all.
 * Used only where the complaints are wanted: it is slower than `oneOf`.
 */
export function addUnion(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: 'union',
    errors: 'full',
    compile(unions: readonly Union[]) {
      const readers = unions.map((union) => createUnion(ajv, union))
      const validate: DataValidateFunction = (data, about) => {
        const problems = readers.flatMap((read) => read(data, about?.instancePath ?? ''))
        validate.errors = problems as ErrorObject[]
        return problems.length === 0
      }
      return validate
    },
  })
}

function createUnion(ajv: Ajv2020, { kind, branches, named }: Union): (data: unknown, at: string) => Problem[] {
  // Compiled at the first value: a schema may contain itself.
  let checks: ValidateFunction[] | undefined
  return (data, at) => {
    checks ??= branches.map((branch) => ajv.compile(branch))
    const results = checks.map((check) => (check(data) ? [] : [...(check.errors ?? [])]))
    const fitting = results.flatMap((errors, i) => (errors.length === 0 ? [i] : []))
    if (fitting.length === 1 || (kind === 'anyOf' && fitting.length > 0)) return []
    if (fitting.length > 1) {
      const which = fitting.map((i) => i + 1).join(' and ')
      return [problem(kind, at, { passingSchemas: fitting }, `exactly one of ${branches.length} alternatives; numbers ${which} fit`)]
    }
    const byName = named && typeof data === 'object' && data !== null && !Array.isArray(data)
    if (byName) return [unnamed(data as Record<string, unknown>, at, named.member, named.names)]
    return nearest(results, at) ?? [problem(kind, at, {}, `one of ${branches.length} alternatives`)]
  }
}

function unnamed(data: Record<string, unknown>, at: string, member: string, names: readonly unknown[]): Problem {
  if (!Object.hasOwn(data, member)) return problem('required', at, { missingProperty: member }, 'mandatory')
  return problem('discriminator', `${at}/${escapeKey(member)}`, { allowedValues: names }, 'names no alternative')
}

const KIND = new Set(['type', 'const', 'enum', 'false schema'])

/** The complaints of the alternative that is nearest to the value. Where none is of its kind: all kinds, or all values, that are allowed. */
function nearest(results: readonly (readonly ErrorObject[])[], at: string): Problem[] | undefined {
  const mismatch = (errors: readonly ErrorObject[]) => errors.find(({ instancePath, keyword }) => instancePath === '' && KIND.has(keyword))
  const alike = results.filter((errors) => !mismatch(errors))
  if (alike.length > 0) {
    // A member with a fixed value tells alternatives apart more surely than the number of mistakes.
    const tells = ({ keyword, instancePath }: ErrorObject) =>
      (keyword === 'const' || keyword === 'enum') && instancePath.lastIndexOf('/') === 0
    const cost = (errors: readonly ErrorObject[]) =>
      errors.reduce((sum, error) => sum + (tells(error) ? 100 : error.keyword === 'required' ? 3 : 2), 0)
    const best = alike.reduce((a, b) => (cost(b) < cost(a) ? b : a))
    return best.map((error) => ({ ...error, instancePath: at + error.instancePath }) as Problem)
  }
  const first = results.map((errors) => mismatch(errors) as ErrorObject)
  const all = (keyword: string, read: (error: ErrorObject) => unknown) =>
    first.every((error) => error.keyword === keyword) ? [...new Set(first.flatMap(read))] : undefined
  const types = all('type', ({ params }) => params.type)
  if (types) return [problem('type', at, { type: types }, 'another type')]
  const isValue = ({ keyword }: ErrorObject) => keyword === 'enum' || keyword === 'const'
  if (!first.every(isValue)) return undefined
  const values = first.flatMap(({ keyword, params }) => (keyword === 'const' ? [params.allowedValue] : params.allowedValues))
  return [problem('enum', at, { allowedValues: [...new Set(values)] }, 'another value')]
}
