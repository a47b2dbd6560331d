import { caseIdOf, type EngineCase } from '../engine-case.ts'
import type { PageResult } from '../run-in-page.ts'
import type { Verdict } from '../verdict.ts'
import type { Marionette } from './marionette.ts'

/** A message of Firefox's console service. The category does not depend on the language, unlike the text. */
export interface FirefoxMessage {
  readonly category: string
  readonly text: string
}

/** What the listener keeps in the browser's window. */
declare const window: { whycorsMessages: FirefoxMessage[] }
declare const Ci: { readonly nsIScriptError: unknown }
declare const Services: {
  readonly console: {
    readonly registerListener: (listener: {
      observe: (message: {
        QueryInterface: (type: unknown) => { readonly category: string; readonly errorMessage: string }
      }) => void
    }) => void
  }
}

/** Makes the browser keep the messages of its console from now on. */
export const listenToConsole = (marionette: Marionette): Promise<void> =>
  marionette.inChrome(() => {
    window.whycorsMessages = []
    Services.console.registerListener({
      observe: (message) => {
        try {
          const { category, errorMessage } = message.QueryInterface(Ci.nsIScriptError)
          window.whycorsMessages.push({ category, text: errorMessage })
        } catch {
          // Not every message is of a script.
        }
      },
    })
  })

/**
 * Takes the messages of a case out of what the browser kept. They come from another process: where the page failed,
 * the word on why is waited for a little.
 */
export const takeMessages = (
  marionette: Marionette,
  mark: string,
  page: PageResult,
): Promise<readonly FirefoxMessage[]> =>
  marionette.inChrome(
    async (mark: string, failed: boolean) => {
      const has = (wanted: (message: FirefoxMessage) => boolean) => window.whycorsMessages.some(wanted)
      const until = async (ready: () => boolean, limit: number) => {
        for (let waited = 0; !ready() && waited < limit; waited += 5) {
          await new Promise((resolve) => setTimeout(resolve, 5))
        }
      }
      await until(() => has(({ text }) => text.includes(`${mark} end`)), 2000)
      if (failed) await until(() => has(({ category }) => /^(CORS|SOP|CSP|Mixed)/.test(category)), 150)
      // A preflight's reason is told first, then that of the request that needed it.
      if (failed) await new Promise((resolve) => setTimeout(resolve, 5))
      return window.whycorsMessages.splice(0).filter(({ text }) => !text.includes('whycors-case-'))
    },
    mark,
    page.type !== 'response' && page.type !== 'loaded',
  )

/** Returns the verdict on a case: Firefox's own word is the category of its console message. */
export function firefoxVerdict(
  page: PageResult,
  messages: readonly FirefoxMessage[],
  engineCase: EngineCase,
  arrived: readonly string[],
): Verdict {
  const own = messages.filter(({ text }) => [null, engineCase.id].includes(caseIdOf(text)))
  const blocked = own.filter(({ category, text }) => /^CORS/.test(category) && /Blocked/.test(text))
  // Beside the reason for a preflight stands the general word for the request that it was for.
  const said = blocked.find(({ category }) => !isNetwork(category)) ?? blocked[0] ?? null
  const named = said?.category.replace(/\d+$/, '') ?? null
  const code = isDroppedPut(named, engineCase, arrived) ? 'CORSDidNotSucceed' : named
  const gotIt = page.type === 'response' || page.type === 'loaded'
  return {
    outcome: code !== null && !isNetwork(code) ? 'cors' : gotIt ? 'shared' : 'other',
    corsError: code !== null && isNetwork(code) ? null : code,
    failedParameter: null,
    netError: code !== null && isNetwork(code) ? code : null,
    blockedReason: own.find(({ category }) => /^(SOP|CSP|Mixed|CORP|COEP)/.test(category))?.category ?? null,
    console: own.map(({ text }) => text),
    message: said?.text ?? null,
    page,
    exposed: page.type === 'response' ? page.exposed : [],
    arrived,
  }
}

/** Firefox's mistake: a PUT whose connection is closed without a byte is said to have the header twice. */
function isDroppedPut(code: string | null, { hops }: EngineCase, arrived: readonly string[]): boolean {
  const last = arrived.at(-1) ?? ''
  const hop = Number(/[?&]hop=(\d+)/.exec(last)?.[1] ?? 0)
  return (
    code === 'CORSMultipleAllowOriginNotAllowed' && last.startsWith('PUT ') && hops[hop]?.actual.drop === true
  )
}

/** Firefox's word for whatever is not CORS's doing. */
const isNetwork = (category: string): boolean => category.startsWith('CORSDidNotSucceed')
