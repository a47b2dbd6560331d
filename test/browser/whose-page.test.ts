import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { type OpenedPanel, openPanel } from './panel.ts'
import { choose, openTab, selectRequest, textOf } from './read-panel.ts'

let opened: OpenedPanel
let foreign = ''
const server = createServer((request, response) => {
  const api = new URL(request.url ?? '', 'http://localhost').searchParams.get('api')
  response.writeHead(200, { 'Content-Type': 'text/html' })
  response.end(`<script>
    for (let i = 0; i < 4; i++) fetch(${JSON.stringify(api)}, { credentials: 'include' }).catch(() => {})
  </script>`)
})

beforeAll(async () => {
  opened = await openPanel()
  await choose(opened.panel, 'grouping', 'time')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  foreign = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await opened?.close()
  server.close()
})

test('a configuration is for the inspected page, however much a frame of another site in it asks', async () => {
  const { page, panel, demo } = opened
  const api = `${demo.at.accounts}/api/session`
  await page.evaluate(
    (api, frame) => {
      void fetch(api, { credentials: 'include' }).catch(() => {})
      const element = document.createElement('iframe')
      element.src = frame
      document.body.append(element)
    },
    `${api}?own`,
    `${foreign}/?api=${encodeURIComponent(`${api}?foreign`)}`,
  )
  await selectRequest(panel, 'GET', '/api/session?foreign')
  await selectRequest(panel, 'GET', '/api/session?own')
  await openTab(panel, 'fix')
  const notes = () => textOf(panel, '.origin-notes')
  await waitFor(async () => (await notes()).includes(`Left out: ${foreign}, because`), 'what is left out')
  const code = await textOf(panel, '.snippet pre')
  expect(code).toContain(demo.at.page)
  expect(code).not.toContain(foreign)
})
