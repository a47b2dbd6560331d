import type { Clock, Inspected } from '../../src/panel/state/inspected.ts'

/** A clock that stands still until it is wound; it begins when made-up recordings do. */
export interface FakeClock extends Clock {
  /** How many milliseconds each look at the clock takes. */
  perLook: number
  /** Lets so much time pass, running what falls due, and what that leads to. */
  pass(milliseconds: number): Promise<void>
}

export function fakeClock(): FakeClock {
  let now = 0
  let due: { at: number; action: () => void }[] = []
  return {
    perLook: 0,
    now() {
      now += this.perLook
      return now
    },
    wall: () => Date.UTC(2026, 0, 1) + now,
    after: (milliseconds, action) => {
      due.push({ at: now + milliseconds, action })
    },
    async pass(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        await settled()
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        due = due.filter((one) => one !== next)
        now = Math.max(now, next.at)
        next.action()
      }
      now = Math.max(now, end)
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A page whose network the test plays. */
export interface FakeInspected extends Inspected {
  readonly finish: (entry: unknown) => void
  readonly navigate: (url?: string) => void
  /** What DevTools holds. */
  held: unknown[]
  /** What handing that out waits for. */
  holdUp: () => Promise<void>
  /** What the page answers when it is asked. */
  answer: unknown
  readonly calls: string[]
}

export function fakeInspected(browser: Inspected['browser'] = 'chromium'): FakeInspected {
  let onEntry: (entry: unknown) => void = () => {}
  const navigated: ((url: string) => void)[] = []
  const calls: string[] = []
  return {
    browser,
    calls,
    held: [],
    holdUp: async () => {},
    answer: null,
    finish: (entry) => onEntry(entry),
    navigate: (url = 'https://app.example/') => {
      for (const listener of navigated) listener(url)
    },
    onEntry: (listener) => {
      onEntry = listener
    },
    onNavigated: (listener) => {
      navigated.push(listener)
    },
    async entriesSoFar() {
      calls.push('getHAR')
      await this.holdUp()
      return this.held
    },
    async evaluate() {
      calls.push('eval')
      return this.answer
    },
    reload: (script) => {
      calls.push(script === null ? 'reload' : 'reload and watch')
    },
    openSource: async () => true,
    openInNetwork: null,
  }
}
