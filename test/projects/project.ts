import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type ConfigurationFix, fix, type GeneratorId } from '../../src/index.ts'
import { type Running, type Start, start } from '../fix/servers/start/start.ts'
import { applySnippet, type Files } from './apply/apply-snippet.ts'
import { type Fetched, recorder, type Seen } from './recorder.ts'

/** The page that is inspected, another one that the project allows, and pages of strangers. */
export const PAGE = 'https://app.example.com'
export const ADMIN = 'https://admin.example.com'
const STRANGERS = ['https://evil.example.com', 'https://app.example.com.evil.test', 'http://app.example.com']

/** A fetch of the inspected page, and what it can read: a status, with exposed headers. */
export interface Asked extends Fetched {
  readonly path: string
  /** What the page can read once the project is mended. */
  readonly status: number
  readonly exposes?: readonly string[]
  /** It works from the start. */
  readonly works?: true
}

export interface Project {
  /** Its folder in `apps/`. */
  readonly folder: string
  /** The file that the snippet's places are in. */
  readonly main: string
  /** What it is mended with; what the responses show, if absent. */
  readonly with?: GeneratorId
  readonly host?: string
  readonly command: Start['command']
  /** A server behind it: started first, with the same files. */
  readonly behind?: readonly [string, ...string[]]
  readonly asks: readonly Asked[]
}

/** Records a project in real Chromium, mends it mechanically, and records it again. */
export function project(title: string, about: Project): void {
  const files = filesIn(about.folder)
  describe(title, () => {
    const { fetched, recording } = recorder()
    const asked = async ({ port }: Running, page: string, recorded: boolean) => {
      const seen: Seen[] = []
      for (const { path, status, exposes, works, ...what } of about.asks)
        seen.push(await fetched(page, recorded, `http://${about.host ?? '127.0.0.1'}:${port}${path}`, what))
      return seen
    }

    test('is mended mechanically: what was blocked is allowed, what worked still works, strangers are refused', async () => {
      const before = await running(about, files, async (server) => {
        const seen = await asked(server, PAGE, true)
        return { seen, har: await recording() }
      })
      const expectedBefore = about.asks.map(({ works, status }) => (works ? status : 'blocked'))
      expect(before.seen.map(statusOf), 'before').toEqual(expectedBefore)
      const mend = await fixOf(before.har, about)
      const own = Object.keys(files)
      const mended = applySnippet(files, { main: about.main, own }, mend)
      keep(about.folder, mended, before.har, mend)
      await running(about, mended, async (server) => {
        const seen = await asked(server, PAGE, true)
        const har = await recording()
        expect(seen.map(statusOf), 'after').toEqual(about.asks.map(({ status }) => status))
        for (const [i, { exposes = [] }] of about.asks.entries())
          for (const name of exposes) expect(headersOf(seen[i]), `exposes ${name}`).toHaveProperty(name)
        for (const [i, one] of before.seen.entries())
          for (const name of Object.keys(headersOf(one)))
            expect(headersOf(seen[i]), `still exposes ${name}`).toHaveProperty(name)
        expect(await fix(har), 'nothing is left to mend').toEqual([])
        for (const stranger of STRANGERS)
          expect((await asked(server, stranger, false)).map(statusOf), stranger).toEqual(
            about.asks.map(() => 'blocked'),
          )
      })
    })
  })
}

async function fixOf(har: string, about: Project): Promise<ConfigurationFix> {
  const fixes = await fix(har, about.with === undefined ? {} : { for: about.with })
  const [mend] = fixes
  if (mend?.type !== 'configuration') throw new Error(`no configuration: ${JSON.stringify(fixes)}`)
  return mend
}

const statusOf = (seen: Seen): number | 'blocked' => (seen === 'blocked' ? seen : seen.status)
const headersOf = (seen: Seen | undefined) => (seen === undefined || seen === 'blocked' ? {} : seen.headers)

async function running<T>(about: Project, files: Files, work: (server: Running) => Promise<T>): Promise<T> {
  const behind =
    about.behind === undefined
      ? null
      : await start({ files: () => files, command: () => about.behind ?? [''] })
  try {
    const server = await start({
      files: (at) =>
        Object.fromEntries(
          Object.entries(files).map(([path, text]) => [
            path,
            text
              .replaceAll('{{PORT}}', String(at.port))
              .replaceAll('{{FOLDER}}', at.folder)
              .replaceAll('{{BEHIND}}', String(behind?.port)),
          ]),
        ),
      command: about.command,
    })
    try {
      return await work(server)
    } finally {
      await server.stop()
    }
  } finally {
    await behind?.stop()
  }
}

/** Returns the files of a project as they are in the repository. */
function filesIn(folder: string): Files {
  const root = fileURLToPath(new URL(`apps/${folder}/`, import.meta.url))
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    paths
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
  )
}

/** Keeps what was done to a project where `WHYCORS_KEEP` says. */
function keep(name: string, mended: Files, har: string, mend: ConfigurationFix): void {
  const folder = process.env['WHYCORS_KEEP']
  if (folder === undefined) return
  for (const [path, text] of Object.entries({
    ...mended,
    'before.har': har,
    'fix.json': JSON.stringify(mend, null, 2),
  })) {
    const file = join(folder, name, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
}
