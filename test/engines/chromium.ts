import type { Frame, Page } from 'puppeteer-core'
import { openDevTools, setSetting } from '../../src/start/chromium/devtools.ts'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import { recordOwners } from '../soak/record-owners.ts'
import { runSoakInPage } from '../soak/run-soak-in-page.ts'
import type { Soak, SoakTruth } from '../soak/soak.ts'
import { caseIdOf, type EngineCase, hopUrl } from './engine-case.ts'
import type { EngineSession, JudgedCase } from './engine-session.ts'
import type { HarEntryJson, HarJson, HarLogJson } from './har-json.ts'
import { type Lab, startLab } from './lab/server.ts'
import { type ProtocolRecorder, recordProtocol } from './protocol-recorder.ts'
import { writeRecorderExtension } from './recorder-extension.ts'
import { type PageResult, runInPage } from './run-in-page.ts'
import { verdictOf } from './verdict.ts'

/** How many cases are on their way at once; more is hardly faster and makes live entries incomplete more often. */
const atOnce = 6
const caseLimit = 8000

/** Returns a session with a fresh Chromium. */
export async function openChromium(): Promise<EngineSession> {
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup()
  }
  try {
    const lab = await startLab()
    cleanups.push(lab.close)
    const extension = writeRecorderExtension()
    cleanups.push(extension.remove)
    const { browser, close: closeBrowser } = await launchChromium({
      extensions: [extension.directory],
      hostResolverRules: lab.hostResolverRules,
      trustedKeys: [lab.publicKeyHash],
    })
    cleanups.push(closeBrowser)
    const page = await browser.newPage()
    const recorder = await recordProtocol(await page.createCDPSession())
    const { frontend, extensionPage } = await openDevTools(page, extension.page)
    // The cases live on several pages; without this each navigation would empty the recording.
    await setSetting(frontend, 'network-log.preserve-log', true)
    return {
      version: await browser.version(),
      lab,
      run: (cases) => runCases(page, lab, recorder, cases),
      har: (of) => getHar(extensionPage, of ?? null),
      liveEntries: () => getLiveEntries(extensionPage),
      soak: (soak) => runSoak(page, lab, soak),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function runCases(
  page: Page,
  lab: Lab,
  recorder: ProtocolRecorder,
  cases: readonly EngineCase[],
): Promise<JudgedCase[]> {
  const results = new Map<string, PageResult>()
  cases.forEach(lab.add)
  for (const origin of new Set(cases.map((engineCase) => engineCase.page))) {
    await openPage(page, origin)
    const queue = cases.filter((engineCase) => engineCase.page === origin)
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        results.set(next.id, await page.evaluate(runInPage, next.request, hopUrl(next, 0), caseLimit))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    // A request that never ends is the verdict's business, not a reason to stop.
    await waitFor(recorder.isIdle, 'the last requests to end', 2000).catch(() => {})
  }
  // The last messages and DevTools' own view of the last requests lag a little behind the page's.
  await sleep(200)
  return cases.map((engineCase) => {
    const arrived = lab.seen(engineCase.id).map(({ method, target }) => `${method} ${target}`)
    const result = results.get(engineCase.id) ?? { type: 'timeout' }
    return { case: engineCase, verdict: verdictOf(result, recorder.recordOf(engineCase.id), arrived) }
  })
}

async function runSoak(page: Page, lab: Lab, soak: Soak): Promise<SoakTruth> {
  lab.answer(caseIdOf(soak.url) ?? '', soak.answer)
  await openPage(page, 'https://app.example.test')
  const session = await page.createCDPSession()
  const owners = await recordOwners(session, soak.url)
  const outcomes = await page.evaluate(runSoakInPage, soak.waves, soak.url)
  await sleep(500)
  await session.detach()
  return { outcomes, ...owners() }
}

async function openPage(page: Page, origin: string): Promise<void> {
  if (page.url().startsWith(`${origin}/`)) return
  await page.goto(`${origin}/page`)
  const url = 'https://api.other.test/set-cookie'
  await page.evaluate(
    (url) =>
      fetch(url, { credentials: 'include' }).then(
        () => {},
        () => {},
      ),
    url,
  )
}

async function getHar(extensionPage: Frame, of: readonly EngineCase[] | null): Promise<HarJson> {
  const ids = of?.map(({ id }) => id) ?? null
  // Filtered where it is made: a long recording takes longer to hand over than to make.
  const read = (ids: readonly string[] | null) =>
    new Promise<string>((resolve) => {
      const isWanted = ({ request }: HarEntryJson) =>
        ids === null || ids.includes(new URL(request.url).searchParams.get('id') ?? '')
      chrome.devtools.network.getHAR((log) =>
        resolve(JSON.stringify({ ...log, entries: log.entries.filter(isWanted) })),
      )
    })
  const log: HarLogJson = JSON.parse(await extensionPage.evaluate(read, ids))
  return { log }
}

async function getLiveEntries(extensionPage: Frame): Promise<HarEntryJson[]> {
  const texts = await extensionPage.evaluate(() => finished)
  return texts.map((text): HarEntryJson => JSON.parse(text))
}

/** What the recorder extension's page offers to code that runs inside it. */
declare const finished: readonly string[]
declare const chrome: {
  readonly devtools: { readonly network: { readonly getHAR: (callback: (log: HarLogJson) => void) => void } }
}
