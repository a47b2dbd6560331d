import { sleep } from '../../src/start/chromium/wait-for.ts'
import { type FirefoxMessage, listenToConsole } from '../engines/firefox/console.ts'
import { launchFirefox } from '../engines/firefox/launch-firefox.ts'
import type { Marionette } from '../engines/firefox/marionette.ts'
import { labPreferences } from '../engines/firefox/open-firefox.ts'
import { openToolbox } from '../engines/firefox/toolbox.ts'
import type { HarJson } from '../engines/har-json.ts'
import { isAtOnce, partOf } from './chromium.ts'
import type { Observation, SituationsBrowser, Truths } from './observation.ts'
import { type PageResults, pageUrlOf, roundsOf } from './page.ts'
import type { Situation } from './situation.ts'
import { modeOf, type SituationsLab, startSituationsLab } from './situations-lab.ts'
import { truthOf } from './truth.ts'
import { addressOf, nameOf } from './urls.ts'

/** The toolbox has to follow to each page, and messages come from another process. */
const pace = { start: 150, settle: 60 }

/** The toolbox hears of a request's status a little later, and not at all once the page has gone. */
const lag = 250

/** Returns a fresh Firefox whose toolbox is open, to play these situations in; it is given so many times its usual time. */
export async function openFirefox(
  situations: readonly Situation[],
  patience: number,
): Promise<SituationsBrowser> {
  const cleanups: (() => unknown)[] = []
  const close = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup()
  }
  try {
    const lab = await startSituationsLab(situations, {
      start: pace.start * patience,
      settle: pace.settle * patience,
    })
    cleanups.push(lab.lab.close)
    const {
      version,
      marionette,
      close: closeFirefox,
    } = await launchFirefox(labPreferences(lab.lab.socksPort))
    cleanups.push(closeFirefox)
    await marionette.send('Marionette:SetContext', { value: 'chrome' })
    await listenToConsole(marionette)
    const toolbox = await openToolbox(marionette)
    await goTo(marionette, 'https://api.other.test/set-cookie')
    return {
      version,
      play: async () => {
        const played: Omit<Observation, 'har'>[] = []
        for (const page of lab.pages) played.push(...(await playPage(marionette, lab, page)))
        const har = await toolbox.har()
        return played.map((one) => ({ ...one, har: onItsPage(partOf(har, one.situation), one.situation) }))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Firefox writes one page for all; a recording of this situation alone would have its own. */
function onItsPage({ log }: HarJson, situation: Situation): HarJson {
  const pages = log.pages?.map((page) => ({ ...page, title: pageUrlOf(situation) }))
  return { log: { ...log, ...(pages === undefined ? {} : { pages }) } }
}

async function playPage(
  marionette: Marionette,
  lab: SituationsLab,
  page: readonly Situation[],
): Promise<readonly Omit<Observation, 'har'>[]> {
  const [first, last] = [page[0], page.at(-1)]
  if (first === undefined || last === undefined) return []
  const handedIn = lab.resultsOf(page)
  await goTo(marionette, pageUrlOf(first))
  const results = await handedIn
  await sleep(lag)
  const messages = await takeMessages(marionette, `whycors-situation ${last.id} end`)
  return page.map((situation, index) => {
    const own = messagesOf(messages, situation, 'round 0', 'end')
    return {
      situation,
      requests: requestsOf(situation, results[index] ?? [], own, lab),
      console: own.map(({ category, text }) => `${category}: ${text}`),
    }
  })
}

/** Opens a page without waiting for it. */
const goTo = (marionette: Marionette, url: string): Promise<unknown> =>
  marionette.inChrome((url: string) => {
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal()
    gBrowser.selectedBrowser.loadURI(Services.io.newURI(url), { triggeringPrincipal })
  }, url)

const takeMessages = (marionette: Marionette, mark: string): Promise<readonly FirefoxMessage[]> =>
  marionette.inChrome(async (mark: string) => {
    for (let waited = 0; waited < 2000; waited += 10) {
      if (window.whycorsMessages.some(({ text }) => text.includes(mark))) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return window.whycorsMessages.splice(0)
  }, mark)

/** Returns the truths per URL: what the page got, and Firefox's category where a message says that CORS blocked it. */
function requestsOf(
  situation: Situation,
  results: PageResults,
  messages: readonly FirefoxMessage[],
  lab: SituationsLab,
): readonly Truths[] {
  const truths = new Map<string, Truths>()
  for (const [index, round] of roundsOf(situation).entries()) {
    const own = messagesOf(messages, situation, `round ${index}`, `round ${index + 1}`)
    for (const [number, step] of round.entries()) {
      if (step.does === 'wait') continue
      const at = nameOf(step.at)
      const result = results[index]?.[number] ?? null
      // Of a preload that CORS blocked, Firefox says that it has loaded.
      const failed = result?.got !== 'response' || step.does === 'element'
      const said = failed ? codeOf(own, round.length > 1 ? at : null) : null
      const code = isDroppedPut(situation, at, said) ? null : said
      const mode = modeOf(lab.arrived(situation, at))
      const truth = truthOf(situation, step, result, { code, succeeded: null, mode })
      const before = truths.get(at)
      truths.set(at, {
        at,
        truths: [...(before?.truths ?? []), truth],
        ordered: !isAtOnce(situation, at),
      })
    }
  }
  return [...truths.values()]
}

/** Returns the messages after one mark of a situation and up to another one. */
function messagesOf(
  messages: readonly FirefoxMessage[],
  { id }: Situation,
  from: string,
  to: string,
): readonly FirefoxMessage[] {
  const markAt = (mark: string) =>
    messages.findIndex(
      ({ text }) =>
        text.includes(`whycors-situation ${id} ${mark}\n`) ||
        text.endsWith(`whycors-situation ${id} ${mark}`),
    )
  const [begin, end] = [markAt(from), markAt(to)]
  return messages.slice(Math.max(begin, 0), end < 0 ? undefined : end)
}

/** Returns the category of the message on the request, of those on a URL if several were made at once. */
function codeOf(messages: readonly FirefoxMessage[], at: string | null): string | null {
  const blocked = messages.filter(
    ({ category, text }) =>
      /^CORS/.test(category) && /Blocked/.test(text) && (at === null || addressOf(text)?.at === at),
  )
  const codes = blocked.map(({ category }) => category.replace(/\d+$/, ''))
  return codes.find((code) => code !== 'CORSDidNotSucceed') ?? null
}

/** Firefox's mistake: a PUT whose connection is closed without a byte is said to have the header twice. */
function isDroppedPut({ serves }: Situation, at: string, code: string | null): boolean {
  return code === 'CORSMultipleAllowOriginNotAllowed' && JSON.stringify(serves[at]).includes('"drop":true')
}

declare const window: { whycorsMessages: FirefoxMessage[] }
declare const gBrowser: {
  readonly selectedBrowser: { readonly loadURI: (uri: unknown, options: object) => void }
}
declare const Services: {
  readonly scriptSecurityManager: { readonly getSystemPrincipal: () => unknown }
  readonly io: { readonly newURI: (url: string) => unknown }
}
