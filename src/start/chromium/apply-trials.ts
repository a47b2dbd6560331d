import type { Browser, CDPSession, Page, Target } from 'puppeteer-core'
import { type Trial, underTrial } from '../../internal.ts'

/** The name of the function that the extension's background finds in a browser started by this program. */
export const APPLY_TRIAL = 'whycorsApplyTrial'

/** The background's request: a trial in a tab, or its end. */
interface Asked {
  readonly tabId: number
  /** When the tab's page began, which identifies it. */
  readonly timeOrigin: number | null
  readonly trial: Trial | null
}

interface Paused {
  readonly requestId: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
  }
  readonly responseStatusCode?: number
  readonly responseHeaders?: { name: string; value: string }[]
}

/**
 * Applies the extension's trials through the debugging protocol, which, unlike an extension's rules, can respond to a
 * preflight that the server refuses. https://chromedevtools.github.io/devtools-protocol/tot/Fetch/
 */
export function applyTrials(browser: Browser): void {
  const active = new Map<number, CDPSession>()
  const end = async (tabId: number): Promise<void> => {
    const session = active.get(tabId)
    active.delete(tabId)
    // The tab may be closed.
    await session?.detach().catch(() => undefined)
  }
  const hear = async ({ tabId, timeOrigin, trial }: Asked): Promise<void> => {
    await end(tabId)
    const page = trial === null ? null : await pageThatBegan(browser, timeOrigin)
    if (trial !== null && page !== null) active.set(tabId, await change(page, trial))
  }
  const offer = async (target: Target): Promise<void> => {
    if (target.type() !== 'service_worker' || !target.url().startsWith('chrome-extension://')) return
    const session = await target.createCDPSession()
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== APPLY_TRIAL) return
      const asked: Asked = JSON.parse(payload)
      const done = `whycorsTrialApplied(${asked.tabId})`
      // A tab that was closed meanwhile needs nothing any more.
      const heard = hear(asked).catch(() => undefined)
      void heard.then(() => session.send('Runtime.evaluate', { expression: done })).catch(() => undefined)
    })
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', { name: APPLY_TRIAL })
  }
  const tryOffer = (target: Target): void => void offer(target).catch(() => undefined)
  browser.on('targetcreated', tryOffer)
  for (const target of browser.targets()) tryOffer(target)
}

async function pageThatBegan(browser: Browser, timeOrigin: number | null): Promise<Page | null> {
  for (const page of await browser.pages())
    if ((await page.evaluate(() => performance.timeOrigin).catch(() => null)) === timeOrigin) return page
  return null
}

/** Changes the responses of the trial's API to the trial's page, in one tab, until the session is detached. */
async function change(page: Page, trial: Trial): Promise<CDPSession> {
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', (paused) => {
    void respondTo(session, paused as Paused, trial).catch(() => undefined)
  })
  await session.send('Fetch.enable', {
    patterns: [
      { urlPattern: `${trial.target}/*`, requestStage: 'Response' },
      ...trial.redirected.map((url) => ({ urlPattern: url.replace(/[?*\\]/g, '\\$&') })),
    ],
  })
  return session
}

async function respondTo(session: CDPSession, paused: Paused, trial: Trial): Promise<void> {
  const { requestId, request, responseStatusCode, responseHeaders } = paused
  const header = (name: string) =>
    Object.entries(request.headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? null
  const isPreflight = request.method === 'OPTIONS' && header('access-control-request-method') !== null
  const isTried = header('origin') === trial.origin
  const phase = isPreflight ? 'preflight' : 'actual'
  const isRefused =
    responseStatusCode === undefined
      ? trial.redirected.includes(request.url)
      : !(responseStatusCode >= 200 && responseStatusCode < 300)
  if (isTried && isPreflight && isRefused) {
    const headers = [...underTrial([], trial, phase)]
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204, responseHeaders: headers })
    return
  }
  if (!isTried || responseStatusCode === undefined) {
    await session.send('Fetch.continueRequest', { requestId })
    return
  }
  await session.send('Fetch.continueResponse', {
    requestId,
    responseCode: responseStatusCode,
    responseHeaders: [...underTrial(responseHeaders ?? [], trial, phase)],
  })
}
