import { createServer } from 'node:http'
import { auditApi } from '../../../src/audit/audit-api.ts'
import { toAuditReport } from '../../../src/audit/audit-report.ts'
import type { Bug } from '../../../src/bug.ts'
import { printBugs } from '../../../src/cli/print-bugs.ts'
import { watch } from '../../../src/dev/index.ts'
import { toDiffReport } from '../../../src/diff/diff-report.ts'
import { readHarText } from '../../../src/har/read-har.ts'
import { type Diagnosis, diagnose, redacting, redactionFor, toReport } from '../../../src/internal.ts'
import { columns } from '../../../src/panel/list/columns.ts'
import { groupTitles } from '../../../src/panel/list/group-titles.ts'
import { makeSession } from '../../../src/panel/make-session.ts'
import { showAs } from '../../../src/panel/parts/redaction.ts'
import { systemClock } from '../../../src/panel/state/inspected.ts'
import type { Session } from '../../../src/panel/state/session.ts'
import { explainRecording } from '../../../src/playwright/explain-recording.ts'
import { makeWebSession } from '../../../src/web/judging/make-web-session.ts'
import { judgeHere } from '../../../src/web/judging/start-judging.ts'
import { listening, sendAsChromium } from '../../dev/send-as-chromium.ts'
import { chromeEntry, harText } from '../../make-har.ts'
import { textOfBar } from './panel-outputs.ts'
import { PARTS } from './panel-parts.ts'
import { JWT, SECRET } from './secret.ts'

const PAGE = 'https://app.example'

/** Requests that differ in one thing, all blocked for the same reason. */
const ALIKE = [
  { url: `https://${SECRET}.test/a` },
  { url: 'https://b.test/a' },
  { url: 'https://b.test/a', page: `https://${SECRET}.example` },
  { url: 'https://b.test/a', method: 'POST' },
  { url: 'https://b.test/a', method: SECRET },
  { url: `https://b.test/${SECRET}` },
  { url: 'https://b.test/c', response: { 'Access-Control-Allow-Origin': `https://${SECRET}.test` } },
  { url: `https://b.test/${SECRET}/2` },
].map((one) =>
  chromeEntry({ error: 'net::ERR_FAILED', request: { Authorization: `Bearer ${SECRET}` }, ...one }),
)

const read = () => readHarText(harText(ALIKE), 0, `${JWT}.har`)

function diagnosed() {
  const { recording, entries } = read()
  const redaction = redactionFor(false)
  for (const entry of entries) redaction.note(entry)
  const diagnoses = diagnose(recording, entries, { engine: null, show: redaction.value })
  return {
    redaction,
    diagnoses,
    examined: { recording, entries: ALIKE.length, diagnoses, skipped: [], truncated: null },
  }
}

/** Diagnoses with a bug whose message has the secret. */
function withBugs() {
  const bug: Bug = { where: 'root cause', id: 'rate-limit', message: `can't read ${SECRET}` }
  const { redaction, diagnoses, examined } = diagnosed()
  const broken = diagnoses.map(
    (one): Diagnosis => ({
      verdict: one.verdict,
      rootCauses: [],
      cautions: [],
      plan: null,
      bugs: [bug],
    }),
  )
  return { redaction, bug, examined: { ...examined, diagnoses: broken } }
}

/** Returns what a session of the panel shows and exports of a file that it has read. */
async function afterReading(session: Session): Promise<string> {
  await session.readFiles([{ name: `${JWT}.har`, blob: new Blob([harText(ALIKE)]) }])
  while (session.store.get().diagnoses.length < ALIKE.length)
    await new Promise((resolve) => setTimeout(resolve, 5))
  showAs(session.redaction)
  const rows = session.store.get().diagnoses
  const exported = [await session.exportAll('markdown', false), await session.exportAll('har', false)]
  const cells = rows.flatMap((one) => Object.values(columns).map((column) => column.cell(one)))
  const details = await Promise.all(
    rows.map((one) => new Promise<Diagnosis>((resolve) => session.withDiagnosis(one, resolve))),
  )
  const messages = details.flatMap(({ verdict: { engines } }) =>
    [engines.chromium, engines.firefox, engines.webkit].map((one) => JSON.stringify(one)),
  )
  const titles = groupTitles(
    rows.map((one) => [one] as const),
    false,
  )
  const sentences = [...titles.values()].map(({ title, sentence }) => `${title} ${sentence}`)
  showAs(redacting)
  return [...cells, ...exported, ...messages, ...sentences].join('\n')
}

async function watched(): Promise<string> {
  const server = await listening(createServer((_, response) => void response.end('ok')))
  const texts: string[] = []
  const stop = watch(server, { log: (text) => void texts.push(text), color: false })
  const headers = { Origin: 'http://localhost:5173', Authorization: `Bearer ${SECRET}` }
  await sendAsChromium(server, [{ method: 'GET', path: `/${SECRET}?access_token=${SECRET}`, headers }])
  while (texts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  stop()
  server.close()
  return texts.join('\n')
}

/** What lives longer than a command, and what reports on a part that throws. */
export const SESSIONS: Readonly<Record<string, () => Promise<string>>> = {
  ...PARTS,
  'the panel': () => afterReading(makeSession(null, systemClock, null)),
  'the web page after it was cleared': () => {
    // As the page has it, which adds to it.
    const session = { ...makeWebSession(null, judgeHere) }
    session.clear()
    return afterReading(session)
  },
  'the web page': () => afterReading(makeWebSession(null, judgeHere)),
  'a watched server': watched,
  'a test with Playwright': async () =>
    (
      await explainRecording({
        log: {
          version: '1.2',
          creator: { name: 'Playwright', version: '1' },
          browser: { name: 'chromium', version: '156' },
          pages: [],
          entries: ALIKE,
        },
      })
    ).text,
  'titles of groups': async () => {
    const { redaction, diagnoses } = diagnosed()
    showAs(redaction)
    const pairs = diagnoses.flatMap((a, i) => diagnoses.slice(i + 1).map((b) => [[a] as const, [b] as const]))
    const titles = pairs.flatMap((pair) => [...groupTitles(pair, false).values()])
    showAs(redacting)
    return titles.map(({ title, differs }) => `${title} ${differs}`).join('\n')
  },
  'bugs in a report': async () => {
    const { redaction, examined } = withBugs()
    return JSON.stringify(toReport([examined], { version: '1', redaction, includes: () => false }).bugs)
  },
  'bugs in a comparison': async () => {
    const { redaction, examined } = withBugs()
    return JSON.stringify(toDiffReport([examined], [examined], { version: '1', redaction }).bugs)
  },
  'bugs of a command': async () => {
    const { redaction, examined } = withBugs()
    const said: string[] = []
    printBugs(examined.diagnoses, redaction, { err: (text: string) => void said.push(text) } as never)
    return said.join('')
  },
  'bugs in the bar': async () => {
    const { redaction, examined } = withBugs()
    return textOfBar(examined, redaction)
  },
  'bugs of an audit': async () => {
    const { redaction, bug } = withBugs()
    const target = { url: 'https://api.test/', origins: [PAGE], headers: [] }
    const send = async () => ({ fault: 'refused', message: 'no' }) as const
    const audit = await auditApi(target, { send, lookUp: async () => 'unknown', timeout: 1, insecure: false })
    return JSON.stringify(toAuditReport({ ...audit, bugs: [bug] }, { version: '1', redaction }).bugs)
  },
}
