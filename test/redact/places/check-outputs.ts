import type { Send, WireResponse } from '../../../src/check/wire.ts'
import { audit } from '../../../src/library/audit.ts'
import { check } from '../../../src/library/check.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { whycors } from '../../cli/run-whycors.ts'
import type { Printed } from './commands.ts'
import { JWT, SECRET, SHORT } from './secret.ts'

const PAGE = 'https://app.example'

const answerWith = (headers: WireResponse['headers'], status = 200): WireResponse => ({
  status,
  statusText: '',
  httpVersion: 'HTTP/1.1',
  headers,
  body: new Uint8Array(),
  started: 1_700_000_000_000,
  ms: 1,
})

/** A server that allows everything, so that a check goes as far as it may. */
const allowing: Send = async () =>
  answerWith([
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Methods', `DELETE, M-${SECRET}`],
    ['Access-Control-Allow-Headers', 'authorization'],
  ])

/** A server that has a secret of its own: a cookie that recurs. */
const telling: Send = async (request) =>
  answerWith([
    ['Set-Cookie', `sid=${SECRET}`],
    ['Access-Control-Allow-Origin', request.headers.find(([name]) => name === 'Origin')?.[1] ?? SECRET],
    ['Vary', SECRET],
  ])

/** A server that redirects. */
const redirecting =
  (to: string): Send =>
  async () =>
    answerWith(
      [
        ['Access-Control-Allow-Origin', PAGE],
        ['Location', to],
      ],
      302,
    )

const refusing: Send = async () => answerWith([])

const checkOf =
  (args: readonly string[], send: Send): Printed =>
  async () => {
    const { out, err } = await whycors(['check', '--origin', PAGE, ...args], {}, send)
    return out + err
  }

const listOf =
  (list: string, format: 'text' | 'markdown' | 'json' | 'junit', send: Send = refusing): Printed =>
  async () => {
    const { out, err } = await runChecks(list, send, { format, file: `${JWT}.yaml`, sendsChanges: true })
    return out + err
  }

const given = ['-H', `Authorization: Bearer ${SECRET}`]

/** What checks and audits print of a secret in other places than those that every check has. */
export const CHECKS: Readonly<Record<string, Printed>> = {
  'check of what may change state': checkOf(
    [`https://api.test/${SECRET}`, ...given, '-X', `M-${SECRET}`, '--format', 'markdown'],
    allowing,
  ),
  'check with a secret method': checkOf(['https://api.test/', ...given, '-X', `M-${SECRET}`], allowing),
  'check to repeat': checkOf([`https://api.test/a,it's/verify/${SHORT}`, '-X', 'PUT'], refusing),
  ...Object.fromEntries(
    [
      ['with a password', ['https://api.test/'], `https://joe:${SECRET}@b.test/`],
      ['to a file', [`${PAGE}/`], `file:///reset-password/${SECRET}`],
      ['out of mode same-origin', [`${PAGE}/`, '--mode', 'same-origin'], `https://b.test/?token=${SECRET}`],
      ['to an app in mode same-origin', [`${PAGE}/`, '--mode', 'same-origin'], `data:,${JWT}`],
    ].map(([what, args, to]) => [
      `check of a redirect ${String(what)}`,
      checkOf([...(args as string[]), '--engine', 'webkit', '--format', 'json'], redirecting(String(to))),
    ]),
  ),
  'the sentences about a secret page in mode same-origin': async () => {
    const page = `https://${SECRET}.test`
    const args = [
      'check',
      `${page}/`,
      ...given,
      '--origin',
      page,
      '--mode',
      'same-origin',
      '--engine',
      'webkit',
    ]
    const { out } = await whycors([...args, '--format', 'json'], {}, redirecting('https://b.test/'))
    const { exchanges } = JSON.parse(out) as { exchanges: readonly { readonly engines: object }[] }
    return JSON.stringify(exchanges.map(({ engines }) => engines))
  },
  'check of a server with a secret': checkOf(['https://api.test/'], telling),
  'audit of a server with a secret': async () => {
    const args = ['audit', 'https://api.test/', '--origin', PAGE, '--yes', '--format', 'json']
    const { out, err } = await whycors(args, {}, telling)
    return out + err
  },
  'audit that sends a secret name': async () => {
    const args = ['audit', 'https://api.test/', ...given, '-H', `x-${SECRET}: 1`, '--origin', PAGE]
    const { out, err } = await whycors([...args, '--yes', '--format', 'json'], {}, refusing)
    return out + err
  },
  'the library’s audit of a server with a secret': async () =>
    JSON.stringify(
      await audit('https://api.test/', { origins: [PAGE], send: telling, lookUp: async () => 'unknown' }),
    ),
  'the library’s check with a secret method': async () =>
    JSON.stringify(
      (
        await check('https://api.test/', {
          origin: PAGE,
          method: `M-${SECRET}`,
          headers: [['Authorization', `Bearer ${SECRET}`]],
          send: allowing,
        })
      ).requests,
    ),
  'a list with a secret host': listOf(
    `- url: https://${SECRET}.test/\n  origin: ${PAGE}\n  headers: {Authorization: Bearer ${SECRET}}\n`,
    'junit',
  ),
  'a list with a short secret': listOf(
    `- url: https://api.test/a,it's/verify/${SHORT}\n  origin: ${PAGE}\n`,
    'markdown',
  ),
  'a list with explanations': listOf(`- url: https://api.test/\n  origin: ${PAGE}\n`, 'text'),
  'the rows of a list as JSON': async () => {
    const list = `- url: https://api.test/\n  origin: https://${SECRET}.example\n  method: M-${SECRET}\n  headers: {Authorization: Bearer ${SECRET}}\n`
    const { out } = await runChecks(list, refusing, { format: 'json', sendsChanges: true })
    return JSON.stringify(JSON.parse(out), (key, value) => (key === 'exchange' ? null : value))
  },
}
