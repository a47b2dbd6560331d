import { waitFor } from '../../src/start/chromium/wait-for.ts'
import type { Driven } from './driven.ts'
import type { PolledApis } from './polled-apis.ts'

/** What the page itself got to know of its requests. */
export interface Outcome {
  readonly failed: number
  readonly allowed: number
}

export interface Polling {
  readonly calls: PolledApis['calls']
  /** How often the first API is asked, while each of the others is asked three times in between. */
  readonly polls: number
  /** In milliseconds, between two of them. */
  readonly pause: number
}

/** Has a page poll APIs, and returns what came of it. No call into the page takes as long as that. */
export async function pollApis(page: Driven, { calls, polls, pause }: Polling): Promise<Outcome> {
  await page.evaluate(
    (calls, polls, pause) => {
      const outcome = { failed: 0, allowed: 0, done: false }
      Object.assign(window, { polled: outcome })
      const send = async (call: (typeof calls)[number] | undefined, n: number): Promise<void> => {
        if (call === undefined) return
        try {
          await fetch(`${call.url}/${n % 40}?n=${n}`, call.init)
          outcome.allowed++
        } catch {
          outcome.failed++
        }
      }
      const [polled, ...others] = calls
      const poll = async (): Promise<void> => {
        for (let n = 0; n < polls; n++) {
          await send(polled, n)
          const step = Math.floor(polls / (others.length * 3))
          if (step > 0 && n % step === 0) await send(others[(n / step) % others.length], n)
          if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
        }
        outcome.done = true
      }
      void poll()
    },
    calls,
    polls,
    pause,
  )
  const outcome = (): Promise<Outcome & { readonly done: boolean }> =>
    page.evaluate(() => Reflect.get(window, 'polled'))
  await waitFor(async () => (await outcome()).done, 'the last poll', 60_000 + 2 * polls * pause)
  const { failed, allowed } = await outcome()
  return { failed, allowed }
}
