import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'

type Claims = Readonly<Record<string, unknown>>

/** An identity provider of a test: discovery, authorization, tokens, keys, claims, end of the session. It logs in whoever `next` says, without a page. */
export interface IdentityProvider {
  readonly issuer: string
  /** What the next login says of the person; an `error` refuses. `userinfo` stands at its own endpoint alone. */
  next: { claims?: Claims; error?: string; userinfo?: Claims; nonce?: string; key?: 'wrong'; audience?: string }
  /** Requests to the token endpoint. */
  readonly asked: { readonly authorization: string | undefined; readonly form: Readonly<Record<string, string>> }[]
  close(): void
}

export async function startIdentityProvider(client: string): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, URLSearchParams>()
  const app = new Hono()
  const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const provider: Omit<IdentityProvider, 'issuer' | 'close'> = { next: {}, asked: [] }
  let issuer = ''

  app.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/leave`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }),
  )
  app.get('/keys', (c) => c.json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }))
  app.get('/authorize', (c) => {
    const asked = new URL(c.req.url).searchParams
    const back = new URL(asked.get('redirect_uri') as string)
    back.searchParams.set('state', asked.get('state') as string)
    const { error } = provider.next
    if (error !== undefined) back.searchParams.set('error', error)
    else {
      const code = randomUUID()
      codes.set(code, asked)
      back.searchParams.set('code', code)
    }
    return c.redirect(back.href)
  })
  app.post('/token', async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
    provider.asked.push({ authorization: c.req.header('authorization'), form })
    const asked = codes.get(form['code'] ?? '')
    codes.delete(form['code'] ?? '')
    const challenge = createHash('sha256')
      .update(form['code_verifier'] ?? '')
      .digest('base64url')
    if (!asked || asked.get('code_challenge') !== challenge || asked.get('redirect_uri') !== form['redirect_uri'])
      return c.json({ error: 'invalid_grant' }, 400)
    const { claims, nonce, key, audience } = provider.next
    const now = Math.floor(Date.now() / 1000)
    const body = {
      iss: issuer,
      aud: audience ?? client,
      sub: 'u-1',
      iat: now,
      exp: now + 300,
      nonce: nonce ?? asked.get('nonce'),
      ...claims,
    }
    const unsigned = `${json({ alg: 'RS256', kid: 'one' })}.${json(body)}`
    const signature = createSign('RSA-SHA256')
      .update(unsigned)
      .sign(key === 'wrong' ? wrong.privateKey : privateKey, 'base64url')
    return c.json({ access_token: 'a-1', token_type: 'Bearer', expires_in: 300, id_token: `${unsigned}.${signature}` })
  })
  app.get('/userinfo', (c) => c.json({ sub: 'u-1', ...provider.next.userinfo }))

  const server = await new Promise<ServerType>((resolve) => {
    const starting: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      issuer = `http://127.0.0.1:${port}`
      resolve(starting)
    })
  })
  return Object.assign(provider, { issuer, close: () => void server.close() })
}
