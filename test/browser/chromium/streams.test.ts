import { afterEach, expect, test } from 'vitest'
import { sleep, waitFor } from '../../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../../src/start/demo/ways.ts'
import { pressWay } from '../../demo/press-way.ts'
import { type OpenedPanel, openPanel } from '../panel.ts'
import { choose, linesOf, pressButton, textOf } from '../read-panel.ts'
import { type Streams, startStreams } from '../start-streams.ts'

let opened: OpenedPanel
let streams: Streams

afterEach(async () => {
  streams?.close()
  await opened?.close()
})

const paths = async () => (await linesOf(opened.panel)).map(({ path }) => path)

// Firefox reports a stream when it ends, and loses requests while it makes a HAR.
test('streams that never end are in the list, once, and not again after it was cleared', async () => {
  streams = await startStreams()
  opened = await openPanel()
  const { page, panel } = opened
  await choose(panel, 'grouping', 'time')
  await choose(panel, 'show', 'all')
  await pressWay(page, 'no-header')
  // One after the other: of two that begin in the same moment either may be the first.
  await page.evaluate(async (url) => {
    Object.assign(window, { response: await fetch(url) })
    Object.assign(window, { source: new EventSource(`${url}?events`) })
  }, `${streams.at}/stream`)
  const all = ['/api/products', '/stream', '/stream?events']
  await waitFor(async () => (await paths()).length >= 3, 'the streams', 8000)
  await sleep(5000)
  expect(await paths()).toEqual(all)
  await pressButton(panel, 'Clear')
  await sleep(5000)
  expect(await paths()).toEqual([])
})

test('nothing is in the list twice: what DevTools has reported is not taken from its HAR', async () => {
  opened = await openPanel()
  const { page, panel, demo } = opened
  await choose(panel, 'grouping', 'time')
  await choose(panel, 'show', 'all')
  for (const { id } of waysAt(demo.at)) await pressWay(page, id)
  const count = async () => (await textOf(panel, '.status')).split(',')[0]
  await sleep(1500)
  const before = await count()
  expect(before).toMatch(/^\d\d+ problems in \d\d+ blocked requests/)
  await sleep(8000)
  expect(await count()).toBe(before)
})
