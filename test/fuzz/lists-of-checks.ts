import type { Send } from '../../src/check/wire.ts'
import type { Format } from '../../src/cli/format.ts'
import { runChecks } from '../checks/run-checks.ts'
import { wrongInAnnotations, wrongInMarkdown, wrongInSarif, wrongInTerminal } from './checks.ts'
import { hostileText, orHostile } from './hostile-text.ts'
import { mutated } from './make-input.ts'
import type { Random } from './random.ts'

const LIST = `# What the shop calls.
- &base
  url: https://api.test/items
  origin: https://shop.test
- {<<: *base, method: PUT, headers: {X-Api-Key: 1, Content-Type: application/json}, data: '{"a": 1}'}
- url: "https://api.test/b"
  origin: 'null'
  headers: ['X-A: 1']
  credentials: include
  expect: blocked
  code: MissingAllowOriginHeader
- [{"url": "https://api.test/c"}]
`
const NAMES = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Location',
]
const VALUES = ['*', 'https://shop.test', 'true', 'PUT', 'x-api-key,content-type', '/next']

const FORMATS: readonly (readonly [Format, (out: string) => string | null])[] = [
  ['text', wrongInTerminal],
  ['markdown', wrongInMarkdown],
  ['json', (out) => (Array.isArray(JSON.parse(out).checks) ? null : 'no checks')],
  ['sarif', wrongInSarif],
  ['junit', wrongInTerminal],
  ['github', wrongInAnnotations],
]

/** Makes a list of checks with changed bytes, against a server that responds with anything; returns what is wrong. */
export async function listOfChecks(
  random: Random,
): Promise<{ readonly size: number; readonly wrong: string | null }> {
  const written = random.oneIn(3) ? LIST.replace(/^- \[.*\n/m, '') : LIST
  const list = random.oneIn(2) ? new TextDecoder().decode(mutated(random, written)) : spoilt(random, written)
  const send: Send = async () =>
    random.oneIn(6)
      ? { fault: 'protocol', message: hostileText(random) }
      : {
          status: random.pick([200, 204, 302, 401, 500]),
          statusText: orHostile(random, 'OK'),
          httpVersion: orHostile(random, 'HTTP/1.1'),
          headers: Array.from({ length: random.below(5) }, () => [
            orHostile(random, random.pick(NAMES), 12),
            orHostile(random, random.pick(VALUES)),
          ]),
          body: new TextEncoder().encode(hostileText(random)),
          started: 1_700_000_000_000,
          ms: 1,
        }
  const [format, wrong] = random.pick(FORMATS)
  const { code, out, err } = await runChecks(list, send, { format, sendsChanges: random.oneIn(2) })
  const lines = err.trimEnd().split('\n')
  if (code === 2 && (out !== '' || lines.length !== 1))
    return { size: list.length, wrong: `exit 2 with ${err}` }
  return { size: list.length, wrong: code === 2 ? null : wrong(out) }
}

/** Returns a list with words of it replaced. */
const spoilt = (random: Random, list: string): string =>
  list.replace(/[\w:/.-]+/g, (word) => (random.oneIn(15) ? hostileText(random) : word))
