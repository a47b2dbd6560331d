import { describe, expect, it } from 'vitest'
import { guessFramework } from '../../src/fix/guess-framework.ts'
import { guessedGenerator } from '../../src/fix/guessed-generator.ts'
import { layerOfAll } from '../../src/fix/layer-of.ts'
import { planFor } from '../../src/fix/plan.ts'
import { siblingsAmong } from '../../src/reading/siblings.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { chromeEntry, type EntryDescription, verdictsOf } from '../make-har.ts'

const php = chromeEntry({
  url: 'https://api.test/list',
  response: {
    'Access-Control-Allow-Origin': 'https://app.example',
    'X-Powered-By': 'PHP/8.2',
    Server: 'nginx',
  },
})
const blocked = (entry: EntryDescription): object =>
  chromeEntry({
    at: 1000,
    error: 'net::ERR_FAILED',
    ...entry,
    response: { 'Content-Type': null, ...entry.response },
  })

const timeOut = blocked({
  status: 504,
  response: { Server: 'nginx', 'Content-Type': 'text/html', 'Content-Length': '562' },
})
const unreachable = blocked({
  status: 522,
  response: { server: 'cloudflare', 'cf-ray': '1', 'content-type': 'text/plain; charset=UTF-8' },
})
const exception = blocked({
  url: 'https://api.test/boom',
  status: 500,
  response: {
    Server: 'nginx',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': '21',
  },
})
const bare = blocked({ response: { Server: 'nginx' } })

/** The layer of the plan for the last fetch, and the generator that is written for. */
function planned(...entries: readonly object[]) {
  const verdicts = verdictsOf(entries)
  const verdict = verdicts.at(-1)
  const plan = verdict === undefined ? null : planFor(verdict)
  if (plan === null) throw new Error('no plan')
  const guesses = guessFramework(plan.target, siblingsAmong(verdicts), failOnBug)
  const guessed = guessedGenerator(guesses, plan.layer)
  return [plan.layer?.who ?? null, plan.layer?.name ?? null, guessed?.generator.id ?? null]
}

describe('the layer that a plan is for', () => {
  it('is the proxy that made the error, whatever the application before it shows', () =>
    expect(planned(php, timeOut)).toEqual(['proxy', 'nginx', 'nginx']))

  it('is nobody whose configuration could be written, where a network at the edge failed', () =>
    expect(planned(php, unreachable)).toEqual(['cdn', 'Cloudflare', null]))

  it('is a proxy that only the status shows, and then nobody else', () => {
    const page = { 'Content-Type': 'text/html' }
    expect(planned(php, blocked({ status: 504, response: { ...page, Server: 'nginx' } }))).toEqual([
      'proxy',
      'nginx',
      'nginx',
    ])
    expect(planned(php, blocked({ status: 504, response: page }))).toEqual(['proxy', null, null])
    expect(planned(php, blocked({ status: 503, response: { 'X-Powered-By': 'PHP/8.2' } }))).toEqual([
      'app',
      'PHP',
      'php',
    ])
  })

  it('is the application whose exception a proxy passed on', () =>
    expect(planned(exception)).toEqual(['app', 'Starlette (FastAPI)', 'fastapi']))

  it('is open where the blocked response shows none: the guesses then decide', () =>
    expect(planned(php, bare)).toEqual([null, null, 'php']))

  it('is the page where no server could help', () =>
    expect(
      planned(blocked({ status: 302, request: { Origin: 'null' }, response: { Location: '/x' } })).slice(
        0,
        1,
      ),
    ).toEqual(['page']))

  it('is, of several, the outermost', () => {
    const verdicts = verdictsOf([exception, timeOut])
    expect(layerOfAll(verdicts)?.name).toBe('nginx')
    expect(layerOfAll(verdicts.slice(0, 1))?.name).toBe('Starlette (FastAPI)')
  })
})
