import type { components } from '../../spec/generated/sandbox.ts'
import { lines, type Tool, tool } from '../tool.ts'

type Explained = components['schemas']['SignatureExplanation']

interface Asked {
  readonly request: string
  readonly key?: string
  readonly sk?: string
  readonly signed_text?: string
}

const explainSignature = tool<Asked>('explain_signature', {
  title: 'Explain a signature',
  description:
    "Shows how the signature of a request is made, step by step, and what is wrong with the one that it carries: an app's call of the cloud (SDK-HMAC-SHA256), the marketplace's call of a seller (V2.0, kit, V1.0), a usage push. " +
    'Names the usual mistake behind a wrong signature. Without key and sk the keys of the world are used.',
  arguments: {
    request: {
      type: 'string',
      minLength: 1,
      maxLength: 1000000,
      description: 'A curl command, an entry of a HAR file as JSON, or raw HTTP.',
    },
    key: { type: 'string', minLength: 1, maxLength: 1000, description: 'The key of the seller console that signs.' },
    sk: { type: 'string', minLength: 1, maxLength: 1000, description: 'The secret key (SK) that signs.' },
    signed_text: { type: 'string', maxLength: 1000000, description: 'The text that the code signed: the first difference is shown.' },
  },
  required: ['request'],
  async run({ signed_text: signedText, ...rest }, { ask, world }) {
    const body = { ...rest, ...(signedText === undefined ? {} : { signedText }) }
    const value = await ask<Explained>('POST', '/signatures/explain', { query: { world }, body })
    const { scheme, direction, key, steps, expected, given, matches, mistakes, difference, next } = value
    return {
      value,
      text: lines(
        `${scheme}, ${direction}, signed with ${key}`,
        ...steps.map(({ title, text, about }, at) => `${at + 1}. ${title} (${about})\n${text}`),
        `Expected: ${expected}`,
        given !== undefined && `Given: ${given} (${matches ? 'right' : 'wrong'})`,
        ...mistakes.map(({ says }) => `Mistake: ${says}`),
        difference &&
          `First difference: line ${difference.line}, column ${difference.column}\n  right: ${difference.expected}\n  signed: ${difference.signed}`,
        `Next: ${next}`,
      ),
    }
  },
})

export const SIGNATURE_TOOLS: readonly Tool[] = [explainSignature]
