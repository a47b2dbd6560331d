import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setDockSide } from '../../src/start/chromium/devtools.ts'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { whycors } from '../cli/run-whycors.ts'
import { violationsIn } from './axe.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, openRecording, pressButton, selectRequest, textOf } from './read-panel.ts'

const sample = 'src/cli/sample.har'
const api = 'https://api.payments.test'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
  await openRecording(opened.panel, sample)
  await choose(opened.panel, 'grouping', 'time')
  await selectRequest(opened.panel, 'PATCH', '/payments/43')
  await waitFor(() => opened.panel.$('.snippet'), 'the configuration')
})
afterAll(() => opened?.close())

const snippet = () => opened.panel.$eval('.snippet pre', ({ textContent }) => textContent ?? '')
const chooseFramework = (id: string) => opened.panel.select('.framework', id)
const printed = async (...args: readonly string[]): Promise<string> => {
  const all = ['fix', 'a.har', '--origin', api, ...args]
  return (await whycors(all, { 'a.har': readFileSync(sample, 'utf8') })).out
}

test.each(['nginx', 'fastapi', 'express'])(
  'the configuration for %s is what the command line prints',
  async (id) => {
    await chooseFramework(id)
    const expected = await printed('--for', id)
    await waitFor(async () => (await snippet()) === expected, 'the same configuration')
  },
)

test('it serves all requests to the API, or the one that is looked at', async () => {
  const { panel } = opened
  expect(await snippet()).toContain("'POST'")
  await panel.$eval('input[name=fix-scope][value=request]', (input) => (input as HTMLInputElement).click())
  await waitFor(async () => !(await snippet()).includes("'POST'"), 'the configuration for one request')
  expect(await snippet()).toContain("'PATCH'")
  await panel.$eval('input[name=fix-scope][value=api]', (input) => (input as HTMLInputElement).click())
  await waitFor(async () => (await snippet()).includes("'POST'"), 'that for all of them')
})

test('it follows the policy that the user writes, and says whom that no longer serves', async () => {
  const { panel } = opened
  await pressButton(panel, 'Edit policy')
  await write('methods', 'POST, DELETE')
  const expected = await printed('--for', 'express', '--policy', 'methods=POST,DELETE')
  await waitFor(async () => (await snippet()) === expected, 'the edited configuration')
  expect(await textOf(panel, '.fix')).toContain('1 of 2 requests would be shared')
  await panel.$$eval('.fix details', (all) => {
    for (const one of all) one.open = true
  })
  expect(await textOf(panel, '.fix')).toMatch(/Method DELETE nobody in this recording/)
  expect(await violationsIn(panel)).toEqual([])
})

test('it is copied as it stands', async () => {
  const { panel } = opened
  await panel.evaluate(() =>
    document.addEventListener('copy', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) Object.assign(window, { taken: target.value })
    }),
  )
  await pressButton(panel, 'Copy configuration')
  const taken = await waitFor(() => panel.evaluate(() => Reflect.get(window, 'taken')), 'the copy')
  expect(taken).toBe(await snippet())
})

test('what no server should grant is refused in a sentence', async () => {
  const { panel } = opened
  await write('origins', '*')
  const alert = () => panel.$eval('.policy [role=alert]', ({ textContent }) => textContent)
  await waitFor(async () => (await alert())?.includes('does not go with credentials'), 'the reason')
  expect(await panel.$('.snippet')).toBeNull()
  await pressButton(panel, 'Back to what')
  const expected = await printed('--for', 'express')
  await waitFor(async () => (await snippet()) === expected, 'the configuration as before')
})

test('the button leads to it, and nothing else moves', async () => {
  const { panel } = opened
  await panel.$eval('#explanation', (scroller) => scroller.scrollTo(0, 0))
  await pressButton(panel, 'Fix')
  const top = () => panel.$eval('#fix', (fix) => fix.getBoundingClientRect().top)
  const bar = await panel.$eval('.detail .bar', (one) => one.getBoundingClientRect().bottom)
  await waitFor(async () => Math.abs((await top()) - bar) < 2, 'the fix at the top')
  expect(await panel.evaluate(() => [scrollY, document.body.scrollTop])).toEqual([0, 0])
})

test('for an API of somebody else it writes the proxy that the command line writes', async () => {
  const { panel } = opened
  const proxy = () => panel.$eval('.foreign .snippet pre', ({ textContent }) => textContent).catch(() => null)
  await panel.$eval('.foreign > summary', (summary) => (summary as HTMLElement).click())
  for (const id of ['nginx-proxy-pass', 'vite']) {
    await panel.select('.proxy', id)
    const expected = await printed('--proxy', id)
    await waitFor(async () => (await proxy()) === expected, `the proxy for ${id}`)
  }
  expect(await textOf(panel, '.foreign')).toContain('/proxy/api.payments.test/payments/43 instead of')
  expect(await violationsIn(panel)).toEqual([])
})

test('the kind of server is remembered, also when docking throws the panel away', async () => {
  await chooseFramework('fastapi')
  await setDockSide(opened.frontend, 'bottom')
  const { frontend } = opened
  const panel = await waitFor(
    () => frontend.frames().find((frame) => frame.url().endsWith('/panel.html')),
    'the panel',
  )
  await waitFor(
    () => panel.$eval('.framework', (select) => (select as HTMLSelectElement).value === 'fastapi'),
    'the same choice',
  )
  expect(await panel.evaluate(() => ({ ...localStorage }))).toEqual({
    'whycors.framework': 'fastapi',
    'whycors.proxy': 'vite',
  })
})

const write = (name: string, value: string) =>
  opened.panel.$eval(
    `.policy [name=${name}]`,
    (field, value) => {
      const input = field as HTMLInputElement
      input.value = value
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    value,
  )
