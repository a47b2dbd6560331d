import { runSoakInPage } from '../../soak/run-soak-in-page.ts'
import type { Soak, SoakOutcomes } from '../../soak/soak.ts'
import type { EngineCase } from '../engine-case.ts'
import { hopUrl } from '../engine-case.ts'
import { type PageResult, runInPage } from '../run-in-page.ts'
import type { LabReply, LabRequest } from './http-connection.ts'

/**
 * Drives browsers that are driven from nowhere else: a page of the lab asks the lab what to do next, does it, and
 * reports. Marks that it writes to its console tell which of the browser's messages belong to which case.
 */
export interface PageDriver {
  /** The path of the page that asks. */
  readonly path: '/drive'
  /** Returns the reply to a request of such a page, or null if the request is none. */
  readonly handle: (request: LabRequest) => Promise<LabReply> | null
  /** Takes the page to another origin. */
  readonly goTo: (origin: string) => Promise<void>
  /** Runs one case; its messages are those between `${mark} begin` and `${mark} end`. */
  readonly run: (engineCase: EngineCase, mark: string) => Promise<PageResult>
  readonly soak: (soak: Soak) => Promise<SoakOutcomes>
}

type Command =
  | { readonly goto: string }
  | { readonly waves: Soak['waves']; readonly url: string }
  | {
      readonly mark: string
      readonly request: EngineCase['request']
      readonly url: string
      readonly limit: number
      readonly settle: number
    }

/** How long the page waits for what is still on its way when a case has ended, in milliseconds. */
const settle = 4
const caseLimit = 8000
/** After so many milliseconds without a word the page is taken for dead. */
const patience = 30_000

export function makePageDriver(): PageDriver {
  const asked = makeMailbox<(command: Command) => void>()
  const reported = makeMailbox<PageResult | SoakOutcomes>()
  return {
    path: '/drive',
    handle: (request) => {
      if (request.target === '/drive') return Promise.resolve(html)
      if (request.target === '/drive/next') {
        return new Promise((resolve) => asked.put((command) => resolve(json(command))))
      }
      if (request.target !== '/drive/result') return null
      reported.put(JSON.parse(Buffer.from(request.body, 'latin1').toString('utf8')))
      return Promise.resolve(json({}))
    },
    goTo: async (origin) => (await asked.take('the page to ask'))({ goto: `${origin}/drive` }),
    run: async (engineCase, mark) => {
      const { request } = engineCase
      const command = { mark, request, url: hopUrl(engineCase, 0), limit: caseLimit, settle }
      ;(await asked.take('the page to ask'))(command)
      return (await reported.take(`the result of case ${engineCase.id}`)) as PageResult
    },
    soak: async ({ waves, url }) => {
      ;(await asked.take('the page to ask'))({ waves, url })
      return (await reported.take('the outcomes of a soak')) as SoakOutcomes
    },
  }
}

/** What arrives before it is waited for, and the other way round. */
function makeMailbox<T>() {
  const arrived: T[] = []
  let waiting: ((item: T) => void) | null = null
  return {
    put: (item: T) => {
      if (waiting === null) arrived.push(item)
      else waiting(item)
      waiting = null
    },
    take: (what: string): Promise<T> =>
      new Promise((resolve, reject) => {
        const item = arrived.shift()
        if (item !== undefined) return resolve(item)
        const limit = setTimeout(() => reject(new Error(`Timed out waiting for ${what}`)), patience)
        waiting = (late) => {
          clearTimeout(limit)
          resolve(late)
        }
      }),
  }
}

const json = (value: unknown): LabReply => ({
  status: 200,
  headers: [
    ['Content-Type', 'application/json'],
    ['Cache-Control', 'no-store'],
  ],
  body: JSON.stringify(value).replace(/[^\0-\x7f]/g, escaped),
})

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The page's own loop. Runs in the page, so it refers to nothing outside itself. */
async function drive(run: typeof runInPage, soak: typeof runSoakInPage): Promise<void> {
  const say = (what: string) => reportError(new Error(what))
  const post = (body: string) => ({ method: 'POST', body })
  for (;;) {
    const command: Command = await (await fetch('/drive/next', post(''))).json()
    if ('goto' in command) return location.assign(command.goto)
    if ('waves' in command) {
      const outcomes = await soak(command.waves, command.url)
      await fetch('/drive/result', post(JSON.stringify(outcomes)))
      continue
    }
    say(`${command.mark} begin`)
    const result = await run(command.request, command.url, command.limit)
    await new Promise((resolve) => setTimeout(resolve, command.settle))
    say(`${command.mark} end`)
    await fetch('/drive/result', post(JSON.stringify(result)))
  }
}

const html: LabReply = {
  status: 200,
  headers: [
    ['Content-Type', 'text/html'],
    ['Cache-Control', 'no-store'],
  ],
  body: `<!doctype html><meta charset="utf-8"><title>lab</title><link rel="icon" href="data:,"><body><script>(${drive})(${runInPage}, ${runSoakInPage})</script>`,
}
