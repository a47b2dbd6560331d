import { afterEach, expect, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { pressWay } from '../../demo/press-way.ts'
import { violationsIn } from '../axe.ts'
import { choose, openTab, pressButton, selectRequest, textOf } from '../read-panel.ts'
import { type OpenedInFirefox, openInFirefox } from './open-in-firefox.ts'
import { TOOLS } from './tab.ts'

let opened: OpenedInFirefox

afterEach(() => opened?.close())

const ID = 'whycors@whycors.dev'
const bar = () => textOf(opened.panel, '.trial-bar')
const blocked = (page = opened.page) => expect(pressWay(page, 'no-header')).resolves.toMatch(/got an error/)

/** The addresses of the tabs that ask for access. */
const questions = () =>
  opened.firefox.inChrome<string[]>(
    `return gBrowser.browsers.map(({ currentURI }) => currentURI.spec).filter((url) => url.includes('allow.html'))`,
  )

/** What the browser does once somebody has said yes to its question. */
const grant = () =>
  opened.firefox.inChrome(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
     const { extension } = WebExtensionPolicy.getByID(args[0])
     await ExtensionPermissions.add(args[0], { permissions: [], origins: ['http://localhost/*'] }, extension)`,
    ID,
  )

/** The session rules that the extension has. */
const rules = () =>
  opened.firefox.inChrome<number>(
    `const { ExtensionDNR } = ChromeUtils.importESModule('resource://gre/modules/ExtensionDNR.sys.mjs')
     const { extension } = WebExtensionPolicy.getByID(args[0])
     return ExtensionDNR.getRuleManager(extension, false)?.getSessionRules().length ?? 0`,
    ID,
  )

async function askForTrial(): Promise<void> {
  opened = await openInFirefox()
  await choose(opened.panel, 'show', 'all')
  await choose(opened.panel, 'grouping', 'time')
  await blocked()
  await selectRequest(opened.panel, 'GET', '/api/products')
  await openTab(opened.panel, 'fix')
  await pressButton(opened.panel, 'Try it in this tab')
  await pressButton(opened.panel, 'Start the trial')
  await waitFor(async () => (await questions()).length === 1, 'the tab that asks')
  expect(await textOf(opened.panel, '.trial')).toContain('Confirm the access in the tab')
}

async function startTrial(): Promise<void> {
  await askForTrial()
  await grant()
  await waitFor(async () => (await bar()) !== '', 'the trial to begin')
}

test('a request is allowed in this tab alone, until the trial is stopped', async () => {
  await startTrial()
  expect(await questions()).toEqual([])
  expect(await pressWay(opened.page, 'no-header')).toMatch(/^The page got it/)
  await waitFor(
    async () => (await textOf(opened.panel, '.trial-results')).includes('Allowed by your trial. The server'),
    'the outcome',
  )
  expect(await violationsIn(opened.panel)).toEqual([])
  const other = await opened.openTab()
  await blocked(other.page)
  await other.close()
  await pressButton(opened.panel, 'Stop')
  await waitFor(async () => (await bar()) === '', 'the trial to end')
  expect(await rules()).toBe(0)
  await blocked()
})

test('closing the tab that asks refuses it, and changes nothing', async () => {
  await askForTrial()
  await opened.firefox.inChrome(
    `gBrowser.removeTab(gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.includes('allow.html')))`,
  )
  await waitFor(
    async () => (await textOf(opened.panel, '.trial')).includes('access was refused'),
    'the refusal',
  )
  await blocked()
})

test('closing the tools ends it', async () => {
  await startTrial()
  expect(await rules()).toBe(2)
  await opened.firefox.inChrome(`${TOOLS} await gDevTools.closeToolboxForTab(tab)`, opened.tab)
  await waitFor(async () => (await rules()) === 0, 'the rules to go')
  await blocked()
})
