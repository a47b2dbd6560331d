import { describe, expect, it } from 'vitest'
import { explanationOf } from '../../src/internal.ts'
import { correctionsOf } from '../../src/panel/detail/why/correction.ts'
import { chromeEntry, chromePreflight, type HeaderRecord } from '../make-har.ts'
import { diagnosed } from './panel-diagnoses.ts'

const corrections = (entries: readonly object[]) =>
  diagnosed(entries).diagnoses.flatMap((diagnosis) =>
    correctionsOf(explanationOf(diagnosis)).map(({ status, now, instead }) => ({
      status,
      now: now.map(({ value }) => value),
      instead: instead.map(({ value }) => value),
    })),
  )

const preflighted = (response: HeaderRecord, status = 204) => [
  chromePreflight({
    at: 1,
    method: 'PUT',
    asks: 'x-a',
    status,
    response: {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': 'true',
      ...response,
    },
  }),
  chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED', time: 30, request: { 'X-A': '1' } }),
]

describe('the line that decides and what it should be', () => {
  it('a missing origin is the page', () => {
    expect(corrections([chromeEntry({ error: 'net::ERR_FAILED' })])).toEqual([
      { status: null, now: [null], instead: ['https://app.example'] },
    ])
  })

  it('what a list allows already stays in it', () => {
    const lists = { 'Access-Control-Allow-Methods': 'GET, PUT', 'Access-Control-Allow-Headers': 'X-B,x-c' }
    expect(corrections(preflighted(lists))).toEqual([
      { status: null, now: ['X-B,x-c'], instead: ['X-B, x-c, x-a'] },
    ])
  })

  it('what is no list of names is replaced', () => {
    const lists = { 'Access-Control-Allow-Methods': '"GET, PUT"', 'Access-Control-Allow-Headers': 'x-a' }
    expect(corrections(preflighted(lists))).toEqual([{ status: null, now: ['"GET, PUT"'], instead: ['PUT'] }])
  })

  it('a status is named where it decides', () => {
    const lists = { 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Allow-Headers': 'x-a' }
    expect(corrections(preflighted(lists, 404))).toEqual([{ status: 404, now: [], instead: [] }])
  })

  it('what was allowed has nothing to correct', () => {
    expect(corrections([chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })])).toEqual([])
  })
})
