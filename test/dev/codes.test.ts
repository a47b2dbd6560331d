import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import type { NewProblem } from '../../src/dev/new-problems.ts'
import { makeObserver } from '../../src/dev/observer.ts'
import { type OracleCase, readOracleCases } from '../oracle/oracle-case.ts'
import { listening, preflight, type SentRequest, sendAsChromium } from './send-as-chromium.ts'

/** Generated cases of which a server sees all that matters: one server, and responses that Node can send. */
const cases = readOracleCases()
  .filter(({ via, request: { mode = 'cors', method, redirect = 'follow' }, hops, chromium }) => {
    const [hop, ...others] = hops
    const responses = [hop?.preflight, hop?.actual].flatMap((one) => one ?? [])
    return (
      via === 'fetch' &&
      mode === 'cors' &&
      redirect === 'follow' &&
      method === method.toUpperCase() &&
      others.length === 0 &&
      chromium.pageError === undefined &&
      chromium.net === null &&
      responses.every(
        ({ drop, headers = [] }) => drop !== true && headers.every(([, value]) => /^[\t -~]*$/.test(value)),
      )
    )
  })
  .slice(0, 120)

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
      const isPreflight = 'access-control-request-method' in asked.headers
      const given = isPreflight ? hop?.preflight : hop?.actual
      const values = {
        $origin: asked.headers.origin ?? '',
        $acrm: asked.headers['access-control-request-method'] ?? '',
        $acrh: asked.headers['access-control-request-headers'] ?? '',
      }
      const headers = (given?.headers ?? []).flatMap(([name, value]) => [
        name,
        Object.entries(values).reduce((text, [from, to]) => text.replaceAll(from, () => to), value),
      ])
      response.writeHead(given?.status ?? 200, headers).end()
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
