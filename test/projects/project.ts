import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writerNamed } from '../../src/fix/writers.ts'
import { type ConfigurationFix, type CorsPolicy, diff, fix, type GeneratorId } from '../../src/index.ts'
import type { Running } from '../fix/servers/start/start.ts'
import { applySnippet } from './apply/apply-snippet.ts'
import { type Files, filesIn } from './files-in.ts'
import { type Fetched, recorder, type Seen } from './recorder.ts'
import { running, type Started } from './running.ts'

/** The page that is inspected, another one that some projects allow, and pages of strangers. */
const PAGE = 'https://app.example.com'
export const ADMIN = 'https://admin.example.com'
const STRANGERS = ['https://evil.example.com', 'https://app.example.com.evil.test', 'http://app.example.com']

/** A fetch of the inspected page. */
export interface Asked extends Fetched {
  readonly path: string
  /** What the page can read once the project is fixed. */
  readonly status: number
  /** It works from the start. */
  readonly works?: true
}

export interface Project extends Started {
  /** Its folder in `apps/`. */
  readonly folder: string
  /** The file that the snippet's places are in. */
  readonly main: string
  readonly with: GeneratorId
  /** Fails with what to install, where a program of the system is missing. */
  readonly needs?: () => string
  /** The API's host name. Default: its address. */
  readonly host?: string
  /** Other origins that it allows before, which a person adds to the policy, as with `--policy origins=`. */
  readonly alsoAllowed?: readonly string[]
  /** A person says that requests have credentials, as with `--policy credentials=true`: a recording need not show it. */
  readonly credentials?: true
  /** The path of a web socket that greets the other origins that are allowed, and nobody else. */
  readonly socket?: string
  readonly asks: readonly [Asked, ...Asked[]]
}

/** Records a project in real Chromium, fixes it mechanically, and records it again. */
export function project(title: string, about: Project): void {
  const { folder, main, host = '127.0.0.1', alsoAllowed = [], asks } = about
  const files = filesIn(folder)
  describe(title, () => {
    const { fetched, recording, socketOpens } = recorder()
    const asked = async ({ port }: Running, page: string, recorded: boolean): Promise<readonly Seen[]> => {
      const seen: Seen[] = []
      for (const { path, status, works, ...what } of asks)
        seen.push(await fetched(page, recorded, `http://${host}:${port}${path}`, what))
      return seen
    }
    const askedByOthers = async (server: Running, origins: readonly string[]) => {
      const seen: Record<string, readonly Seen[]> = {}
      for (const origin of origins) seen[origin] = await asked(server, origin, false)
      return seen
    }

    const sockets = async ({ port }: Running) => {
      const opens: Record<string, boolean> = {}
      for (const origin of about.socket === undefined ? [] : [...alsoAllowed, ...STRANGERS])
        opens[origin] = await socketOpens(origin, `ws://${host}:${port}${about.socket}`)
      return opens
    }

    test('is fixed mechanically: what was blocked is allowed, what worked still works, strangers are refused', async () => {
      about.needs?.()
      const before = await running(about, files, async (server) => ({
        seen: await asked(server, PAGE, true),
        others: await askedByOthers(server, alsoAllowed),
        sockets: await sockets(server),
        har: await recording(),
        port: server.port,
      }))
      const found = await fixOf(before.har, about)
      const changed = applySnippet(files, { main, own: Object.keys(files) }, found)
      keep(folder, { ...changed, 'before.har': before.har, 'fix.json': JSON.stringify(found, null, 2) })
      expect(before.seen.map(statusOf), 'before').toEqual(
        asks.map(({ works, status }) => (works ? status : 'blocked')),
      )
      await running(about, changed, async (server) => {
        const seen = await asked(server, PAGE, true)
        const har = await recording()
        expect(seen.map(statusOf), 'after').toEqual(asks.map(({ status }) => status))
        keepsAll(before.seen, seen, PAGE)
        expect(await fix(har, { for: about.with }), 'nothing is left to fix').toEqual([])
        const then = before.har.replaceAll(`:${before.port}/`, `:${server.port}/`)
        const { fixed, broken, stillBlocked, unclear } = await diff(then, har)
        expect({ broken, stillBlocked, unclear }).toEqual({ broken: [], stillBlocked: [], unclear: [] })
        expect(fixed.length).toBeGreaterThan(0)
        const others = await askedByOthers(server, alsoAllowed)
        for (const origin of alsoAllowed) keepsAll(before.others[origin] ?? [], others[origin] ?? [], origin)
        expect(await sockets(server), 'web sockets').toEqual(before.sockets)
        for (const [origin, refused] of Object.entries(await askedByOthers(server, STRANGERS)))
          expect(refused.map(statusOf), origin).toEqual(asks.map(() => 'blocked'))
      })
    })
  })
}

/** What a page could read before it can still read, with every header. */
function keepsAll(before: readonly Seen[], after: readonly Seen[], origin: string): void {
  for (const [i, one] of before.entries()) {
    if (one === 'blocked') continue
    const now = after[i] ?? 'blocked'
    expect(statusOf(now), `${origin} still gets request ${i + 1}`).toBe(one.status)
    expect(Object.keys(now === 'blocked' ? {} : now.headers), `${origin}, request ${i + 1}`).toEqual(
      expect.arrayContaining(Object.keys(one.headers)),
    )
  }
}

async function fixOf(har: string, about: Project): Promise<ConfigurationFix> {
  const { with: id, alsoAllowed = [], credentials } = about
  const fixes = await fix(har, { for: id })
  const [found] = fixes
  if (found?.type !== 'configuration' || fixes.length > 1)
    throw new Error(`one configuration is expected: ${JSON.stringify(fixes)}`)
  if (alsoAllowed.length === 0 && credentials === undefined) return found
  const { policy, target } = found
  if (policy.origins === '*') throw new Error('every website is allowed: nothing to add')
  const [first, ...rest] = policy.origins
  const wished: CorsPolicy = {
    ...policy,
    origins: [first, ...rest, ...alsoAllowed],
    credentials: credentials ?? policy.credentials,
  }
  const snippet = writerNamed(id)?.generate(wished, target)
  if (snippet?.type !== 'snippet') throw new Error('not with these origins')
  return { ...found, code: snippet.code, edits: snippet.edits }
}

const statusOf = (seen: Seen): number | 'blocked' => (seen === 'blocked' ? seen : seen.status)

/** Keeps what was done to a project where `WHYCORS_KEEP` says. */
function keep(name: string, files: Files): void {
  const folder = process.env['WHYCORS_KEEP']
  if (folder === undefined) return
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
}
