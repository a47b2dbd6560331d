import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { pressWay } from '../../demo/press-way.ts'
import { click, has } from '../driven.ts'
import { openTab, pressButton, textOf } from '../read-panel.ts'
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
  // No access to any host: the panel lives on what DevTools hands to it, and a trial asks for two hosts when it starts.
  const hosts = permissions?.runtimeHostPermissions?.hosts ?? []
  expect(hosts.filter(({ granted }) => granted)).toEqual([])
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
  await waitFor(async () => (await shown(puppeteer)) === 'sources', 'Sources to be in front')
})

test('a request opens in the Network panel, which shows it alone', async () => {
  const { panel, puppeteer, showPanel } = opened
  await showPanel()
  await panel.evaluate(() => {
    const options = { bubbles: true, cancelable: true, clientX: 90, clientY: 60 }
    document.querySelector('.line.problem')?.dispatchEvent(new MouseEvent('contextmenu', options))
  })
  await pressButton(panel, 'Open in Network panel')
  await waitFor(async () => (await shown(puppeteer)) === 'network', 'the Network panel to be in front')
})

test('the search box of DevTools filters the list', async () => {
  const { panel } = opened
  await opened.showPanel()
  await opened.puppeteer.frontend.evaluate(`(async () => {
    const UI = await import('./ui/legacy/legacy.js')
    const view = UI.InspectorView.InspectorView.instance().currentPanelDeprecated()
    view.performSearch({ query: 'products' }, true)
  })()`)
  await waitFor(
    () =>
      panel.evaluate(
        () => document.querySelector<HTMLInputElement>('input[type=search]')?.value === 'products',
      ),
    'the filter',
  )
})

/** The panel of DevTools that is in front. */
const shown = ({ frontend }: OpenedInChromium['puppeteer']): Promise<unknown> =>
  frontend.evaluate(`(async () => {
    const UI = await import('./ui/legacy/legacy.js')
    return UI.InspectorView.InspectorView.instance().tabbedPane.selectedTabId
  })()`)

/** The part of chrome://extensions' own interface that is read here. */
declare const chrome: {
  readonly developerPrivate: { readonly getExtensionsInfo: () => Promise<readonly ExtensionInfo[]> }
}

interface ExtensionInfo {
  readonly name: string
  readonly manifestErrors: readonly unknown[]
  readonly runtimeErrors: readonly unknown[]
  readonly installWarnings?: readonly string[]
  readonly permissions: {
    readonly runtimeHostPermissions?: { readonly hosts: readonly { readonly granted: boolean }[] }
  }
}
