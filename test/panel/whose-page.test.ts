import { describe, expect, it } from 'vitest'
import { type CorsPolicy, type Diagnosis, plain } from '../../src/internal.ts'
import { askedOf, draftedPolicy, draftWith, staysBlocked } from '../../src/panel/fix/fix-view.ts'
import { makeSession } from '../../src/panel/make-session.ts'
import { diagnosesIn } from '../../src/panel/state/listed.ts'
import { chromeEntry } from '../make-har.ts'
import { fakeClock, fakeInspected } from './fake-inspected.ts'

const SHOP = 'https://shop.example'
const AD = 'https://ads.other'
const asks = (page: string, at: number) => chromeEntry({ page, at, error: 'net::ERR_FAILED' })

/** A page whose frame asks more often than it does, in DevTools that were opened on it. */
async function opened(page: string, afterwards: readonly string[] = []) {
  const inspected = { ...fakeInspected(), answer: page }
  const clock = fakeClock()
  const session = makeSession(inspected, clock, null)
  await clock.pass(10)
  for (const url of afterwards) inspected.navigate(url)
  for (const entry of [asks(SHOP, 2000), asks(AD, 2010), asks(AD, 2020), asks(AD, 2030)])
    inspected.finish(entry)
  await clock.pass(5000)
  const diagnoses = diagnosesIn(session.store.get().diagnoses)
  const [first] = diagnoses as [Diagnosis]
  const asked = askedOf(first, diagnoses, 'api')
  if (asked === null) throw new Error('nothing is blocked')
  const diagnosisOf = (origin: string): Diagnosis => {
    const found = diagnoses.find(({ verdict }) => {
      const { origin: asker } = verdict.exchange.facts
      return asker.known && asker.value === origin
    })
    if (found === undefined) throw new Error(`no request from ${origin}`)
    return found
  }
  const whyOf = (origin: string) => diagnosisOf(origin).plan?.why
  return {
    asked,
    diagnosisOf,
    whyOf,
    allowed: asked.policy.origins,
    leftOut: asked.leftOut.map(({ origin }) => origin),
  }
}

describe('the configuration in the panel', () => {
  it('is for the inspected page, however busy a frame in it is', async () => {
    const { allowed, leftOut } = await opened(SHOP)
    expect(allowed).toEqual([SHOP])
    expect(leftOut).toEqual([AD])
  })

  it('is for the page that DevTools went to', async () => {
    const { allowed, leftOut } = await opened(AD, [`${SHOP}/cart`])
    expect(allowed).toEqual([SHOP])
    expect(leftOut).toEqual([AD])
  })

  it('says of a frame’s request that the page is another', async () => {
    const { whyOf } = await opened(SHOP)
    const words = JSON.stringify(whyOf(AD))
    expect(words).toContain("only if it's yours: the page is ")
    expect(words).toContain(SHOP)
    expect(JSON.stringify(whyOf(SHOP))).not.toContain("only if it's yours")
  })

  it('promises nothing for a request that it leaves out, until its origin is added', async () => {
    const { asked, diagnosisOf } = await opened(SHOP)
    const said = (origin: string, policy: CorsPolicy = asked.policy) => {
      const words = staysBlocked(diagnosisOf(origin), policy, asked)
      return words === null ? null : plain(words, (value) => value)
    }
    expect(said(AD)).toBe('This request stays blocked: `https://ads.other` is left out.')
    expect(said(SHOP)).toBeNull()
    expect(said(AD, { ...asked.policy, origins: [SHOP, AD] })).toBeNull()
    expect(said(AD, { ...asked.policy, origins: '*', credentials: false })).toBeNull()
  })

  it('allows an origin that was left out once it is added', async () => {
    const { asked } = await opened(SHOP)
    expect(draftedPolicy(asked.policy, draftWith({ methods: 'GET, PUT' }, asked.policy, AD))).toMatchObject({
      origins: [SHOP, AD],
      methods: ['GET', 'PUT'],
    })
  })
})
