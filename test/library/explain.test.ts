import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain, OptionError } from '../../src/index.ts'
import { whycors } from '../cli/run-whycors.ts'

const har = readFileSync(new URL('../recordings/chromium-devtools.har', import.meta.url), 'utf8')
const json = async (...options: readonly string[]): Promise<unknown> =>
  JSON.parse(
    (await whycors(['explain', 'shop.har', '--format', 'json', ...options], { 'shop.har': har })).out,
  )

describe('explain', () => {
  const name = 'shop.har'

  it('returns what the command line prints as JSON', async () => {
    const report = await explain(har, { name })
    expect(report.exchanges.length).toBeGreaterThan(3)
    expect(JSON.parse(JSON.stringify(report))).toEqual(await json())
  })

  it.each([
    [{ engine: 'firefox' }, ['--engine', 'firefox']],
    [{ all: true }, ['--all']],
    [{ showSecrets: true }, ['--show-secrets']],
    [{ origin: 'http://no.example/path' }, ['--origin', 'http://no.example/path']],
  ] as const)('takes %j as the command line takes %j', async (options, args) => {
    const report: unknown = JSON.parse(JSON.stringify(await explain(har, { name, ...options })))
    expect(report).toEqual(await json(...args))
    if (!('showSecrets' in options)) expect(report).not.toEqual(await json())
  })

  it('takes bytes that arrive', async () => {
    expect(await explain(new Blob([har]).stream(), { name })).toEqual(await explain(har, { name }))
  })

  it('rejects options that have no meaning', async () => {
    await expect(explain(har, { origin: 'api' })).rejects.toThrow(
      new OptionError('origin', 'must be a URL, not "api"'),
    )
    // @ts-expect-error there is no such engine
    await expect(explain(har, { engine: 'toString' })).rejects.toThrow(
      'engine: must be one of spec, chromium, firefox, webkit, not "toString"',
    )
  })
})
