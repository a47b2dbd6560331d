import type { Frame, Page } from 'puppeteer-core'
import type { Driven } from '../driven.ts'

/** Returns a frame of Chromium, or the one that `find` finds each time, as the scenarios drive it. */
export function drivenFrame(find: Frame | Page | (() => Promise<Frame>)): Driven {
  const frame = async () => (typeof find === 'function' ? await find() : find)
  return {
    evaluate: async (work, ...args) =>
      (await (await frame()).evaluate(work as (...args: unknown[]) => unknown, ...args)) as never,
    run: async (script) => void (await (await frame()).evaluate(script)),
  }
}
