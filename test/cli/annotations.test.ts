import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chromeEntry, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const linesOf = async (har: string, name = 'a.har'): Promise<readonly string[]> => {
  const { out } = await whycors(['--format', 'github', name], { [name]: har })
  return out.split('\n').slice(0, -1)
}

test('each problem is an annotation, an error if it was blocked', async () => {
  const lines = await linesOf(
    harText([
      chromeEntry({ url: 'https://api.test/a?token=x', error: 'net::ERR_FAILED' }),
      chromeEntry({ url: 'https://api.test/b', status: 0, error: 'net::ERR_CONNECTION_REFUSED' }),
    ]),
  )
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(
    /^::error file=a\.har,line=1,title=GET https%3A\/\/api\.test\/a::The response has no `Access-Control-Allow-Origin`\. .+ \(log\.entries\[0\]\)$/,
  )
  expect(lines[1]).toMatch(/^::warning /)
})

test('the sample has one for each problem of its list', async () => {
  const har = readFileSync('src/cli/sample.har', 'utf8')
  const { out } = await whycors(['--brief', '--format', 'json', 'a.har'], { 'a.har': har })
  expect(await linesOf(har)).toHaveLength(JSON.parse(out).problems.length)
})

test('nothing of a recording ends a line or begins a command', async () => {
  const value = 'x\r\n::add-path::/tmp\n##[set-env name=A]b,title=c::d%0A'
  const entry = { url: 'https://api.test/a', error: 'net::ERR_FAILED', method: value }
  const lines = await linesOf(
    harText([chromeEntry({ ...entry, response: { 'Access-Control-Allow-Origin': value } })]),
    './a,b:c\n::error::d.har',
  )
  expect(lines).toHaveLength(1)
  const [, properties = ''] = /^::error ([^:]*)::/.exec(lines[0] ?? '') ?? []
  expect(properties.split(',').map((one) => one.replace(/=.*/s, ''))).toEqual(['file', 'line', 'title'])
})
