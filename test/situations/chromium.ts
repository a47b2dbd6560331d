import type { Frame, Page } from 'puppeteer-core'
import { openDevTools, setSetting } from '../../src/start/chromium/devtools.ts'
import { launchChromium } from '../../src/start/chromium/launch-chromium.ts'
import { sleep, waitFor } from '../../src/start/chromium/wait-for.ts'
import type { HarJson, HarLogJson } from '../engines/har-json.ts'
import { writeRecorderExtension } from '../engines/recorder-extension.ts'
import type { SituationsBrowser, Truths } from './observation.ts'
import { type PageResults, pageUrlOf, roundsOf } from './page.ts'
import { writeRulesExtension } from './rules-extension.ts'
import type { Situation, Step } from './situation.ts'
import { modeOf, type SituationsLab, startSituationsLab } from './situations-lab.ts'
import type { StepResult } from './step-result.ts'
import { truthOf } from './truth.ts'
import { addressOf, nameOf } from './urls.ts'
import { type RequestWatch, type WatchedRequest, watchRequests } from './watch-requests.ts'

/** Returns a fresh Chromium with DevTools open, to play these situations in; it is given so many times its usual time. */
export async function openChromium(
  situations: readonly Situation[],
  patience: number,
): Promise<SituationsBrowser> {
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup()
  }
  try {
    const lab = await startSituationsLab(situations, { start: 0, settle: 5 * patience })
    cleanups.push(lab.lab.close)
    const recorder = writeRecorderExtension()
    cleanups.push(recorder.remove)
    const rules = writeRulesExtension()
    cleanups.push(rules.remove)
    const { browser, close: closeBrowser } = await launchChromium({
      extensions: [recorder.directory, rules.directory],
      hostResolverRules: lab.lab.hostResolverRules,
      trustedKeys: [lab.lab.publicKeyHash],
    })
    cleanups.push(closeBrowser)
    const page = await browser.newPage()
    const watch = await watchRequests(await page.createCDPSession())
    const { frontend, extensionPage } = await openDevTools(page, recorder.page)
    await setSetting(frontend, 'network-log.preserve-log', true)
    // Without a body it leads nowhere, and the cookie is set all the same.
    await page.goto('https://api.other.test/set-cookie').catch(() => {})
    return {
      version: await browser.version(),
      play: async () => {
        const played: { situation: Situation; results: PageResults }[] = []
        for (const group of lab.pages) {
          const results = await playPage(page, lab, watch, group)
          for (const [index, situation] of group.entries()) {
            played.push({ situation, results: results[index] ?? [] })
          }
        }
        await page.goto('about:blank')
        await sleep(300)
        const har = await getHar(extensionPage)
        return played.map(({ situation, results }) => ({
          situation,
          requests: requestsOf(situation, results, watch, lab),
          har: partOf(har, situation),
          console: watch.messagesOf(situation.id),
        }))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function playPage(
  page: Page,
  lab: SituationsLab,
  watch: RequestWatch,
  group: readonly Situation[],
): Promise<readonly PageResults[]> {
  const [first] = group
  if (first === undefined) return []
  const results = lab.resultsOf(group)
  // A service worker that starts keeps the navigation from ending.
  page.goto(pageUrlOf(first), { waitUntil: 'domcontentloaded' }).catch(() => {})
  const got = await results
  // What never ends is no reason to stop.
  const isIdle = () => group.every(({ id }) => watch.isIdle(id))
  await waitFor(isIdle, 'the last requests', 500).catch(() => {})
  return got
}

/** Returns the truths per URL: the protocol's word on each request, and what the page got of those that it made. */
function requestsOf(
  situation: Situation,
  results: PageResults,
  watch: RequestWatch,
  lab: SituationsLab,
): readonly Truths[] {
  const steps = roundsOf(situation).flatMap((round, index) =>
    round.map((step, number) => ({ step, result: results[index]?.[number] ?? null })),
  )
  const seen = watch.requestsOf(situation.id)
  const names = steps.flatMap(({ step }) => (step.does === 'wait' ? [] : nameOf(step.at)))
  return [...new Set([...seen.map(({ at }) => at), ...names])].map((at) => {
    const requests = seen.filter((request) => request.at === at)
    const ofPage = requests.filter(({ byServiceWorker }) => !byServiceWorker)
    const ofWorker = requests.find(({ byServiceWorker, code }) => byServiceWorker && code !== null)
    const own = steps.filter(({ step }) => step.does !== 'wait' && nameOf(step.at) === at)
    const mode = modeOf(lab.arrived(situation, at))
    const truth = (step: Step | null, result: StepResult | null, request: WatchedRequest | null) => {
      const succeeded = request?.succeeded ?? null
      // What CORS kept from the service worker, the page doesn't get either.
      const code = request?.code ?? (succeeded === false ? ofWorker?.code : null) ?? null
      return truthOf(situation, step, result, { code, succeeded, mode })
    }
    const isKnown = ofPage.length === own.length
    const truths =
      requests.length === 0
        ? own.map(({ step, result }) => truth(step, result, null))
        : requests.map((request) => {
            const { step, result } = (isKnown ? own[ofPage.indexOf(request)] : undefined) ?? unknown
            return truth(step, result, request)
          })
    const isMixed = isAtOnce(situation, at) || requests.length > ofPage.length
    return { at, truths, ordered: !isMixed }
  })
}

/** Whether several requests to a URL are made at once, so that their order means nothing. */
export const isAtOnce = (situation: Situation, at: string): boolean =>
  roundsOf(situation).some(
    (round) => round.filter((step) => step.does !== 'wait' && nameOf(step.at) === at).length > 1,
  )

const unknown = { step: null, result: null }

async function getHar(extensionPage: Frame): Promise<HarJson> {
  const read = () =>
    new Promise<string>((resolve) => chrome.devtools.network.getHAR((log) => resolve(JSON.stringify(log))))
  const log: HarLogJson = JSON.parse(await extensionPage.evaluate(read))
  return { log }
}

/** Returns a situation's part of a recording. */
export const partOf = ({ log }: HarJson, { id }: Situation): HarJson => ({
  log: { ...log, entries: log.entries.filter(({ request }) => addressOf(request.url)?.id === id) },
})

/** What the recorder extension's page offers to code that runs inside it. */
declare const chrome: {
  readonly devtools: { readonly network: { readonly getHAR: (callback: (log: HarLogJson) => void) => void } }
}
