import { sleep } from '../../src/start/chromium/wait-for.ts'
import { headerOf, type LabReply, type LabRequest } from '../engines/lab/http-connection.ts'
import { type Lab, startLab } from '../engines/lab/server.ts'
import { makeServer } from './answer-situation.ts'
import { type Pace, type PageResults, pageReply, pagesOf, serviceWorkerReply, workerReply } from './page.ts'
import type { Situation } from './situation.ts'
import { addressOf } from './urls.ts'

const patience = 30_000

export interface SituationsLab {
  readonly lab: Lab
  /** The situations page by page. */
  readonly pages: readonly (readonly Situation[])[]
  /** Resolves with what a page hands in of its situations; call it before the page is opened. */
  readonly resultsOf: (page: readonly Situation[]) => Promise<readonly PageResults[]>
  /** Returns the requests that arrived for a URL of a situation. */
  readonly arrived: (situation: Situation, at: string) => readonly LabRequest[]
}

/** Returns a lab that plays the servers and serves the pages of situations. */
export async function startSituationsLab(all: readonly Situation[], pace: Pace): Promise<SituationsLab> {
  const byId = new Map(all.map((situation) => [situation.id, situation]))
  const servers = new Map(all.map((situation) => [situation.id, makeServer(situation)]))
  const waiting = new Map<string, (results: PageResults) => void>()
  const seen = new Map<string, LabRequest[]>()

  const pages = pagesOf(all)
  const pageWith = (situation: Situation) => pages.find((page) => page.includes(situation)) ?? []

  function answer(request: LabRequest): Promise<LabReply> | null {
    const { pathname, searchParams } = new URL(request.target, 'http://lab.test')
    if (pathname === '/worker.js') return Promise.resolve(workerReply())
    const situation = byId.get(searchParams.get('situation') ?? searchParams.get('id') ?? '')
    if (situation === undefined) return null
    if (pathname === '/sw.js') return Promise.resolve(serviceWorkerReply(situation))
    if (pathname.startsWith('/p/')) return Promise.resolve(pageReply(pageWith(situation), pace))
    if (pathname === '/result') {
      waiting.get(situation.id)?.(JSON.parse(Buffer.from(request.body, 'latin1').toString('utf8')))
      return Promise.resolve({ status: 204, headers: [], body: '' })
    }
    const address = addressOf(request.target)
    if (address === null) return null
    const key = `${address.id} ${address.at}`
    seen.set(key, [...(seen.get(key) ?? []), request])
    return servers.get(situation.id)?.(address.at, request) ?? null
  }

  return {
    lab: await startLab(answer),
    pages,
    resultsOf: async (page) => {
      const handedIn = page.map(({ id }) => new Promise<PageResults>((resolve) => waiting.set(id, resolve)))
      const results: PageResults[] = []
      for (const [index, next] of handedIn.entries()) {
        const tooLate = sleep(patience).then(() =>
          Promise.reject(new Error(`${page[index]?.id}: no word of the page`)),
        )
        tooLate.catch(() => {})
        results.push(await Promise.race([next, tooLate]))
      }
      return results
    },
    arrived: ({ id }, at) => seen.get(`${id} ${at}`) ?? [],
  }
}

/** Returns the mode of the requests that arrived for a URL, as the browser itself says it; null if it doesn't, or says two. */
export function modeOf(requests: readonly LabRequest[]): string | null {
  const modes = new Set(
    requests.map((request) => headerOf(request, 'sec-fetch-mode')).filter((mode) => mode !== ''),
  )
  return modes.size === 1 ? ([...modes][0] ?? null) : null
}
