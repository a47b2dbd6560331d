import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { whycors } from '../cli/run-whycors.ts'
import { pressWay } from '../demo/press-way.ts'
import { violationsIn } from './axe.ts'
import { click, has, select } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, openRecording, openTab, pressButton, selectRequest, textOf } from './read-panel.ts'

const sample = 'src/cli/sample.har'
const api = 'https://api.payments.test'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
  await openRecording(opened.panel, sample)
  await choose(opened.panel, 'grouping', 'time')
  await selectRequest(opened.panel, 'PATCH', '/payments/43')
  await openTab(opened.panel, 'fix')
  await waitFor(() => has(opened.panel, '.snippet pre'), 'the configuration')
})
afterAll(() => opened?.close())

const snippet = () => opened.panel.evaluate(() => document.querySelector('.snippet pre')?.textContent ?? '')
const framework = () =>
  opened.panel.evaluate(() => document.querySelector<HTMLSelectElement>('.framework')?.value)
const chooseFramework = (id: string) => select(opened.panel, '.framework', id)
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
  await click(panel, 'input[name=fix-scope][value=request]')
  // The server allows POST today, so this request's configuration keeps it unless the user doesn't want that.
  await click(panel, 'input[name=keep]')
  await waitFor(async () => !(await snippet()).includes("'POST'"), 'the configuration for one request')
  expect(await snippet()).toContain("'PATCH'")
  expect(await textOf(panel, '.fix')).toContain(
    'This takes away what the server allows now: GET, HEAD and POST',
  )
  await click(panel, 'input[name=keep]')
  await waitFor(async () => (await snippet()).includes("'POST'"), 'what the server allows now')
  await click(panel, 'input[name=fix-scope][value=api]')
  await waitFor(async () => (await snippet()).includes("'POST'"), 'that for all of them')
})

test('it follows the policy that the user writes, and says whom that no longer serves', async () => {
  const { panel } = opened
  await pressButton(panel, 'Edit policy')
  await write('methods', 'POST, DELETE')
  const expected = await printed('--for', 'express', '--policy', 'methods=POST,DELETE')
  await waitFor(async () => (await snippet()) === expected, 'the edited configuration')
  expect(await textOf(panel, '.fix')).toContain('would all allow 1 of 2 requests')
  await panel.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('.fix details')) one.open = true
  })
  expect(await textOf(panel, '.fix')).toMatch(/Method DELETE none in this recording/)
  expect(await violationsIn(panel)).toEqual([])
})

test('it allows every website, or reads the origins from the environment, as the command line writes it', async () => {
  const { panel } = opened
  const asked = await printed('--for', 'express')
  await pressButton(panel, 'Reset to what')
  await write('origins-from-env', '1X')
  await waitFor(
    async () => (await textOf(panel, '#policy')).includes('no digit first'),
    'the word on the name',
  )
  expect(await violationsIn(panel)).toEqual([])
  await write('origins-from-env', 'SHOP_ORIGINS')
  const fromEnv = await printed('--for', 'express', '--origins-from-env', 'SHOP_ORIGINS')
  await waitFor(async () => (await snippet()) === fromEnv, 'the origins from the environment')
  expect(fromEnv).toContain('process.env.SHOP_ORIGINS')
  await click(panel, '#policy input[name=for-all]')
  const forAll = await printed('--for', 'express', '--public')
  await waitFor(async () => (await snippet()) === forAll, 'every website')
  expect(await has(panel, '#policy textarea:disabled')).toBe(true)
  expect(await violationsIn(panel)).toEqual([])
  await pressButton(panel, 'Reset to what')
  await waitFor(async () => (await snippet()) === asked, 'the policy as before')
})

