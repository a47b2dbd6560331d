import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { pressWay } from '../demo/press-way.ts'
import { harText } from '../make-har.ts'
import { click, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, openRecording, pressButton, selectRequest } from './read-panel.ts'
import { recurring } from './recurring.ts'
import { cliReport } from './sentences.ts'

/** What the page sends with these two requests, and nobody else is to see. */
const cookie = 'demo-5f2c81'
const token = 'eyJzdWIiOiJkZW1vIn0'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
  await choose(opened.panel, 'grouping', 'time')
  await keepWhatIsTaken()
  await pressWay(opened.page, 'wildcard-with-credentials')
  await pressWay(opened.page, 'options-needs-login')
})
afterAll(() => opened?.close())

describe('what is copied', () => {
  test('the explanation as markdown, for an issue', async () => {
    const text = await taken('/api/cart', 'Copy explanation as Markdown')
    expect(text).toContain('The response allows `*`')
    expect(text).toMatch(/^#/)
    expect(text).not.toContain(cookie)
  })

  test('the preflight as curl', async () => {
    const text = await taken('/api/profile', 'Copy preflight as curl (bash)')
    expect(text).toMatch(/^curl /)
    expect(text).toContain('OPTIONS')
    expect(text).toContain(`Origin: ${opened.demo.at.page}`)
    expect(text).toMatch(/access-control-request-headers: authorization/i)
  })

  test('the request as curl, with its secrets only where they are asked for', async () => {
    expect(await taken('/api/cart', 'Copy request as curl (bash)')).not.toContain(cookie)
    expect(await taken('/api/cart', 'Copy request as curl (bash)', true)).toContain(cookie)
    // It held for one copy.
    expect(await taken('/api/cart', 'Copy request as curl (bash)')).not.toContain(cookie)
  })

  test('a request that was never sent, where the browser tells of it: its token is masked too', async () => {
    if (opened.browser === 'firefox') {
      expect((await itemsFor('/api/profile')).join()).not.toContain('Copy request as curl (bash)')
      return
    }
    expect(await taken('/api/profile', 'Copy request as curl (bash)')).not.toContain(token)
    expect(await taken('/api/profile', 'Copy request as curl (bash)', true)).toContain(token)
  })

  test('the JSON report', async () => {
    const text = await taken('/api/cart', 'Copy JSON report')
    expect(text).not.toContain(cookie)
    const report = JSON.parse(text)
    expect(report.format).toBe(1)
    expect(report.exchanges).toHaveLength(1)
    expect(report.exchanges[0].causes[0].rule).toBe('allow-origin-wildcard-with-credentials')
  })

  test('the exchange as HAR, which can be explained again', async () => {
    const text = await taken('/api/profile', 'Save exchange as HAR')
    expect(text).not.toContain(token)
    const { exchanges } = await cliReport(text)
    expect(exchanges.map(({ method, url, verdict }) => [method, new URL(url).pathname, verdict])).toEqual([
      ['GET', '/api/profile', 'blocked'],
    ])
  })
})

test('the whole session as HAR, with its secrets masked', async () => {
  const { panel } = opened
  await panel.evaluate(() => {
    Object.assign(window, { taken: null })
  })
  await click(panel, '.toolbar .copy > button')
  await pressButton(panel, 'Save session as HAR')
  const text = String(
    await waitFor(() => panel.evaluate(() => Reflect.get(window, 'taken')), 'the session as HAR'),
  )
  expect(text).not.toContain(cookie)
  expect(text).not.toContain(token)
  const { exchanges } = await cliReport(text)
  expect(exchanges.map(({ url }) => new URL(url).pathname).toSorted()).toEqual(['/api/cart', '/api/profile'])
})

test('a secret is nowhere in the panel', async () => {
  for (const path of ['/api/cart', '/api/profile']) {
    await selectRequest(opened.panel, 'GET', path)
    const html = await opened.panel.evaluate(() => document.documentElement.outerHTML)
    expect(html).not.toContain(cookie)
    expect(html).not.toContain(token)
  }
})

test('a secret that only another part of a recording gives away is masked in the panel', async () => {
  const { panel } = opened
  const folder = mkdtempSync(join(tmpdir(), 'whycors-'))
  const path = join(folder, 'recurring.har')
  writeFileSync(path, harText([recurring]))
  await openRecording(panel, path)
  rmSync(folder, { recursive: true })
  await selectRequest(panel, 'GET', '/v1/•••/items')
  const html = await panel.evaluate(() => document.documentElement.outerHTML)
  expect(html.includes('Tiger-Hunter2')).toBe(false)
})

test('what is not a recording is refused in a sentence, and the list stays', async () => {
  const { panel } = opened
  // On a busy machine the panel may at the same time say that Firefox reports late.
  const alerts = () =>
    panel.evaluate(() => [...document.querySelectorAll('p[role=alert]')].map((alert) => alert.textContent))
  const saysSo = async () => String(await alerts()).includes('package.json can’t be read')
  await openRecording(panel, 'package.json')
  await waitFor(saysSo, 'the alert')
  await panel.evaluate(() => document.querySelector<HTMLElement>('p[role=alert] button')?.click())
  await waitFor(async () => !(await saysSo()), 'the alert to be gone')
  await selectRequest(panel, 'GET', '/api/cart')
})

/** Has the panel keep what it puts on the clipboard or saves, in `window.taken`. */
const keepWhatIsTaken = () =>
  opened.panel.evaluate(() => {
    document.addEventListener('copy', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) Object.assign(window, { taken: target.value })
    })
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) void blob.text().then((taken) => Object.assign(window, { taken }))
      return 'data:,'
    }
  })

/** Returns what the menu offers for a request. */
async function itemsFor(path: string): Promise<string[]> {
  const { panel } = opened
  await selectRequest(panel, 'GET', path)
  await click(panel, '.bar .copy > button')
  await waitFor(() => has(panel, '[role=menu]'), 'the menu')
  const items = await panel.evaluate(() =>
    [...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent ?? ''),
  )
  await click(panel, '.bar .copy > button')
  await waitFor(async () => !(await has(panel, '[role=menu]')), 'the menu to close')
  return items
}

async function taken(path: string, item: string, secrets = false): Promise<string> {
  const { panel } = opened
  await selectRequest(panel, 'GET', path)
  await opened.toFront()
  await panel.evaluate(() => {
    Object.assign(window, { taken: null })
  })
  await click(panel, '.bar .copy > button')
  if (secrets) {
    await waitFor(() => has(panel, '[role=menuitemcheckbox]'), 'the menu')
    await click(panel, '[role=menuitemcheckbox]')
    await waitFor(() => has(panel, '[role=menuitemcheckbox][aria-checked=true]'), 'the tick')
  }
  // A script may not copy; a person at the keyboard may.
  await waitFor(
    () =>
      panel.evaluate((item) => {
        const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
        items.find(({ textContent }) => textContent === item)?.focus()
        return document.hasFocus() && document.activeElement?.textContent === item
      }, item),
    `the item "${item}" to have the focus`,
  )
  await opened.press('Enter')
  return String(
    await waitFor(() => panel.evaluate(() => Reflect.get(window, 'taken')), `what "${item}" gives`),
  )
}
