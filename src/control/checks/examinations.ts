import { wantsChinese } from '../../http/language/readers-language.ts'
import { didYouMean } from '../../language/did-you-mean.ts'
import type { Say } from '../../language/language-api.ts'
import { asIs, sayIn } from '../../language/say-in.ts'
import { type Call, reply } from '../../spec/call.ts'
import type { Examination, ExaminationInput, Examinations, ExaminedProfile } from '../../verify/examinations-api.ts'
import type { InterfaceKeys } from '../../world/entities/kinds-api.ts'
import type { World } from '../../world/world-api.ts'
import type { ControlContext, Controls } from '../control-behaviour.ts'

type Names = 'ListExaminations' | 'StartExamination' | 'ShowExamination' | 'RemoveExamination'

/** Life stories of an examination of all cases, as `koosandbox verify seller` plays them. */
const STORIES = 20

/** Examinations of a seller's production interface, beside the worlds. */
export const examinations: Pick<Controls, Names> = {
  async ListExaminations({ server, call }) {
    const say = await sayFor(call)
    const { profiles = [], list } = (await server.examinations?.()) ?? {}
    const all = list?.() ?? []
    return {
      available: server.examinations !== undefined,
      profiles: profiles.map(({ name, title, uses, cases }) => ({
        name,
        title: say(title),
        uses: [...uses],
        cases: cases.map((one) => ({ ...one, title: say(one.title) })),
      })),
      count: all.length,
      examinations: all.map((run) => summaryOf(run, say)),
    }
  },

  async StartExamination(context) {
    const { input, fail } = context
    const examiner = await examinerOf(context)
    const { profile: name = examiner.profiles[0]?.name ?? '', cases, stories, seed, product, licence } = input.body
    const profile = profileOf(context, examiner, name)
    const known = profile.cases.map((one) => one.name)
    for (const one of cases ?? [])
      if (!known.includes(one)) fail('bad-request', `The profile "${name}" has no case "${one}".${didYouMean(one, known)}`, known)
    const { url, keys } = sellerOf(context, profile, input.body)
    const what: ExaminationInput = {
      profile: profile.name,
      url,
      keys,
      ...(cases ? { cases } : {}),
      stories: stories ?? (cases ? 0 : STORIES),
      ...(seed === undefined ? {} : { seed }),
      known: { ...(product === undefined ? {} : { products: product.split(',') }), ...(licence === undefined ? {} : { licence }) },
    }
    const started = await examiner.start(what)
    return 'refused' in started ? fail('conflict', started.refused) : reply(202, shown(started, 0, asIs))
  },

  async ShowExamination(context) {
    const { path, query } = context.input
    return shown(await found(context, path.examination), query.since ?? 0, await sayFor(context.call))
  },

  async RemoveExamination(context) {
    const { id } = await found(context, context.input.path.examination)
    const examiner = await examinerOf(context)
    examiner.remove(id)
    return undefined
  },
}

async function examinerOf({ server, fail }: Pick<ControlContext, 'server' | 'fail'>): Promise<Examinations> {
  const here = 'This sandbox was opened by the library and examines nobody. Run koosandbox serve, or koosandbox verify seller.'
  return (await server.examinations?.()) ?? fail('conflict', here)
}

function profileOf({ fail }: Pick<ControlContext, 'fail'>, { profiles }: Examinations, name: string): ExaminedProfile {
  const names = profiles.map((one) => one.name)
  return profiles.find((one) => one.name === name) ?? fail('bad-request', `There is no profile "${name}".${didYouMean(name, names)}`, names)
}

async function found({ server, fail }: Pick<ControlContext, 'server' | 'fail'>, id: string): Promise<Examination> {
  const examiner = await server.examinations?.()
  const known = examiner?.list().map((one) => one.id) ?? []
  return examiner?.find(id) ?? fail('unknown-examination', `There is no examination "${id}".`, known)
}

interface Asked {
  readonly url?: string | undefined
  readonly keys?: InterfaceKeys | undefined
}

/** Address and keys as sent, else those that the world holds for its sellers. */
function sellerOf(
  context: ControlContext,
  { uses, name }: ExaminedProfile,
  { url, keys = {} }: Asked,
): { url: string; keys: InterfaceKeys } {
  const { fail } = context
  const [use = 'basic'] = uses
  // Looked up only where something is missing: an examination of a given seller needs no world.
  const held = url !== undefined && uses.every((one) => keys[one] !== undefined) ? undefined : heldBy(context.world, use)
  const all = { ...held?.keys, ...keys }
  const missing = uses.filter((one) => all[one] === undefined)
  if (missing.length > 0)
    fail(
      'conflict',
      `The profile "${name}" needs the key of the ${missing.join(' and ')} interfaces. Send it in "keys", or bind one in this world.`,
    )
  const address = url ?? held?.url
  if (address === undefined)
    return fail('conflict', `This world has no address of the ${use} interfaces. Send "url", or set one with SetAddress.`)
  if (!URL.canParse(address) || !/^https?:/.test(address) || new URL(address).password !== '')
    return fail('bad-request', `"${address}" is not an address of a seller. Write it like http://localhost:8080/isv.`)
  return { url: address, keys: Object.fromEntries(uses.map((one) => [one, all[one]])) }
}

function heldBy(world: World, use: string): { readonly url?: string; readonly keys: InterfaceKeys } {
  const address = [...world.addresses.all()].find((one) => one.use === use)
  const sellerId = address?.sellerId ?? [...world.sellerKeys.all()].find((one) => one.use === use)?.accountId ?? ''
  const keys = [...world.sellerKeys.where('account', sellerId)].filter((one) => one.use !== 'appcode')
  // The first one of a kind signs, as in deliveries.
  return { ...(address ? { url: address.url } : {}), keys: Object.fromEntries(keys.reverse().map((one) => [one.use, one.secret])) }
}

const iso = (at: number) => new Date(at).toISOString()

/** What people read is in the language that the request names; names and codes stay. */
const sayFor = (call: Call): Promise<Say> => sayIn(wantsChinese(call) ? 'zh' : 'en')

function summaryOf({ checks, startedAt, endedAt, counts, ...run }: Examination, say: Say) {
  return {
    ...{ id: run.id, state: run.state, profile: run.profile, url: run.url, total: run.total, done: checks.length },
    ...(run.problem === undefined ? {} : { problem: say(run.problem) }),
    startedAt: iso(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
    counts: { ...counts },
  }
}

function shown(run: Examination, since: number, say: Say) {
  const said = <N extends string>(of: Readonly<Partial<Record<N, string>>>, ...names: readonly N[]) =>
    Object.fromEntries(names.flatMap((name) => (of[name] === undefined ? [] : [[name, say(of[name] as string)]]))) as Partial<
      Record<N, string>
    >
  const checks = run.checks.slice(since).map(({ findings, ...check }) => ({
    ...check,
    ...said(check, 'reason'),
    title: say(check.title),
    findings: findings.map(({ exchange, ...one }) => ({
      ...one,
      ...said(one, 'expected', 'got', 'hint'),
      ...(exchange ? { exchange: { ...exchange } } : {}),
    })),
  }))
  return { ...summaryOf(run, say), checks }
}
