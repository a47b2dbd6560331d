import { afterEach, expect, test } from 'vitest'
import { applyTrials } from '../../../src/start/chromium/apply-trials.ts'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { violationsIn } from '../axe.ts'
import { fetchFrom } from '../fetch-from.ts'
import { pressButton, textOf } from '../read-panel.ts'
import { barOf, isAllowed, isBlocked, NO_HEADER, openFix, startTrial } from '../start-trial.ts'
import { type OpenedInChromium, openInChromium } from './open-in-chromium.ts'
import { sessionRules } from './trial-tools-in-chromium.ts'

let opened: OpenedInChromium

afterEach(() => opened?.close())

test('access that is refused changes nothing', async () => {
  opened = await openInChromium()
  const { panel, page } = opened
  await openFix(opened)
  // The browser's question is none of a page's, so nothing here can press a button of it.
  await panel.evaluate(() => {
    const { permissions } = (
      globalThis as unknown as { chrome: { permissions: { request: () => Promise<boolean> } } }
    ).chrome
    permissions.request = () => Promise.resolve(false)
  })
  await pressButton(panel, 'Try it in this tab')
  await pressButton(panel, 'Start the trial')
  await waitFor(async () => (await textOf(panel, '.trial')).includes('access was refused'), 'the refusal')
  expect(await barOf(opened)).toBe('')
  expect(await violationsIn(panel)).toEqual([])
  expect(await sessionRules(opened.puppeteer.browser)).toBe(0)
  await isBlocked(page)
})

test('in the browser that npm run chrome starts, preflights with any status can be tried', async () => {
  opened = await openInChromium({ launched: applyTrials })
  const { page, panel } = opened
  for (const [id, method, path] of [
    ['options-not-routed', 'PUT', '/payments/42'],
    ['options-needs-login', 'GET', '/api/profile'],
    ['preflight-redirected', 'POST', '/api/orders'],
  ] as const) {
    await startTrial(opened, { id, method, path })
    expect(await barOf(opened)).not.toContain('Remove access')
    await isAllowed(page, id)
    await pressButton(panel, 'Stop')
    await waitFor(async () => (await barOf(opened)) === '', `the end of ${id}`)
    await isBlocked(page, id)
    await pressButton(panel, 'Clear')
  }
})

test('there, frames and workers of the page are in it, other origins and tabs are not', async () => {
  opened = await openInChromium({ launched: applyTrials })
  const { page, demo } = opened
  await startTrial(opened, NO_HEADER)
  const url = `${demo.at.catalog}/api/products`
  expect(await fetchFrom(page, 'frame', url)).toBe('200')
  expect(await fetchFrom(page, 'worker', url)).toBe('200')
  expect(await fetchFrom(page, 'other origin', url)).toBe('blocked')
  const other = await opened.openTab()
  await isBlocked(other.page)
})
