/** Nobody was logged in. The message is written for the person who tried. */
export class LoginRefused extends Error {
  readonly key: 'unauthorized' | 'forbidden'

  constructor(key: LoginRefused['key'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LoginRefused'
    this.key = key
  }
}
