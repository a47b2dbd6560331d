import { beforeEach, describe, expect, it } from 'vitest'
import type { Trial, TrialSpan } from '../../src/internal.ts'
import type { Clock } from '../../src/panel/state/inspected.ts'
import type { TrialState } from '../../src/panel/state/trial-state.ts'
import { makeTrialControl } from '../../src/panel/trial/trial-control.ts'
import { type FromBackground, hostsOf, type ToBackground } from '../../src/panel/trial/trial-messages.ts'

const trial: Trial = {
  target: 'https://api.test:8443',
  origin: 'https://app.example',
  policy: {
    origins: ['https://app.example'],
    methods: [],
    headers: [],
    exposed: [],
    credentials: false,
    maxAge: null,
  },
  answersPreflights: false,
  redirected: [],
}

let sent: ToBackground[]
let connections: number
let say: (message: FromBackground) => void
let drop: () => void
let state: TrialState
let spans: readonly TrialSpan[]
let now: number
let timers: (() => void)[]
let givenBack: string[]
let isGone: boolean

const clock: Clock = { now: () => now, wall: () => now, after: (_, action) => void timers.push(action) }
const make = () =>
  makeTrialControl(
    {
      tabId: 7,
      answersPreflights: false,
      hasServiceWorker: () => Promise.resolve(false),
      hasAccess: () => Promise.resolve(true),
      giveBack(hosts) {
        givenBack.push(...hosts)
        return Promise.resolve(isGone)
      },
      connect(listen, closed) {
        connections += 1
        say = listen
        drop = closed
        return { send: (message) => void sent.push(message), close: () => undefined }
      },
    },
    clock,
    {
      changed: (next) => {
        state = next
      },
      spans: (next) => {
        spans = next
      },
    },
  )

beforeEach(() => {
  sent = []
  connections = 0
  spans = []
  timers = []
  givenBack = []
  isGone = true
  now = 1000
  state = { phase: 'none' }
})

const active = () => {
  const control = make()
  control.start(trial)
  say({ type: 'active' })
  return control
}

describe('a trial', () => {
  it('is active once the background says so, from then on', () => {
    const control = make()
    control.start(trial)
    expect([state.phase, sent]).toEqual(['starting', [{ type: 'start', tabId: 7, trial }]])
    now = 2000
    say({ type: 'active' })
    expect(state).toEqual({ phase: 'active', trial, since: 2000, pinned: false })
    expect(spans).toEqual([{ target: trial.target, origin: trial.origin, from: 2000, until: null }])
  })

  it('says that the browser asks in a tab, and that it was refused', () => {
    make().start(trial)
    say({ type: 'asking' })
    expect(state.phase).toBe('asking')
    say({ type: 'refused' })
    expect(state).toEqual({ phase: 'ended', trial, why: 'refused' })
  })

  it('ends its span of time when it is stopped', () => {
    const control = active()
    now = 3000
    control.stop()
    say({ type: 'stopped' })
    expect(state.phase).toBe('ended')
    expect(spans.map(({ until }) => until)).toEqual([3000])
  })

  it('begins another span where the policy is changed, and stays pinned', () => {
    const control = active()
    control.pin(true)
    now = 4000
    control.start({ ...trial, policy: { ...trial.policy, maxAge: 5 } })
    say({ type: 'active' })
    expect(state).toMatchObject({ phase: 'active', since: 4000, pinned: true })
    expect(spans.map(({ from, until }) => [from, until])).toEqual([
      [1000, 4000],
      [4000, null],
    ])
  })

  it('ends on another site, but not on another page of the same', () => {
    const control = active()
    control.navigated('https://app.example/other')
    expect(state.phase).toBe('active')
    control.navigated('about:blank')
    expect(state).toMatchObject({ phase: 'ended', why: 'left the site' })
    expect(sent.at(-1)).toEqual({ type: 'stop' })
  })

  it('stays on another site if the user wants so', () => {
    const control = active()
    control.pin(true)
    control.navigated('https://b.test/')
    expect(state.phase).toBe('active')
  })

  it('is asked for again where the browser has stopped the background', () => {
    active()
    drop()
    expect([connections, sent.at(-1)]).toEqual([2, { type: 'start', tabId: 7, trial }])
    expect(state.phase).toBe('active')
  })

  it('keeps the background awake as long as it lasts', () => {
    active()
    timers.shift()?.()
    expect(sent.at(-1)).toEqual({ type: 'alive' })
    say({ type: 'stopped' })
    const before = sent.length
    timers.shift()?.()
    expect(sent.length).toBe(before)
  })

  it('needs access to the two hosts, without their ports', () => {
    expect(hostsOf(trial)).toEqual(['https://api.test/*', 'https://app.example/*'])
  })

  it('ends when the access to its hosts is given back', async () => {
    await active().giveBack(hostsOf(trial))
    expect(givenBack).toEqual(hostsOf(trial))
    say({ type: 'given back' })
    expect(state).toMatchObject({ phase: 'ended', why: 'given back' })
    expect(spans.map(({ until }) => until)).toEqual([1000])
  })

  it('gives back what an earlier session was granted, without a trial', async () => {
    await make().giveBack(['https://api.test/*'])
    expect([givenBack, connections]).toEqual([['https://api.test/*'], 0])
  })

  it('is stopped even if the browser keeps the access, as part of a wider one', async () => {
    isGone = false
    expect(await active().giveBack(hostsOf(trial))).toBe(false)
    expect(sent.at(-1)).toEqual({ type: 'stop' })
  })

  it('ends while the browser asks for the access to the hosts of another', () => {
    const control = active()
    now = 5000
    control.start({ ...trial, target: 'https://b.test' })
    say({ type: 'asking' })
    expect(state).toMatchObject({ phase: 'asking', trial: { target: 'https://b.test' } })
    expect(spans.map(({ until }) => until)).toEqual([5000])
    say({ type: 'refused' })
    expect(state).toMatchObject({ phase: 'ended', why: 'refused' })
  })

  it('ends with the tools', () => {
    active().closing()
    expect(state.phase).toBe('ended')
  })
})
