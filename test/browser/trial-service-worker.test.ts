import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { waitFor } from '../../src/start/chromium/wait-for.ts'
import { startLocalDemo } from '../demo/sample-demo.ts'
import { browser, type OpenedPanel, openPanel } from './panel.ts'
import { pressButton, textOf } from './read-panel.ts'
import { barOf, isBlocked, openFix } from './start-trial.ts'
import { DEMO_HOSTS, trialTools } from './trial-tools.ts'

let opened: OpenedPanel

afterEach(() => opened?.close())

const WORKER = `
  addEventListener('activate', (event) => event.waitUntil(clients.claim()))
  addEventListener('fetch', (event) => {
    if (event.request.url.includes('/api/')) event.respondWith(fetch(event.request))
  })
`

/** Starts the demo with a page whose origin has a service worker, which the page can register. */
async function startDemoWithWorker() {
  const { demo, ...places } = await startLocalDemo()
  const pages = createServer(async ({ url = '/' }, response) => {
    const served = url === '/worker.js' ? null : await fetch(new URL(url, demo.at.page))
    response.setHeader('Content-Type', served?.headers.get('Content-Type') ?? 'text/javascript')
    response.end(served === null ? WORKER : await served.text())
  })
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const page = `http://localhost:${(pages.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    pages.closeAllConnections()
    pages.close()
    await demo.close()
  }
  return { demo: { ...demo, at: { ...demo.at, page }, close }, ...places }
}

const register = () =>
  opened.page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    const { serviceWorker } = navigator
    if (serviceWorker.controller === null)
      await new Promise((resolve) =>
        serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
  })

test('requests of a service worker are in no tab: they stay blocked, and that is announced', async () => {
  opened = await openPanel({ startDemo: startDemoWithWorker })
  await trialTools(opened).grant(DEMO_HOSTS)
  await openFix(opened)
  await register()
  await pressButton(opened.panel, 'Try it in this tab')
  await waitFor(
    async () => (await textOf(opened.panel, '.trial-confirm')).includes('service worker'),
    'the word on service workers',
  )
  await pressButton(opened.panel, 'Start the trial')
  await waitFor(async () => (await barOf(opened)) !== '', 'the trial')
  await isBlocked(opened.page)
  // Firefox reports nothing of what a service worker requests.
  if (browser === 'chromium')
    await waitFor(
      async () => (await textOf(opened.panel, '.trial-results')).includes('Blocked despite your trial'),
      'the outcome',
    )
  expect(await textOf(opened.panel, '.trial')).not.toContain('Allowed')
})
