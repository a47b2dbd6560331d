import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { pressWay } from '../../demo/press-way.ts'
import { click, has } from '../driven.ts'
import { openTab, textOf } from '../read-panel.ts'
import { type OpenedInChromium, openInChromium } from './open-in-chromium.ts'

let opened: OpenedInChromium

beforeAll(async () => {
  opened = await openInChromium()
})
afterAll(() => opened?.close())

test('chrome://extensions has nothing to say against it', async () => {
  const page = await opened.puppeteer.browser.newPage()
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

test('the line of the page that made the call opens in Sources', async () => {
  const { page, panel, puppeteer } = opened
  await pressWay(page, 'no-header')
  await waitFor(() => has(panel, '.line.problem'), 'the request')
  await click(panel, '.line.problem')
  await openTab(panel, 'why')
  await waitFor(
    async () => (await textOf(panel, '#explanation')).includes('shop.js'),
    'the place of the call',
  )
  await panel.evaluate(() => {
    const links = [...document.querySelectorAll('#explanation button, #explanation a')]
    const link = links.find((one) => one.textContent?.includes('shop.js'))
    if (link instanceof HTMLElement) link.click()
  })
  const shown = () =>
    puppeteer.frontend.evaluate(`(async () => {
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
