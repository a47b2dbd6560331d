import { explain } from '../../../src/library/explain.ts'
import { fix } from '../../../src/library/fix.ts'
import { whycors } from '../../cli/run-whycors.ts'
import { chromeEntry, type EntryDescription, harText } from '../../make-har.ts'
import type { Printed } from './commands.ts'
import { JWT, SECRET } from './secret.ts'

const blocked = (entry: EntryDescription): object =>
  chromeEntry({
    error: 'net::ERR_FAILED',
    ...entry,
    request: { Authorization: `Bearer ${SECRET}`, ...entry.request },
  })

const SECRET_API = `https://${SECRET}.test`

/** A request that the page has to make otherwise, too. */
const REDIRECTED = { status: 302, response: { Location: 'data:,x' } }

const run =
  (args: readonly string[], entries: readonly object[], file = 'a.har'): Printed =>
  async () => {
    const { out, err } = await whycors([...args, file], { [file]: harText(entries) })
    return out + err
  }

/** Only what is said beside configuration and commands, which have origins, methods and names as they are. */
const saidOf =
  (args: readonly string[], entries: readonly object[]): Printed =>
  async () => {
    const { err } = await whycors([...args, 'a.har'], { 'a.har': harText(entries) })
    return err.replace(/^ {2,}(?:curl|->) .*$/gm, '')
  }

/** What is said of a recording that has secrets where configuration comes from, and what only some recordings show. */
export const FIXES: Readonly<Record<string, Printed>> = {
  'fix for a server that shows a secret': run(
    ['fix'],
    [blocked({ url: 'https://api.test/', response: { Server: `nginx/1.20 ${SECRET}` } })],
  ),
  'fix that the page needs for two APIs': saidOf(
    ['fix', '--for', 'express'],
    [
      blocked({ url: `${SECRET_API}/a`, ...REDIRECTED }),
      blocked({ url: 'https://b.test/a', ...REDIRECTED }),
      blocked({ url: `${SECRET_API}/b` }),
    ],
  ),
  'fix that a server can not have': saidOf(
    ['fix', '--for', 'aws-s3'],
    [blocked({ url: `${SECRET_API}/a`, method: 'purge' })],
  ),
  'who needs a fix': saidOf(
    ['fix', '--for', 'express'],
    [blocked({ url: 'https://api.test/a', method: `M-${SECRET}`, page: `https://${SECRET}.example` })],
  ),
  'a proxy that a server can not have': saidOf(
    ['fix', '--proxy', 'vite'],
    [blocked({ url: `https://${SECRET}.$x.test/a` })],
  ),
  'proxies for a secret host': saidOf(
    ['fix', '--proxy', 'vite'],
    [blocked({ url: `${SECRET_API}/a` }), blocked({ url: 'https://b.test/a' })],
  ),
  'a proxy for two URLs': run(
    ['fix', '--proxy', 'vite'],
    [blocked({ url: 'https://api.test/a' }), blocked({ url: `https://api.test/b?access_token=${SECRET}` })],
  ),
  'brief as JSON, with a secret method and page': run(
    ['explain', '--brief', '--format', 'json'],
    [
      blocked({ url: 'https://api.test/a', method: SECRET, page: `https://${SECRET}.example` }),
      blocked({ url: 'https://b.test/b' }),
    ],
  ),
  'another method in one problem': run(
    ['explain', '--all'],
    [blocked({}), blocked({ method: SECRET, at: 5 })],
  ),
  'what a policy leaves out': async () => {
    const pages = [`https://${SECRET}.example`, `https://${SECRET}.example`, `http://${SECRET}.test`]
    const har = harText(pages.map((page, at) => blocked({ page, at })))
    const { out } = await whycors(['explain', '--all', '--format', 'json', 'a.har'], { 'a.har': har })
    const { policies } = JSON.parse(out) as { policies: readonly { readonly leftOut?: unknown }[] }
    return JSON.stringify(policies.map(({ leftOut }) => leftOut))
  },
  'an entry that is none': run(
    ['explain', '--all', '--format', 'json'],
    [blocked({}), { request: { method: 'GET', url: SECRET } }],
    `${JWT}.har`,
  ),
  'a URL that mode same-origin stops': run(
    ['explain', '--all', '--format', 'json'],
    [
      blocked({
        url: `https://api.test/${SECRET}`,
        status: 0,
        mode: 'same-origin',
        request: { 'Sec-Fetch-Mode': 'same-origin' },
      }),
    ],
  ),
  'a response header sent by mistake': run(
    ['explain', '--all', '--format', 'json'],
    [blocked({ request: { [`Access-Control-Allow-${SECRET}`]: '1' } })],
  ),
  'the progress of reading': async () => {
    const shown: string[] = []
    const progress = { show: (words: string) => void shown.push(words), clear: () => undefined }
    const files = { [`${JWT}.har`]: harText(Array.from({ length: 100 }, (_, at) => blocked({ at }))) }
    await whycors(['explain', `${JWT}.har`], files, undefined, { progress })
    return shown.join('\n')
  },
  'the library’s fix of a report with secrets': async () => {
    const url = `https://api.test/items?access_token=${SECRET}`
    const report = await explain(harText([blocked({ url })]), { all: true, showSecrets: true })
    return JSON.stringify(await fix(report, { for: 'express' }))
  },
}
