import type { Operation } from './operation.ts'

/** What is known about an operation without reading its part of the document. */
export type OperationHead = Pick<Operation, 'ref' | 'service' | 'id' | 'method' | 'path'>

const MEMBERS = [
  ...(['doc', 'auth', 'roles', 'evidence', 'source', 'errors', 'gatewayErrors', 'success', 'limits', 'successSchema', 'foreign'] as const),
  ...(['read', 'fail', 'errorFor', 'inTable', 'check', 'example'] as const),
]

/** An operation that is read when something beyond its head is asked for: a document may have thousands, of which a few are called. */
export class LazyOperation implements Operation {
  readonly ref: string
  readonly service: string
  readonly id: string
  readonly method: string
  readonly path: string
  readonly ours: boolean
  #read: (() => Operation) | undefined
  #whole: Operation | undefined

  constructor(head: OperationHead & Pick<Operation, 'ours'>, read: () => Operation) {
    this.ref = head.ref
    this.service = head.service
    this.id = head.id
    this.method = head.method
    this.path = head.path
    this.ours = head.ours
    this.#read = read
  }

  get whole(): Operation {
    if (!this.#whole) {
      this.#whole = this.#read?.() as Operation
      this.#read = undefined
      // From here on it costs no more than one that was read at once.
      for (const key of MEMBERS) Object.defineProperty(this, key, { value: this.#whole[key] })
    }
    return this.#whole
  }

  get doc() {
    return this.whole.doc
  }
  get auth() {
    return this.whole.auth
  }
  get roles() {
    return this.whole.roles
  }
  get evidence() {
    return this.whole.evidence
  }
  get source() {
    return this.whole.source
  }
  get errors() {
    return this.whole.errors
  }
  get gatewayErrors() {
    return this.whole.gatewayErrors
  }
  get success() {
    return this.whole.success
  }
  get limits() {
    return this.whole.limits
  }
  get successSchema() {
    return this.whole.successSchema
  }
  get foreign() {
    return this.whole.foreign
  }

  readonly read: Operation['read'] = (...asked) => this.whole.read(...asked)
  readonly fail: Operation['fail'] = (...asked) => this.whole.fail(...asked)
  readonly errorFor: Operation['errorFor'] = (kind) => this.whole.errorFor(kind)
  readonly inTable: Operation['inTable'] = (...asked) => this.whole.inTable(...asked)
  readonly check: Operation['check'] = (reply) => this.whole.check(reply)
  readonly example: Operation['example'] = (choice) => this.whole.example(choice)
}