test('it is copied as it stands', async () => {
  const { panel } = opened
  await opened.toFront()
  await panel.evaluate(() => {
    document.addEventListener('copy', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) Object.assign(window, { taken: target.value })
    })
    document.querySelector<HTMLElement>('.snippet button.main')?.focus()
  })
  // A script may not copy; a person at the keyboard may.
  await opened.press('Enter')
  const taken = await waitFor(
    () => panel.evaluate(() => String(Reflect.get(window, 'taken') ?? '')),
    'the copy',
  )
  expect(taken).toBe(await snippet())
})

test('what no server should grant is refused in a sentence', async () => {
  const { panel } = opened
  await write('origins', '*')
  const alert = () => textOf(panel, '.policy [role=alert]')
  await waitFor(async () => (await alert()).includes("can't be combined with credentials"), 'the reason')
  expect(await alert()).toContain('or add With credentials: off')
  await waitFor(async () => !(await has(panel, '.snippet pre')), 'the snippet to be gone')
  await pressButton(panel, 'Reset to what')
  const expected = await printed('--for', 'express')
  await waitFor(async () => (await snippet()) === expected, 'the configuration as before')
})

test('the button of the bar copies what the tab shows, whatever tab is open', async () => {
  const { panel } = opened
  const shown = await snippet()
  await openTab(panel, 'why')
  await opened.toFront()
  await panel.evaluate(() => {
    Object.assign(window, { taken: '' })
    document.querySelector<HTMLElement>('.copy-fix button')?.focus()
  })
  expect(await textOf(panel, '.copy-fix button')).toBe('Copy fix for Express')
  await opened.press('Enter')
  await waitFor(
    () => panel.evaluate((shown) => Reflect.get(window, 'taken') === shown, shown),
    'the same configuration',
  )
  await openTab(panel, 'fix')
})

test('for an API of somebody else it writes the proxy that the command line writes', async () => {
  const { panel } = opened
  const proxy = () =>
    panel.evaluate(() => document.querySelector('.foreign .snippet pre')?.textContent ?? null)
  await click(panel, '.foreign > summary')
  for (const id of ['nginx-proxy-pass', 'vite']) {
    await select(panel, '.proxy', id)
    const expected = await printed('--proxy', id)
    await waitFor(async () => (await proxy()) === expected, `the proxy for ${id}`)
  }
  expect(await textOf(panel, '.foreign')).toContain('/proxy/api.payments.test/payments/43 instead of')
  expect(await textOf(panel, '.foreign')).toContain('What not to do, and why A public CORS proxy.')
  expect(await violationsIn(panel)).toEqual([])
})

test('the kind of server is remembered, also when docking throws the panel away', async () => {
  await chooseFramework('fastapi')
  await opened.setDockSide('bottom')
  const { panel } = opened
  await waitFor(async () => (await framework()) === 'fastapi', 'the same choice')
  expect(await panel.evaluate(() => ({ ...localStorage }))).toMatchObject({
    'whycors.framework': 'fastapi',
    'whycors.proxy': 'vite',
    'whycors.tab': 'fix',
  })
})

test('a failure of the page is one click from its configuration once the panel is open', async () => {
  const { page, panel } = opened
  await pressButton(panel, 'Clear')
  await pressWay(page, 'wildcard-with-credentials')
  await waitFor(() => has(panel, '.copy-fix button'), 'the button, with nothing selected by hand')
  expect(await textOf(panel, '.copy-fix button')).toMatch(/^Copy fix for /)
  await opened.toFront()
  await panel.evaluate(() => {
    document.addEventListener('copy', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) Object.assign(window, { taken: target.value })
    })
    document.querySelector<HTMLElement>('.copy-fix button')?.focus()
  })
  await opened.press('Enter')
  await waitFor(
    () =>
      panel.evaluate((origin) => String(Reflect.get(window, 'taken')).includes(origin), opened.demo.at.page),
    'the configuration with the page’s origin in it',
  )
})

const write = (name: string, value: string) =>
  opened.panel.evaluate(
    (name, value) => {
      const field = document.querySelector<HTMLInputElement>(`.policy [name=${name}]`)
      if (field === null) throw new Error(`The policy has no ${name}`)
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    name,
    value,
  )
