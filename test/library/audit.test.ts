import { expect, test } from 'vitest'
import { audit, OptionError } from '../../src/index.ts'
import { API, APP, type FakeApi, sendTo } from '../audit/fake-api.ts'

const reflecting: FakeApi = ({ origin }) => ({
  headers: {
    Vary: 'Origin',
    'X-Powered-By': 'Express',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
  },
})
const lookUp = async () => 'unknown' as const

test('audit() returns what the command line prints as JSON', async () => {
  const report = await audit(API, { origins: [`${APP}/some/page`], send: sendTo(reflecting), lookUp })
  expect(report).toMatchObject({ format: 1, target: API, origins: [APP] })
  expect(report.findings.map(({ id, severity, cwe }) => [id, severity, cwe])).toEqual([
    ['reflects-any-origin', 'high', 'CWE-942'],
  ])
  const [finding] = report.findings
  expect(finding?.fix).toContain('`origin: true`')
  const [first] = finding?.evidence ?? []
  expect(first).toMatchObject({ field: 'request.headers.Origin', value: 'https://whycorsaudit.example' })
  expect(report.requests[first?.request ?? -1]?.headers).toContainEqual({
    name: 'Origin',
    value: 'https://whycorsaudit.example',
  })
})

test('it masks what the user sends, unless asked not to', async () => {
  const options = {
    origins: [APP],
    headers: { Authorization: 'Bearer k4fRz9Qp2Lm7Xw1T' },
    send: sendTo(reflecting),
    lookUp,
  }
  expect(JSON.stringify(await audit(API, options))).not.toContain('k4fRz9Qp2Lm7Xw1T')
  expect(JSON.stringify(await audit(API, { ...options, showSecrets: true }))).toContain('k4fRz9Qp2Lm7Xw1T')
})

test('the real client says why there is no response', async () => {
  const { requests, findings } = await audit('http://127.0.0.1:1/', { origins: [APP], timeout: 2000 })
  expect(findings).toEqual([])
  expect(requests[0]).toMatchObject({ status: null, why: expect.stringContaining('127.0.0.1:1') })
  expect(requests[1]?.why).toBe('stopped')
})

test.each([
  ['url', 'file:///a', {}],
  ['origins', API, { origins: [] }],
  ['origins', API, { origins: ['null'] }],
  ['headers', API, { headers: { origin: APP } }],
  ['timeout', API, { timeout: 0 }],
])('a wrong %s is an OptionError', async (option, url, options) => {
  const wrong = audit(url, { origins: [APP], send: sendTo(reflecting), lookUp, ...options })
  await expect(wrong).rejects.toBeInstanceOf(OptionError)
  await expect(wrong).rejects.toMatchObject({ option })
})
