import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { violationsIn } from './axe.ts'
import { click, has } from './driven.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, openRecording, openTab, pressButton, selectRequest, textOf } from './read-panel.ts'

let opened: OpenedPanel

beforeAll(async () => {
  opened = await openPanel()
})
afterAll(() => opened?.close())

const write = (name: string, value: string) =>
  opened.panel.evaluate(
    (name, value) => {
      const field = document.querySelector<HTMLInputElement>(`.what-if [name="${name}"]`)
      if (field === null) throw new Error(`The form has no ${name}`)
      field.value = value
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      )
    },
    name,
    value,
  )
const result = () => textOf(opened.panel, '.what-if .result')
const says = (words: string) => waitFor(async () => (await result()).includes(words), `it to say "${words}"`)

test('an empty form can be filled in without any recording', async () => {
  const { panel } = opened
  await pressButton(panel, 'Clear')
  await pressButton(panel, 'What if')
  await says('The response has no Access-Control-Allow-Origin')
  await write('0.response.headers', 'Access-Control-Allow-Origin: *')
  await says('✓ Allowed')
  await write('credentials', 'include')
  await says('✕ Blocked')
  expect(await result()).toContain('Access-Control-Allow-Credentials')
  expect(await violationsIn(panel)).toEqual([])
  await pressButton(panel, 'Close')
  await waitFor(() => has(panel, '.notice'), 'the empty state')
})

test('the shown exchange is judged as it is edited, and as recorded after Reset', async () => {
  const { panel } = opened
  await openRecording(panel, 'src/cli/sample.har')
  await choose(panel, 'show', 'all')
  await choose(panel, 'grouping', 'time')
  await selectRequest(panel, 'PATCH', '/payments/43')
  await openTab(panel, 'what-if')
  await says('not PATCH')
  await write('method', 'POST')
  await says("This depends on a response that isn't filled in")
  await write('0.response.status', '200')
  await says('The response has no Access-Control-Allow-Origin')
  await pressButton(panel, 'Reset')
  await says('not PATCH')
})

test('edits stay while something else is looked at', async () => {
  const { panel } = opened
  await write('method', 'DELETE')
  await says('not DELETE')
  await selectRequest(panel, 'GET', '/api/cart')
  await says('credentials')
  await selectRequest(panel, 'PATCH', '/payments/43')
  await says('not DELETE')
  await click(panel, 'input[name=what-if-start][value=empty]')
  await says('Access-Control-Allow-Credentials')
  expect(await violationsIn(panel)).toEqual([])
})
