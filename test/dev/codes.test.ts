import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import type { NewProblem } from '../../src/dev/new-problems.ts'
import { makeObserver } from '../../src/dev/observer.ts'
import { oneServerCases, responseTo } from '../oracle/one-server-cases.ts'
import type { OracleCase } from '../oracle/oracle-case.ts'
import { listening, preflight, type SentRequest, sendAsChromium } from './send-as-chromium.ts'

const cases = oneServerCases.slice(0, 120)

test('on generated cases, a server says what Chromium says', async () => {
  const wrong: object[] = []
  let exact = 0
  let silent = 0
  for (const { oracle, told } of await inParts(cases, 30)) {
    const codes = [...new Set(told.flatMap(({ problem }) => problem.example.verdict.engines.chromium.codes))]
    const { outcome, code } = oracle.chromium
    if (outcome === 'shared' ? told.every(dependsOnCredentials) : codes.some((one) => one === code)) {
      if (outcome === 'shared') silent++
      else if (codes.length === 1) exact++
    } else wrong.push({ id: oracle.id, outcome, code, codes })
  }
  expect(wrong).toEqual([])
  expect(exact).toBeGreaterThanOrEqual(40)
  expect(silent).toBeGreaterThan(5)
})

const dependsOnCredentials = ({ problem }: NewProblem): boolean =>
  problem.example.verdict.type === 'depends' && !problem.example.verdict.exchange.facts.credentialsMode.known

/** Plays cases, so many at a time. */
async function inParts(all: readonly OracleCase[], size: number) {
  const played: { readonly oracle: OracleCase; readonly told: readonly NewProblem[] }[] = []
  for (let i = 0; i < all.length; i += size)
    played.push(
      ...(await Promise.all(
        all.slice(i, i + size).map(async (oracle) => ({ oracle, told: await toldBy(oracle) })),
      )),
    )
  return played
}

/** Plays a case against a real server, and returns what its observer tells. */
async function toldBy(oracle: OracleCase): Promise<readonly NewProblem[]> {
  const { pageOrigin, hops, request, requestsSent } = oracle
  const [hop] = hops
  const told: NewProblem[] = []
  const failed: unknown[] = []
  const observer = makeObserver({
    tell: (problem) => void told.push(problem),
    fail: (error) => void failed.push(error),
  })
  const server = await listening(
    createServer((asked, response) => {
      observer.see(asked, response)
      const { status, headers } = responseTo(oracle, asked.headers)
      response.writeHead(status, headers).end()
    }),
  )
  const isHttps = hop?.origin.startsWith('https:') === true
  const place = {
    Host: new URL(hop?.origin ?? '').host,
    ...(isHttps ? { 'X-Forwarded-Proto': 'https' } : {}),
  }
  const withCredentials = request.credentials === 'include'
  const sent = requestsSent.chromium.map((one): SentRequest => {
    const [, method, names] = /^OPTIONS\((.*)\|(.*)\)$/.exec(one) ?? []
    const asking = method === undefined ? null : preflight(pageOrigin, method, names)
    return asking !== null
      ? { ...asking, headers: { ...place, ...asking.headers } }
      : {
          method: one,
          headers: {
            ...place,
            ...request.headers,
            Origin: pageOrigin,
            ...(withCredentials ? { Cookie: 'sid=1', 'Sec-Fetch-Storage-Access': 'active' } : {}),
          },
        }
  })
  await sendAsChromium(server, sent)
  await new Promise((resolve) => setTimeout(resolve, 90))
  server.close()
  expect(failed).toEqual([])
  return told
}
