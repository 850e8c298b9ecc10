import type { ErrorObject, ValidateFunction } from 'ajv'
import type { Schema } from '../document/model.ts'
import type { Complaint } from './complaint.ts'

/** How the schemas of one kind of document are compiled. */
export interface Compiler {
  /** Stops at the first error. */
  fast(schema: Schema): ValidateFunction
  /** Finds all errors. */
  thorough(schema: Schema): ValidateFunction
  complaints(errors: readonly ErrorObject[], value: unknown): readonly Complaint[]
  /** Only the first error of a value with more members and items is reported, so that a malicious list cannot cost seconds. */
  readonly explainUpTo: number
}
