import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Frame } from 'puppeteer-core'

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** Returns what axe-core objects to in a document: rule, and the elements with what is wrong with them. */
export async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(source)
  const { violations } = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }
    return await axe.run()
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id}: ${html.slice(0, 160)} (${why})`
    }),
  )
}
