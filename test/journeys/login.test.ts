import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

test('a user of a tenant logs in to the seller’s application, is known there, and the session outlives its first token', async () => {
  const [client] = [...sandbox.world.clients.all()]
  const [redirect] = client!.redirectUris as [string]
  const form = (more: Record<string, string>) =>
    new URLSearchParams({ client_id: client!.id, client_secret: client!.secret, ...more }).toString()
  const token = (more: Record<string, string>) =>
    rawHttp(sandbox.url, { method: 'POST', target: '/api/v1/oauth2/token', headers: FORM, body: form(more) })
  const whoIs = (access: string) =>
    rawHttp(sandbox.url, { target: '/api/v1/oauth2/userinfo', headers: { Authorization: `Bearer ${access}` } })

  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client!.id,
    redirect_uri: redirect,
    state: 'abc123',
    sandbox_user: 'zhangwei',
  })
  const sent = await rawHttp(sandbox.url, { target: `/api/v1/oauth2/authorize?${query}` })
  expect(sent.status).toBe(302)
  const back = new URL(sent.headers.location!)
  expect([`${back.origin}${back.pathname}`, back.searchParams.get('state')]).toEqual([redirect, 'abc123'])
  const code = back.searchParams.get('code')!

  const exchange = { grant_type: 'authorization_code', code, redirect_uri: redirect }
  const first = await token(exchange)
  expect([first.status, first.json()]).toEqual([200, expect.objectContaining({ token_type: 'Bearer', expires_in: 7200 })])
  expect((await whoIs(first.json().access_token)).json()).toMatchObject({ userName: 'zhangwei', name: '张伟' })
  const again = await token(exchange)
  expect([again.status, again.json().error]).toEqual([400, 'invalid_grant'])

  sandbox.clock.advance('2h')
  expect((await whoIs(first.json().access_token)).status).toBe(401)
  const second = await token({ grant_type: 'refresh_token', refresh_token: first.json().refresh_token })
  expect(second.status).toBe(200)
  expect((await whoIs(second.json().access_token)).json()).toMatchObject({ userName: 'zhangwei' })
})
