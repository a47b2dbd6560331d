import { afterEach, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { violationsIn } from './axe.ts'
import { click } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { pressButton, textOf } from './read-panel.ts'
import { barOf, isAllowed, isBlocked, openFix, startTrial } from './start-trial.ts'
import { DEMO_HOSTS, type TrialTools, trialTools } from './trial-tools.ts'

let opened: OpenedPanel
let tools: TrialTools

afterEach(() => opened?.close())

async function openWithAccess(): Promise<void> {
  opened = await openPanel()
  tools = trialTools(opened)
  await tools.grant(DEMO_HOSTS)
}

const ended = () => waitFor(async () => (await tools.rules()) === 0, 'the rules to go')
const noBar = () => waitFor(async () => (await barOf(opened)) === '', 'the trial to end')
const inTrial = () => textOf(opened.panel, '.trial')

test('a request is allowed in this tab alone, until the trial is stopped', async () => {
  await openWithAccess()
  const { page, panel } = opened
  await openFix(opened)
  expect(await violationsIn(panel)).toEqual([])
  await pressButton(panel, 'Try it in this tab')
  const said = await textOf(panel, '.trial-confirm')
  expect(said).toContain("The server isn't changed")
  expect(said).toContain(opened.demo.at.catalog)
  expect(said).toContain(new URL(opened.demo.at.page).origin)
  expect(await violationsIn(panel)).toEqual([])
  await pressButton(panel, 'Start the trial')
  await waitFor(async () => (await barOf(opened)) !== '', 'the trial')
  await isAllowed(page)
  await waitFor(async () => (await inTrial()).includes('Allowed by your trial. The server'), 'the outcome')
  await click(panel, '.trial-results summary')
  const headers = await textOf(panel, '.trial-headers')
  expect(headers).toMatch(/as the server sent it \(200\) \(none\).*Access-Control-Allow-Origin: http/)
  expect(await violationsIn(panel)).toEqual([])
  const other = await opened.openTab()
  await isBlocked(other.page)
  await other.close()
  await pressButton(panel, 'Stop')
  await noBar()
  expect(await tools.rules()).toBe(0)
  await waitFor(async () => (await inTrial()).includes('The trial has ended'), 'the end')
  expect(await violationsIn(panel)).toEqual([])
  await isBlocked(page)
})

test('closing the tools ends it', async () => {
  await openWithAccess()
  await startTrial(opened)
  expect(await tools.rules()).toBe(2)
  await tools.closeTools()
  await ended()
  await isBlocked(opened.page)
})

test('closing the tab ends it', async () => {
  await openWithAccess()
  await startTrial(opened)
  await tools.closeTab()
  await ended()
})

test('it ends when the page goes to another site, unless it is to be kept', async () => {
  await openWithAccess()
  await startTrial(opened)
  const elsewhere = opened.demo.at.page.replace('localhost', 'other.localhost')
  const goTo = (url: string) => opened.page.evaluate((url: string) => void location.assign(url), url)
  await click(opened.panel, '.trial-bar input')
  await goTo(elsewhere)
  await waitFor(() => opened.page.evaluate(() => location.host.startsWith('other')), 'the other site')
  await goTo(opened.demo.at.page)
  await waitFor(
    () => opened.page.evaluate(() => /^localhost/.test(location.host) && document.readyState === 'complete'),
    'the demo again',
  )
  await isAllowed(opened.page)
  await click(opened.panel, '.trial-bar input')
  await goTo(elsewhere)
  await ended()
  await noBar()
})

test('an edited policy is tried in its place', async () => {
  await openWithAccess()
  await startTrial(opened)
  const { panel, page, demo } = opened
  const withCredentials = () =>
    page.evaluate(
      (url: string) =>
        fetch(url, { credentials: 'include' }).then(
          ({ status }) => String(status),
          () => 'blocked',
        ),
      `${demo.at.catalog}/api/products`,
    )
  expect(await withCredentials()).toBe('blocked')
  await pressButton(panel, 'Edit policy')
  await click(panel, '#policy input[name=credentials]')
  await pressButton(panel, 'Try the edited policy')
  await waitFor(async () => (await withCredentials()) === '200', 'the edited policy to be tried')
  expect(await tools.rules()).toBe(2)
})

test('two tabs have a trial each', async () => {
  await openWithAccess()
  await startTrial(opened)
  const other = await opened.openTab()
  await startTrial(other)
  expect(await tools.rules()).toBe(4)
  await pressButton(opened.panel, 'Stop')
  await waitFor(async () => (await tools.rules()) === 2, 'one trial to end')
  await isAllowed(other.page)
  await isBlocked(opened.page)
  await other.close()
  await ended()
})

test('access is given back in one click, while a trial is active and after it', async () => {
  await openWithAccess()
  await startTrial(opened)
  await pressButton(opened.panel, 'Remove access to')
  await noBar()
  expect(await tools.rules()).toBe(0)
  expect(await inTrial()).toContain('The trial has ended, and the access was removed.')
  expect(await inTrial()).not.toContain('Remove access to')
  await isBlocked(opened.page)
  await tools.grant(DEMO_HOSTS)
  await startTrial(opened)
  await pressButton(opened.panel, 'Stop')
  await noBar()
  await waitFor(async () => (await inTrial()).includes('Remove access to'), 'the button')
  await pressButton(opened.panel, 'Remove access to')
  await waitFor(async () => !(await inTrial()).includes('Remove access to'), 'the access to go')
})

test('the keyboard alone starts and stops it', async () => {
  await openWithAccess()
  const { panel } = opened
  await openFix(opened)
  await opened.toFront()
  const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '')
  const press = async (key: 'Enter' | 'Space' | 'Tab', then: string) => {
    await opened.press(key)
    await waitFor(async () => (await focused()).startsWith(then), `${key} to lead to "${then}"`)
  }
  await panel.evaluate(() => document.querySelector<HTMLElement>('.trial-start')?.focus())
  await press('Enter', 'Start the trial')
  await press('Tab', 'Cancel')
  await press('Space', 'Try it in this tab')
  await press('Space', 'Start the trial')
  await opened.press('Enter')
  await waitFor(async () => (await barOf(opened)) !== '', 'the trial')
  await waitFor(async () => (await focused()).startsWith('Reload page'), 'the focus to stay in the section')
  await panel.evaluate(() => document.querySelector<HTMLElement>('.trial-bar input')?.focus())
  await opened.press('Space')
  await waitFor(() => panel.evaluate(() => document.querySelector('.trial-bar input:checked')), 'the mark')
  await press('Tab', 'Stop')
  await press('Tab', 'Remove access to')
  await panel.evaluate(() => document.querySelector<HTMLElement>('.trial-bar button')?.focus())
  await opened.press('Enter')
  await noBar()
  await waitFor(
    () => panel.evaluate(() => document.activeElement?.classList.contains('list')),
    'the list to have the focus',
  )
})
