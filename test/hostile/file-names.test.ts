import { expect, it } from 'vitest'
import { whycors } from '../cli/run-whycors.ts'
import { wrongInAnnotations, wrongInSarif, wrongInTerminal } from '../fuzz/checks.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { wrongOnGitHub } from './wrong-on-github.ts'

const NAMES = [
  '@octocat see https://evil.test #1 GH-1 a5c3785ed8d6a35868bc169f07e40e889087fd2e.har',
  '[x](https://evil.test) ![i](https://evil.test/i.png) <img src=x>.har',
  '`` ` |a|b| **c** ~~d~~ # e.har',
  '\u001b[31m\u202egnp\r\n::error::x.har',
  'www.evil.test mail@evil.test.har',
  'a]]><x/>&amp;.har',
]
const har = harText([chromeEntry({ error: 'net::ERR_FAILED' })])

it.each(NAMES)('a file named %j is a name in every output, and nothing more', async (name) => {
  const report = (await whycors(['explain', '--format', 'json', name], { [name]: har })).out
  const faults: string[] = []
  const run = async (args: readonly string[], wrong: (out: string) => string | null): Promise<void> => {
    const { code, out, err } = await whycors(args, { [name]: har, 'b.har': har, [`${name}.json`]: report })
    const fault = code > 1 ? err : (wrongInTerminal(out + err) ?? wrong(out))
    if (fault !== null) faults.push(`${args.join(' ')}: ${fault}`)
  }
  await run(['explain', name], () => null)
  await run(['explain', '--format', 'markdown', name, 'b.har'], wrongOnGitHub)
  await run(['explain', '--brief', '--format', 'markdown', name, 'b.har'], wrongOnGitHub)
  await run(['explain', '--format', 'github', name], wrongInAnnotations)
  await run(['explain', '--format', 'sarif', name], wrongInSarif)
  await run(['explain', '--format', 'junit', name], () => null)
  await run(['diff', name, 'b.har', '--format', 'markdown'], wrongOnGitHub)
  await run(['merge', `${name}.json`], () => null)
  await run(['fix', name, '--for', 'express'], () => null)
  expect(faults).toEqual([])
})
