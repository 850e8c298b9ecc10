import type { Cause, Timetable } from '../marketplace/marketplace-api.ts'
import type { Finding } from '../spec/finding.ts'
import { createMask } from '../spec/mask.ts'
import type { Attempt, Delivery, Resending } from '../world/entities/entities.ts'
import { secretsOf } from '../world/entities/secrets-of.ts'
import type { World } from '../world/world-api.ts'

const iso = (at: number) => new Date(at).toISOString()

/** A delivery in the form of lists: ISO times, the result of its last attempt, no password. */
export function describeDelivery(world: World, delivery: Delivery) {
  const { answer: answered, about, createdAt, nextAt, endedAt, resends, heldBack: _heldBack, firstAt: _firstAt, ...rest } = delivery
  const url = world.addresses.get(delivery.addressId)?.url
  const last = world.attempts.where('delivery', delivery.id).last()
  return {
    ...rest,
    ...(url === undefined ? {} : { url }),
    ...(about === undefined ? {} : { about: { ...about } }),
    ...(answered === undefined ? {} : { said: { ...answered, ...(answered.password === undefined ? {} : { password: '…' }) } }),
    ...(resends === undefined ? {} : { resends: resendingOf(resends) }),
    createdAt: iso(createdAt),
    ...(nextAt === undefined ? {} : { nextAt: iso(nextAt) }),
    ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
    ...(last ? { last: summary(last) } : {}),
  }
}

const resendingOf = ({ deliveryId, attempt, fresh = false }: Resending) => ({ delivery: deliveryId, attempt, fresh })

function summary({ at, answer, failure, resultCode, passed, findings, fault }: Attempt) {
  return {
    at: iso(at),
    ...(answer ? { status: answer.status } : {}),
    ...(failure === undefined ? {} : { failure }),
    ...(resultCode === undefined ? {} : { resultCode }),
    passed,
    ...(fault ? { fault } : {}),
    // The errors, which decide the verdict, come first.
    codes: [...findings].sort((one, other) => weight(one) - weight(other)).map(({ code }) => String(code)),
  }
}

const weight = ({ level }: Attempt['findings'][number]) => (level === 'error' ? 0 : level === 'warning' ? 1 : 2)

/** A delivery with all its attempts, secrets masked. */
export function showDelivery(world: World, delivery: Delivery) {
  return {
    world: world.name,
    now: iso(world.clock.now()),
    delivery: describeDelivery(world, delivery),
    attempts: [...world.attempts.where('delivery', delivery.id)].map((attempt) => describeAttempt(attempt, secretsOf(world))),
  }
}

function describeAttempt(attempt: Attempt, known: readonly string[]) {
  const { number, repeats, at, sentAt, businessId, method, url, headers, body, encoding, canonical, fault } = attempt
  const { answer, failure, ms, resultCode, passed } = attempt
  const mask = createMask({ headers: [headers, answer?.headers ?? {}], texts: [body, answer?.body ?? ''], known })
  const masked = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, mask.text(value)]))
  return {
    number,
    ...(repeats === undefined ? {} : { repeats }),
    at: iso(at),
    sentAt: iso(sentAt),
    ...(businessId === undefined ? {} : { businessId }),
    request: { method, url: mask.text(url), headers: masked(headers), body: mask.text(body), ...(encoding ? { encoding } : {}) },
    ...(fault ? { fault } : {}),
    canonical: mask.text(canonical),
    ...(answer ? { answer: { ...answer, headers: masked(answer.headers), body: mask.text(answer.body) } } : {}),
    ...(failure === undefined ? {} : { failure }),
    ms,
    ...(resultCode === undefined ? {} : { resultCode }),
    // The world stores findings as plain JSON.
    findings: (attempt.findings as unknown as readonly Finding[]).map((finding) => mask.finding(finding)),
    passed,
  }
}

/** A timetable with the settings of a world filled in. */
export function describeTimetable(world: World, { every, for: span, source, ...rest }: Timetable) {
  const filled = (text: string) => (text.startsWith('@') ? String(world.settingByName(text.slice(1))) : text)
  return {
    ...rest,
    ...(every === undefined ? {} : { every: filled(every) }),
    ...(span === undefined ? {} : { for: filled(span) }),
    source: [...source],
  }
}

/** A row of the table, with its conditions as text. */
export function describeCause({
  on,
  each,
  call,
  v1,
  scene,
  status,
  timetable,
  v1Timetable,
  onlineTimetable,
  source,
  ...conditions
}: Cause) {
  const words = Object.entries(conditions).filter(([name]) => name !== 'about')
  const when = words.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`).join('; ')
  return {
    on,
    ...(when === '' ? {} : { when }),
    each,
    call,
    ...(scene === undefined ? {} : { scene }),
    ...(status === undefined ? {} : { status }),
    ...(v1 === undefined ? {} : { v1 }),
    timetable,
    ...(v1Timetable === undefined ? {} : { v1Timetable }),
    ...(onlineTimetable === undefined ? {} : { onlineTimetable }),
    source: [...source],
  }
}
