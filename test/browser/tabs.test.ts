import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, linesOf } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
})
afterAll(() => opened?.close())

test('each tab has a panel of its own', async () => {
  const { page, panel } = opened
  const other = await opened.openTab()
  await choose(panel, 'grouping', 'time')
  await choose(other.panel, 'grouping', 'time')

  await pressWay(other.page, 'header-twice')
  const paths = async (of: typeof panel) => (await linesOf(of)).map(({ path }) => path)
  await waitFor(async () => (await paths(other.panel)).length === 1, 'the request of the other tab')
  await pressWay(page, 'no-header')
  await waitFor(async () => (await paths(panel)).length === 1, 'the request of this tab')
  expect(await paths(panel)).toEqual(['/api/products'])
  expect(await paths(other.panel)).toEqual(['/search/suggest?q=ket'])
  await other.close()
})
