export interface Call {
  readonly url: string
}

/**
 * Runs in the page: starts the requests from one number to another, evenly over so many seconds, and waits for all of them.
 * No more than 60 are under way, because Chromium refuses what is far too much.
 */
export async function makeRequests(
  calls: readonly Call[],
  [from, to]: readonly [number, number],
  seconds: number,
): Promise<void> {
  const began = performance.now()
  const running = new Set<Promise<unknown>>()
  for (let i = from; i < to; ) {
    const share = (performance.now() - began) / (seconds * 1000)
    const due = Math.min(to, from + Math.ceil(share * (to - from)) + 1)
    for (; i < due && running.size < 60; i++) {
      const { url, ...init } = calls[i % calls.length] ?? { url: '/' }
      const call: Promise<unknown> = fetch(`${url}${url.includes('?') ? '&' : '?'}n=${i}`, init)
        .catch(() => null)
        .finally(() => running.delete(call))
      running.add(call)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await Promise.all(running)
}
