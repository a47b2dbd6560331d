import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chromeEntry, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const junitOf = async (har: string, ...args: readonly string[]) =>
  await whycors(['--format', 'junit', 'a.har', ...args], { 'a.har': har })

const NAME = '[a-z]+'
const VALUE = '(?:[^<&"]|&#\\d+;)*'
const START = new RegExp(`^<(${NAME})(?: ${NAME}="${VALUE}")*(/?)>`)

/** Reads XML as strictly as the standard has it, as far as we write it; throws for what isn't well-formed. */
function tagsOf(xml: string): readonly string[] {
  const wrong = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(xml)
  if (wrong !== null) throw new Error(`no character of XML: ${wrong[0].charCodeAt(0).toString(16)}`)
  let left = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  if (left === xml) throw new Error('no declaration')
  const open: string[] = []
  const tags: string[] = []
  while (left !== '') {
    const text = /^(?:[^<&]|&#\d+;)+/.exec(left)
    const start = START.exec(left)
    const end = new RegExp(`^</(${NAME})>`).exec(left)
    if (text !== null) left = left.slice(text[0].length)
    else if (start !== null) {
      if (start[2] === '') open.push(start[1] ?? '')
      tags.push(start[1] ?? '')
      left = left.slice(start[0].length)
    } else if (end !== null && open.pop() === end[1]) left = left.slice(end[0].length)
    else throw new Error(`not well-formed: ${left.slice(0, 80)}`)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return tags
}

const counts = (xml: string) => {
  const tags = tagsOf(xml)
  return ['testcase', 'failure', 'skipped'].map((name) => tags.filter((tag) => tag === name).length)
}

test('each method and URL is a test case: failed if blocked, skipped if that is left open', async () => {
  const har = harText([
    chromeEntry({ url: 'https://api.test/a?page=1', error: 'net::ERR_FAILED' }),
    chromeEntry({ url: 'https://api.test/a?page=2', response: { 'Access-Control-Allow-Origin': '*' } }),
    chromeEntry({ url: 'https://api.test/b', response: { 'Access-Control-Allow-Origin': '*' } }),
    chromeEntry({ url: 'https://api.test/c', status: 0, error: 'net::ERR_CONNECTION_REFUSED' }),
    chromeEntry({ url: 'https://app.example/same-origin' }),
  ])
  const { code, out } = await junitOf(har)
  expect(code).toBe(1)
  expect(counts(out)).toEqual([3, 1, 1])
  expect(out).toContain('<testsuite name="a.har" tests="3" failures="1" errors="0" skipped="1">')
  expect(out).toContain('<testcase classname="https://api.test" name="GET https://api.test/a">')
  expect(out).toContain('<testcase classname="https://api.test" name="GET https://api.test/b"/>')
  expect(out).toMatch(/<failure type="allow-origin-missing" message="The response has no /)
})

test('the sample is well-formed, and says what to change', async () => {
  const { out } = await junitOf(readFileSync('src/cli/sample.har', 'utf8'))
  const [cases = 0, failures = 0] = counts(out)
  expect(failures).toBeGreaterThan(5)
  expect(cases).toBeGreaterThan(failures)
  expect(out).toContain('Access-Control-Allow-Headers')
})

test.each([
  ['markup', '"/><failure/>&amp;]]>\'<![CDATA['],
  ['control characters', '\u0000\u0001\u000b\u001b[31m\u007f\u0085'],
  ['lone surrogates and noncharacters', '\ud800\udc00\udfff\uffff\ufffe\ud83d'],
  ['line breaks', 'a\r\nb\u2028c'],
])('%s in a recording stay values', async (_, value) => {
  const har = harText([
    chromeEntry({
      url: `https://api.test/${value}`,
      method: value,
      error: 'net::ERR_FAILED',
      response: { 'Access-Control-Allow-Origin': value },
    }),
  ])
  for (const name of ['a.har', `${value}.har`]) {
    const { out } = await whycors(['--format', 'junit', '--show-secrets', './'.concat(name)], {
      [`./${name}`]: har,
    })
    expect(counts(out)).toEqual([1, 1, 0])
    expect(tagsOf(out).slice(0, 3)).toEqual(['testsuites', 'testsuite', 'testcase'])
  }
})

test('a recording without cross-origin requests is an empty suite', async () => {
  const { code, out } = await junitOf(harText([]))
  expect(code).toBe(0)
  expect(counts(out)).toEqual([0, 0, 0])
})
