import { expect } from 'vitest'
import { get } from '../../../../src/fetch/header-list.ts'
import type { Syntax } from '../../../../src/fix/generators/quote/syntax.ts'
import { send } from '../battery/send.ts'
import type { Running } from '../start/start.ts'
import { printableValues } from './printable-values.ts'

/** How many headers go into one answer; servers and clients have limits. */
const AT_ONCE = 100

/**
 * Expects that a web server sends the values of headers as they are, those that its syntax refuses left out. `boot`
 * starts one that sets headers, each a name and a value as a literal; marks at both ends keep outer spaces.
 */
export async function readsBack(
  syntax: Syntax,
  boot: (headers: readonly (readonly [name: string, literal: string])[]) => Promise<Running>,
): Promise<void> {
  const values = printableValues
    .map((value) => `<${value}>`)
    .filter((value) => syntax.refuses(value) === null)
  expect(values.length).toBeGreaterThan(AT_ONCE)
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const sent = values.slice(from, from + AT_ONCE)
    const running = await boot(sent.map((value, i) => [`X-${i}`, syntax.literal(value)]))
    try {
      const { headerList } = await send(running.port, { method: 'GET', path: '/', headers: {} })
      expect(sent.map((_, i) => get(headerList, `X-${i}`))).toEqual(sent)
    } finally {
      await running.stop()
    }
  }
}
