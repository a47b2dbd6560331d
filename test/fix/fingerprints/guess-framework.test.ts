import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fingerprints } from '../../../src/fix/fingerprints/index.ts'
import { generators } from '../../../src/fix/generators/index.ts'
import { settings } from '../../../src/fix/settings/index.ts'
import { plain } from '../../../src/text/plain.ts'
import { chromeEntry } from '../../make-har.ts'
import { guessesIn } from './guess-cases.ts'
import { recordedAnswers } from './recorded-answers.ts'

const everyId = fingerprints.map(({ id }) => id)
/** Those of products and dev servers stand with their settings, and are tested there. */
const ids = everyId.filter((id) => !settings.some((setting) => setting.id === id))
const why = (entries: readonly object[]): readonly string[] =>
  guessesIn(entries).map((guess) => plain(guess.why, (value) => value))

describe('the registry of fingerprints', () => {
  const folder = new URL('../../../src/fix/fingerprints/', import.meta.url)
  const files = readdirSync(folder)
    .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('export default'))
    .map((file) => basename(file, '.ts'))

  test('has every file once, under its name', () => {
    const wrong = [
      ...files.filter((id) => !ids.includes(id)).map((id) => `add ${id} to src/fix/fingerprints/index.ts`),
      ...ids.filter((id) => !files.includes(id)).map((id) => `${id}: an id is the name of its file`),
    ]
    expect(wrong).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has a response for each that shows it, and a near miss', () => {
    const tests = ['generated.test.ts', 'recorded.test.ts']
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join('\n')
    // The recordings of other servers are near misses for these.
    const recorded = ['express', 'flask']
    const wrong = ids.flatMap((id) => {
      const add = (what: string): string =>
        `${id}: add a testGuesses() case with \`${what}: '${id}'\` to test/fix/fingerprints/generated.test.ts`
      return [
        ...(tests.includes(`shows: '${id}'`) || tests.includes(`${id} high`) ? [] : [add('shows')]),
        ...(tests.includes(`showsNot: '${id}'`) || recorded.includes(id) ? [] : [add('showsNot')]),
      ]
    })
    expect(wrong).toEqual([])
  })

  test('builds only on what is there', () =>
    expect(fingerprints.flatMap(({ builtOn = [] }) => builtOn.filter((id) => !everyId.includes(id)))).toEqual(
      [],
    ))

  test('leads to configuration that can be written, but for a network that has none of its own', () => {
    const known: readonly string[] = generators.map(({ id }) => id)
    const withoutConfiguration = ['cloudflare']
    const wrong = ids
      .filter((id) => !known.includes(id) && !withoutConfiguration.includes(id))
      .map((id) => `${id}: add the generator of that id, or name it in withoutConfiguration`)
    expect(wrong).toEqual([])
  })

  test('knows every server that configuration can be written for, but for those that look like another', () => {
    const likeAnother = ['express-plain', 'nextjs-route', 'lambda']
    const wrong = generators
      .map(({ id }) => id)
      .filter((id) => !ids.includes(id) && !likeAnother.includes(id))
      .map((id) => `${id}: add src/fix/fingerprints/${id}.ts, or name it in likeAnother`)
    expect(wrong).toEqual([])
  })
})

describe('the guess', () => {
  test('is none where nothing is known', () => expect(guessesIn([chromeEntry({})])).toEqual([]))

  test('names the application first and what stands before it second, and warns of doubled headers', () => {
    const [app, proxy] = why(recordedAnswers('nginx-fastapi', { bodies: true }))
    expect(app).toBe(
      'The server looks like FastAPI (an error page with `{"detail":"Not Found"}` and an error page with `Disallowed CORS origin`). Nginx is in front of it: send the CORS headers from only one of them.',
    )
    expect(proxy).toBe(
      'The server looks like Nginx (`Server: nginx/1.22.1`). FastAPI is behind it: send the CORS headers from only one of them.',
    )
  })

  test('says what it cannot decide', () => {
    const entries = [chromeEntry({ response: { Server: 'gunicorn' } })]
    expect(why(entries)).toEqual([
      'The server may be Flask (`Server: gunicorn`). It could also be Django.',
      'The server may be Django (`Server: gunicorn`). It could also be Flask.',
    ])
  })

  test('asks only the responses of that API', () => {
    const entries = [
      chromeEntry({}),
      chromeEntry({ url: 'https://other.test/', response: { Server: 'nginx' } }),
    ]
    expect(guessesIn(entries)).toEqual([])
    expect(guessesIn(entries, 'https://other.test')).toHaveLength(1)
  })

  test('shows where in the recording', () => {
    const [guess] = guessesIn([chromeEntry({}), chromeEntry({ at: 5, response: { Server: 'nginx/1.2' } })])
    expect(guess?.evidence).toEqual([{ entry: 1, field: 'response.headers.Server', value: 'nginx/1.2' }])
  })

  test('quotes no cookie, and no more of a value than one can read', () => {
    const [cookie] = why([chromeEntry({ response: { 'Set-Cookie': 'laravel_session=s3cr3t' } })])
    expect(cookie).toBe('The server looks like Laravel (a cookie named `laravel_session`).')
    const [long] = why([chromeEntry({ response: { Server: `nginx/${'9'.repeat(500)}` } })])
    expect(long?.length).toBeLessThan(130)
  })

  test('puts a proxy that is certain before an application that is not', () => {
    const entries = [chromeEntry({ response: { Server: 'nginx', 'Keep-Alive': 'timeout=5' } })]
    expect(guessesIn(entries).map(({ framework }) => framework)).toEqual(['nginx', 'node-http'])
  })

  test('puts the edge of a network last', () => {
    const entries = [
      chromeEntry({ response: { 'CF-RAY': '1', Server: 'cloudflare', 'X-Powered-By': 'ASP.NET' } }),
    ]
    expect(guessesIn(entries).map(({ framework }) => framework)).toEqual(['aspnet-core', 'cloudflare'])
  })
})
