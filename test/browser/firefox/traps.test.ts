import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { pressWay } from '../../demo/press-way.ts'
import { click } from '../driven.ts'
import type { OpenOptions } from '../opened-panel.ts'
import { choose, explanationText, linesOf, pressButton, selectRequest, textOf } from '../read-panel.ts'
import { type OpenedInFirefox, openInFirefox } from './open-in-firefox.ts'
import { TOOLS } from './tab.ts'

let opened: OpenedInFirefox

afterEach(() => opened?.close())

async function open(preferences: NonNullable<OpenOptions['preferences']> = {}): Promise<OpenedInFirefox> {
  opened = await openInFirefox({ preferences })
  await choose(opened.panel, 'grouping', 'time')
  await choose(opened.panel, 'show', 'all')
  return opened
}

const paths = async () => (await linesOf(opened.panel)).map(({ path }) => path)

test('the version is one that the manifest allows', async () => {
  const { firefox } = await open()
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'))
  const least = Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10)
  expect(Number.parseInt(firefox.version.replace(/\D+/, ''), 10)).toBeGreaterThanOrEqual(least)
})

test('a request whose preflight failed is shown from the preflight, once, as what the page asked for', async () => {
  const { page, panel } = await open()
  await pressWay(page, 'options-not-routed')
  await selectRequest(panel, 'PUT', '/payments/42')
  await waitFor(async () => (await explanationText(panel)).includes('never sent'), 'the explanation')
  expect(await explanationText(panel)).toContain('preflight response has status 404')
  expect(await linesOf(panel)).toEqual([{ verdict: '✕ Blocked', method: 'PUT', path: '/payments/42' }])
})

test('the outcome, which Firefox does not record, is read from the page', async () => {
  const { page, panel, demo } = await open()
  // The same answer to both; only the page knows which of them it was given.
  const url = `${demo.at.accounts}/api/session`
  const fetched = (credentials: 'include' | 'omit') =>
    page.evaluate(
      (url, credentials) =>
        fetch(url, { credentials }).then(
          () => 'got it',
          () => 'got an error',
        ),
      `${url}?${credentials}`,
      credentials,
    )
  expect(await fetched('include')).toBe('got an error')
  expect(await fetched('omit')).toBe('got it')
  await waitFor(
    async () => String((await linesOf(panel)).map(({ verdict }) => verdict)) === '✕ Blocked,✓ Allowed',
    'both verdicts',
  )
  await selectRequest(panel, 'GET', '/api/session?include')
  await waitFor(
    async () => (await explanationText(panel)).includes('Access-Control-Allow-Credentials'),
    'the reason',
  )
})

describe('a filter that was left in the Network panel', () => {
  test('hides requests: the panel says so, and imports them on demand', async () => {
    const { page, panel } = await open({ 'devtools.netmonitor.requestfilter': 'nothing-has-this' })
    await waitFor(() => panel.evaluate(() => performance.now() > 3000), 'the page to be asked once')
    await pressWay(page, 'no-header')
    const notice = await waitFor(() => textOf(panel, '.missed'), 'the notice')
    expect(notice).toContain('Firefox hides 1 request of this page')
    expect(notice).toContain('Clear its filters')
    expect(await paths()).toEqual([])
    await pressButton(panel, 'Import them')
    await waitFor(async () => String(await paths()) === '/api/products', 'the request')
    await waitFor(async () => (await textOf(panel, '.missed')) === '', 'the notice to go')
  })

  test('and one by type as well; sorted, its recording is empty, and the panel says that too', async () => {
    const { firefox, tab, page, panel } = await open({ 'devtools.netmonitor.filters': '["css"]' })
    await waitFor(() => panel.evaluate(() => performance.now() > 3000), 'the page to be asked once')
    await pressWay(page, 'no-header')
    await waitFor(() => textOf(panel, '.missed'), 'the notice')
    await firefox.inChrome(
      `${TOOLS}
       const { panelWin } = await toolbox.selectTool('netmonitor')
       const { store } = panelWin.Netmonitor.api
       const { sortBy } = panelWin.windowRequire('devtools/client/netmonitor/src/actions/index')
       store.dispatch(sortBy('url'))
       store.dispatch(sortBy('url'))`,
      tab,
    )
    await opened.showPanel()
    await pressButton(panel, 'Import them')
    await waitFor(
      async () => (await textOf(panel, '.missed')).includes('sorted by a column other'),
      'the second notice',
    )
    expect(await paths()).toEqual([])
  })
})

test('what is copied is on the clipboard, what is saved is on the disk', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'whycors-downloads-'))
  try {
    const { firefox, page, panel } = await open({
      'browser.download.folderList': 2,
      'browser.download.dir': directory,
    })
    await pressWay(page, 'no-header')
    await selectRequest(panel, 'GET', '/api/products')
    await opened.toFront()
    const choose = async (item: string) => {
      await click(panel, '.bar .copy > button')
      await waitFor(
        () =>
          panel.evaluate((item) => {
            const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
            items.find(({ textContent }) => textContent?.startsWith(item) === true)?.focus()
            return document.activeElement?.textContent?.startsWith(item) === true
          }, item),
        `the item "${item}"`,
      )
      await opened.press('Enter')
    }
    await choose('Copy request as curl (bash)')
    const copied = await waitFor(() => firefox.inChrome<string>(READ_CLIPBOARD), 'the copy')
    expect(copied).toMatch(/^curl .*api\/products/)

    await choose('Save exchange as HAR')
    const file = join(directory, 'exchange.har')
    await waitFor(() => JSON.parse(readFileSync(file, 'utf8')), 'the file')
    const { log } = JSON.parse(readFileSync(file, 'utf8'))
    expect(log.entries).toHaveLength(1)
    expect(log.creator.name).toBe('Firefox')
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})

const READ_CLIPBOARD = `
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable)
  transferable.init(null)
  transferable.addDataFlavor('text/plain')
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard)
  const data = {}
  transferable.getTransferData('text/plain', data)
  return data.value.QueryInterface(Ci.nsISupportsString).data
`

test('no notice where nothing is kept back', async () => {
  const { page, panel } = await open()
  await waitFor(() => panel.evaluate(() => performance.now() > 3000), 'the page to be asked once')
  for (const id of ['no-header', 'options-not-routed', 'redirect-to-other-origin', 'connection-refused'])
    await pressWay(page, id)
  const pressed = await panel.evaluate(() => performance.now())
  await waitFor(
    () => panel.evaluate((pressed) => performance.now() > pressed + 5000, pressed),
    'the page to be asked again',
  )
  expect(await textOf(panel, '.missed')).toBe('')
  expect(await paths()).toHaveLength(4)
})
