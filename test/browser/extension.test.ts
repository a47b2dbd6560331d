import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDevTools, selectPanel, setDockSide } from '../../src/start/chromium/devtools.ts'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, linesOf, textOf } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
})
afterAll(() => opened?.close())

test('chrome://extensions has nothing to say against it', async () => {
  const page = await opened.page.browser().newPage()
  await page.goto('chrome://extensions')
  const extensions = await page.evaluate(() => chrome.developerPrivate.getExtensionsInfo())
  await page.close()
  const ours = extensions.find(({ name }) => name === 'WhyCORS')
  const { manifestErrors, runtimeErrors, installWarnings, permissions } = ours ?? {}
  expect({ manifestErrors, runtimeErrors, warnings: installWarnings ?? [] }).toEqual({
    manifestErrors: [],
    runtimeErrors: [],
    warnings: [],
  })
  // No host permission: the panel lives on what DevTools hands to it.
  expect(permissions?.runtimeHostPermissions).toBeUndefined()
})

test('each tab has a panel of its own', async () => {
  const { page, panel, demo } = opened
  const other = await page.browser().newPage()
  const { frontend } = await openDevTools(other, 'devtools.html')
  await setDockSide(frontend, 'undocked')
  await other.goto(demo.at.page)
  const otherPanel = await selectPanel(frontend, 'WhyCORS', 'panel.html')
  await waitFor(() => otherPanel.$('.toolbar'), 'the other panel')
  await choose(panel, 'grouping', 'time')
  await choose(otherPanel, 'grouping', 'time')

  await pressWay(other, 'header-twice')
  await waitFor(async () => (await linesOf(otherPanel)).length === 1, 'the request of the other tab')
  await sleep(1000)
  expect(await linesOf(panel)).toEqual([])
  await page.bringToFront()
  await pressWay(page, 'no-header')
  await waitFor(async () => (await linesOf(panel)).length === 1, 'the request of this tab')
  expect((await linesOf(otherPanel)).map(({ path }) => path)).toEqual(['/search/suggest?q=ket'])
  await other.close()
})

test('the line of the page that made the call opens in Sources', async () => {
  const { panel, frontend } = opened
  await panel.$eval('[role=treeitem].exchange', (line) => (line as HTMLElement).click())
  await waitFor(
    async () => (await textOf(panel, '#explanation')).includes('shop.js'),
    'the place of the call',
  )
  await panel.$$eval('#explanation button, #explanation a', (links) => {
    const link = links.find((one) => one.textContent?.includes('shop.js'))
    if (link instanceof HTMLElement) link.click()
  })
  const shown = () =>
    frontend.evaluate(`(async () => {
      const UI = await import('./ui/legacy/legacy.js')
      return UI.InspectorView.InspectorView.instance().tabbedPane.selectedTabId
    })()`)
  await waitFor(async () => (await shown()) === 'sources', 'Sources to be in front')
})

/** The part of chrome://extensions' own interface that is read here. */
declare const chrome: {
  readonly developerPrivate: { readonly getExtensionsInfo: () => Promise<readonly ExtensionInfo[]> }
}

interface ExtensionInfo {
  readonly name: string
  readonly manifestErrors: readonly unknown[]
  readonly runtimeErrors: readonly unknown[]
  readonly installWarnings?: readonly string[]
  readonly permissions: { readonly runtimeHostPermissions?: unknown }
}
