import type { Firefox } from './start-firefox.ts'

/** The browser's own account of which requests failed. */
export interface Errors {
  /** Returns Firefox's category of the latest failure of a URL, without the digits of its version; null for none. */
  readonly of: (url: string) => Promise<string | null>
}

/** Listens to what Firefox tells its console about cross-origin requests. */
export async function listenForErrors(firefox: Firefox): Promise<Errors> {
  await firefox.inChrome(`
    globalThis.told = []
    Services.console.registerListener({
      observe(message) {
        if (message instanceof Ci.nsIScriptError && /^CORS/.test(message.category) && !(message.flags & 1))
          told.push([message.category, message.errorMessage])
      },
    })
  `)
  return {
    of: async (url) => {
      const told = await firefox.inChrome<readonly (readonly [string, string])[]>('return told')
      const about = told.filter(([, text]) => text.split(/[\s‘’]/).some((word) => isUrl(word, url)))
      // A refused preflight is told twice: its reason, and that the request itself did not succeed.
      const categories = about.map(([category]) => category.replace(/\d+$/, ''))
      return categories.findLast((category) => category !== 'CORSDidNotSucceed') ?? categories.at(-1) ?? null
    },
  }
}

/** The URL ends a sentence. */
const isUrl = (word: string, url: string): boolean => word === url || word === `${url}.`
