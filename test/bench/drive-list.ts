import { sleep } from '../../src/start/chromium/wait-for.ts'
import type { Driven } from '../browser/driven.ts'
import { within } from './within.ts'

/** How often a text is typed: on a busy machine the best time of each key is the one that says something. */
const TIMES = 3

/**
 * Types a text into the filter, and returns how long each key takes until the rows that it finds are drawn, not only the key.
 */
export async function keyTimes(frame: Driven, text: string): Promise<readonly number[]> {
  const rounds: (readonly number[])[] = []
  for (let i = 0; i < TIMES; i++) {
    rounds.push(await frame.evaluate(typeInFilter, text))
    await sleep(500)
  }
  return [...text].map((_, key) => Math.min(...rounds.map((times) => times[key] ?? 0)))
}

/** Runs in the panel or the web page. */
async function typeInFilter(text: string): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>('input[type=search], .filter input')
  const times: number[] = []
  if (input === null) return times
  for (let length = 1; length <= text.length; length++) {
    const began = performance.now()
    input.value = text.slice(0, length)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    do {
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve()
          channel.port2.postMessage(null)
        }),
      )
    } while (document.querySelector('main[aria-busy=true]') !== null)
    times.push(performance.now() - began)
  }
  input.value = ''
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return times
}

/** Runs in the panel or the web page: scrolls the list for a while, a good deal per frame, and returns the time between the frames. */
export async function scrollList(milliseconds: number): Promise<number[]> {
  const list = document.querySelector('.list')
  if (list === null) return []
  const frames: number[] = []
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const began = await nextFrame()
  list.scrollTop = 0
  for (let last = began; last - began < milliseconds; ) {
    list.scrollTop += 300
    const now = await nextFrame()
    frames.push(now - last)
    last = now
  }
  return frames
}

export function describe(times: readonly number[]): string {
  const at = (share: number) => within(times, share).toFixed(1)
  return `${times.length} frames, median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${at(1)} ms`
}
