import { expect, test } from 'vitest'
import { fileUri } from '../../src/cli/file-uri.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const file = harText([
  chromeEntry({ error: 'net::ERR_FAILED', url: 'https://api.test/[Click](https://evil.test/)' }),
])

test.each(['\u001b[31mred.har', 'a\u202egnp.har', 'a\u009b1m.har'])(
  'a file name reaches the terminal escaped: %j',
  async (name) => {
    const { code, err } = await whycors([name])
    expect(code).toBe(2)
    expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  },
)

test('a file name that holds a token is masked wherever it is printed', async () => {
  const token = 'ghp_abcdefghijklmnopqrst0123'
  const name = `${token}.har`
  const missing = await whycors([name])
  const cut = await whycors([name], { [name]: file.slice(0, -3) })
  const whole = await whycors([name, '--format', 'markdown'], { [name]: file })
  for (const { out, err } of [missing, cut, whole]) {
    expect(out + err).toContain('ghp_•••')
    expect(out + err).not.toContain(token.slice(8))
  }
})

test('neither does a wrong option', async () => {
  const { err } = await whycors(['--format', '\u202eyaml', 'a.har'], { 'a.har': file })
  expect(err).not.toContain('\u202e')
})

test('a token in the place of a rule is masked', async () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl'
  const { err } = await whycors(['rules', token])
  expect(err).not.toContain('eyJzdWIiOiIxIn0')
})

test('a file name is code in markdown', async () => {
  const name = '@team see https://evil.test.har'
  const { out } = await whycors(['--format', 'markdown', name], { [name]: file })
  expect(out).toContain(`## \`${name}\``)
})

test.each([
  ['C:\\x.har', 'file:///C:/x.har'],
  ['a b#1?.har', 'a%20b%231%3F.har'],
  ['sub/a.har', 'sub/a.har'],
  ['/tmp/a b.har', 'file:///tmp/a%20b.har'],
])('SARIF has %s as the URI %s', async (name, uri) => {
  const { out } = await whycors(['--format', 'sarif', name], { [name]: file })
  const [result] = JSON.parse(out).runs[0].results
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
})

test.each([
  ['sub\\a.har', '/', 'sub%5Ca.har'],
  ['sub\\a.har', '\\', 'sub/a.har'],
  ['\\\\server\\share\\a.har', '\\', 'file://server/share/a.har'],
  ['a\ud800b.har', '/', 'a%EF%BF%BDb.har'],
  ['a:b.har', '/', 'a%3Ab.har'],
])('the path %j where names are separated by %s is %s', (path, separator, uri) =>
  expect(fileUri(path, separator)).toBe(uri),
)

test('a file name with a lone surrogate or a backslash is a URI too', async () => {
  const name = 'a\ud800\\b.har'
  const { out, err } = await whycors(['--format', 'sarif', name], { [name]: file })
  const [result] = JSON.parse(out).runs[0].results
  expect(err).toBe('')
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w%.-]+$/)
})

test('a message of SARIF holds no placeholder', async () => {
  const braces = harText([
    chromeEntry({ error: 'net::ERR_FAILED', response: { 'Access-Control-Allow-Origin': '{0}' } }),
  ])
  const { out } = await whycors(['--format', 'sarif', 'a.har'], { 'a.har': braces })
  expect(JSON.parse(out).runs[0].results[0].message.text).toContain('{{0}}')
})

test('a message of SARIF holds no link', async () => {
  const { out } = await whycors(['--format', 'sarif', 'a.har'], { 'a.har': file })
  expect(JSON.parse(out).runs[0].results[0].message.text).toContain('\\[Click\\](')
})
