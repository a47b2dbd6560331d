import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Driven } from './driven.ts'

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** Returns what axe-core objects to in the panel: rule, element, and what is wrong with it. */
export async function violationsIn(panel: Driven): Promise<string[]> {
  await panel.run(source)
  const found = new Set<string>()
  // It does not judge the colors of what is scrolled out of view, so the explanation is gone through.
  for (let screen = 0; await scrollTo(panel, screen); screen++) {
    const { violations } = await panel.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }
      return await axe.run()
    })
    for (const { id, nodes } of violations) {
      for (const { html, any, all, none } of nodes) {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
        found.add(`${id}: ${html.slice(0, 160)} (${why})`)
      }
    }
  }
  return [...found]
}

/** Scrolls the explanation to its n-th screen, and reports whether there is such a one. */
const scrollTo = (panel: Driven, screen: number): Promise<boolean> =>
  panel.evaluate((screen) => {
    const scroller = document.querySelector('#explanation')
    if (screen === 0 || scroller === null) return screen === 0
    if (screen * scroller.clientHeight >= scroller.scrollHeight) return false
    scroller.scrollTop = screen * scroller.clientHeight
    return true
  }, screen)
