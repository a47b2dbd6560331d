import type { Call } from './way.ts'

/** The part of a way that the page needs. */
export interface ClientWay {
  readonly id: string
  readonly calls: readonly (Omit<Call, 'to' | 'path'> & { readonly url: string })[]
}

/** Runs in the demo's page as its only script, so it must not refer to anything outside. */
export function runDemo(ways: readonly ClientWay[]): void {
  const element = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector)
    if (found === null) throw new Error(`The page has no ${selector}`)
    return found
  }

  async function call({ url, reads, ...init }: ClientWay['calls'][number]): Promise<string> {
    try {
      const response = await fetch(url, init)
      const size = (await response.text()).length
      const read = reads === undefined ? '' : `, ${reads}: ${response.headers.get(reads)}`
      return `The page got it: status ${response.status}, ${size} bytes${read}`
    } catch (error) {
      return `The page got an error: ${error}`
    }
  }

  async function run(way: ClientWay): Promise<void> {
    const result = element(`#${way.id} output`)
    result.textContent = '…'
    let told = ''
    for (const each of way.calls) told = await call(each)
    result.textContent = told
  }

  for (const way of ways) element(`#${way.id} button`).addEventListener('click', () => run(way))
  element('#all').addEventListener('click', async () => {
    for (const way of ways) await run(way)
  })
}
