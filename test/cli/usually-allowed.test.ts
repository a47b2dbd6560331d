import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'

const SAFARI = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'

const entry = (url: string, allowOrigin: string | null, n = 0): object => ({
  startedDateTime: `2026-01-01T00:00:${String(n % 60).padStart(2, '0')}.000Z`,
  time: 5,
  request: {
    method: 'GET',
    url,
    headers: Object.entries({
      Host: new URL(url).host,
      Origin: 'https://app.example.test',
      'User-Agent': SAFARI,
      'Sec-Fetch-Mode': 'cors',
    }).map(([name, value]) => ({ name, value })),
  },
  response: {
    status: 200,
    headers: allowOrigin === null ? [] : [{ name: 'Access-Control-Allow-Origin', value: allowOrigin }],
  },
})

const recording = [
  ...Array.from({ length: 186 }, (_, n) => entry(`https://cdn.example.test/items/${n}`, '*', n)),
  entry('https://api.example.test/orders', null),
]

async function whycors(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, {
    read: () =>
      new Blob([
        JSON.stringify({
          log: { creator: { name: 'WebKit Web Inspector', version: '1' }, entries: recording },
        }),
      ]).stream(),
    sample: 'sample.har',
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    color: false,
    debug: false,
    width: 100,
    listWidth: 80,
  })
  return { code, out: out.join(''), err: err.join('') }
}

describe('requests that are allowed in the usual case', () => {
  test.each([['text'], ['markdown']])('are one line per API, after what failed (%s)', async (format) => {
    const { out, code } = await whycors('explain', '--format', format, 'a.har')
    const line =
      '`https://cdn.example.test`, 186 requests: Allowed, unless the page sends it with credentials.'
    expect(out).toContain(line)
    expect(out.indexOf(line)).toBeGreaterThan(out.indexOf('api.example.test/orders'))
    expect(out).not.toContain('cdn.example.test/items')
    expect(code).toBe(1)
  })

  test('stand there one by one with --all', async () => {
    expect((await whycors('explain', '--all', 'a.har')).out).toContain('cdn.example.test/items/0')
  })

  test('get no configuration: a working * is not replaced by one origin', async () => {
    const { out, err } = await whycors('fix', '--for', 'nginx', 'a.har')
    expect(out + err).not.toContain('cdn.example.test')
    const report = JSON.parse((await whycors('explain', '--format', 'json', 'a.har')).out)
    expect(report.policies.map(({ target }: { target: string }) => target)).toEqual([
      'https://api.example.test',
    ])
  })
})
