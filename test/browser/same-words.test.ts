import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import { pressWay } from '../demo/press-way.ts'
import { type Driven, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { openRecording, pressButton } from './read-panel.ts'
import { cliReport, missingSentences } from './sentences.ts'

const sample = 'src/cli/sample.har'
let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
})
afterAll(() => opened?.close())

test('what the panel says live, the command line says of the recording', async () => {
  const { page, panel, demo, extensionPage } = opened
  const ways = waysAt(demo.at)
  for (const { id } of ways) await pressWay(page, id)
  // The reasons of a fetch may change with what comes after it.
  await sleep(1500)
  const report = await cliReport(JSON.stringify({ log: await recordedLog(extensionPage) }))
  expect(report.exchanges).toHaveLength(ways.flatMap(({ calls }) => calls).length)
  expect(await missingSentences(panel, report)).toEqual([])
})

test('an imported recording is explained in the words of the command line', async () => {
  const { panel } = opened
  await pressButton(panel, 'Clear')
  await openRecording(panel, sample)
  await waitFor(() => has(panel, '.line:not(.head)'), 'the sample in the list')
  const report = await cliReport(readFileSync(sample, 'utf8'))
  expect(await missingSentences(panel, report)).toEqual([])
})

const recordedLog = async (extensionPage: Driven): Promise<unknown> =>
  JSON.parse(
    await extensionPage.evaluate(
      () =>
        new Promise<string>((resolve) =>
          chrome.devtools.network.getHAR((log) => resolve(JSON.stringify(log))),
        ),
    ),
  )

declare const chrome: {
  readonly devtools: { readonly network: { readonly getHAR: (callback: (log: unknown) => void) => void } }
}
