import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { machineSecret } from '../../world/engine/system-clock.ts'

/** Encrypts what a browser keeps, so that it can neither read nor change it. */
export interface Seal {
  /** @param purpose what is sealed for one purpose does not open for another */
  close(purpose: string, value: object): string
  open(purpose: string, sealed: string): unknown
}

const NONCE = 12
const TAG = 16

/** @param secret whoever has the same one opens what another has sealed: the replicas of one sandbox */
export function createSeal(secret: string): Seal {
  const key = createHash('sha256').update('koosandbox-login').update(secret).digest()
  return {
    close(purpose, value) {
      const nonce = Buffer.from(machineSecret(), 'hex').subarray(0, NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(purpose, text) {
      const sealed = Buffer.from(text, 'base64url')
      if (sealed.length <= NONCE + TAG) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
          .setAAD(Buffer.from(purpose))
          .setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
        return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString())
      } catch {
        return undefined
      }
    },
  }
}
