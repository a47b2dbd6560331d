import { describe, expect, it } from 'vitest'
import { curlUrl } from '../../src/fix/command/curl-url.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { curlOf, redactionFor } from '../../src/internal.ts'
import { whycors } from '../cli/run-whycors.ts'
import { wrongInAnnotations, wrongInReport, wrongInSarif, wrongInTerminal } from '../fuzz/checks.ts'
import { shells, wrongInShell } from '../fuzz/shells.ts'
import { OUTPUTS } from '../redact/places/outputs.ts'
import { CHARACTERS } from './cases/characters.ts'
import { LISTS } from './cases/lists.ts'
import { MARKUP } from './cases/markup.ts'
import { NUMBERS_AND_TIMES } from './cases/numbers.ts'
import { PLANTED } from './cases/planted.ts'
import { SHAPES } from './cases/shapes.ts'
import { wrongOnGitHub } from './wrong-on-github.ts'

const CASES = [...CHARACTERS, ...MARKUP, ...SHAPES, ...NUMBERS_AND_TIMES, ...LISTS, ...PLANTED]

type Wrong = (out: string) => string | null
const isJson: Wrong = (out) => (JSON.parse(out) === undefined ? 'no JSON' : null)

const isLines: Wrong = (out) =>
  out
    .trim()
    .split('\n')
    .map(isJson)
    .find((wrong) => wrong !== null) ?? null

/** Every command that reads a recording, with what its output is checked for besides. */
const COMMANDS: readonly (readonly [args: readonly string[], wrong: Wrong])[] = [
  [['explain', '--all', 'A'], wrongInTerminal],
  [['explain', '--all', '--full', 'A'], wrongInTerminal],
  [['explain', '--brief', 'A'], wrongInTerminal],
  [['explain', '--all', '--format', 'markdown', 'A'], wrongOnGitHub],
  [['explain', '--all', '--full', '--format', 'markdown', 'A'], wrongOnGitHub],
  [['explain', '--all', '--format', 'json', 'A'], wrongInReport],
  [['explain', '--all', '--format', 'sarif', 'A'], wrongInSarif],
  [['explain', '--all', '--format', 'junit', 'A'], () => null],
  [['explain', '--all', '--format', 'github', 'A'], wrongInAnnotations],
  [['fix', '--for', 'express', 'A'], wrongInTerminal],
  [['fix', '--for', 'nginx', 'A'], wrongInTerminal],
  [['fix', '--for', 'spring-security', 'A'], wrongInTerminal],
  [['fix', '--for', 'caddy', '--shell', 'powershell', 'A'], wrongInTerminal],
  [['diff', 'A', 'B'], wrongInTerminal],
  [['diff', 'B', 'A', '--format', 'markdown'], wrongOnGitHub],
  [['diff', 'A', 'B', '--format', 'json'], isJson],
  [['merge', 'REPORT', 'REPORT'], wrongInTerminal],
  [['merge', 'REPORT', '--format', 'ndjson'], isLines],
  [['merge', 'REPORT', '--format', 'json'], wrongInReport],
]

const PANEL = [
  'panel',
  'list of the panel',
  'form of the panel',
  'markdown of the panel',
  'HAR of the panel',
  'session as markdown',
  'link',
  'curl of the panel',
]

const EMPTY = '{"log":{"entries":[]}}'

describe.each(CASES)('a recording with $what', ({ har, says, never = [] }) => {
  const text = har()

  it('goes through every command', async () => {
    const report = (await whycors(['explain', '--all', '--format', 'json', 'A'], { A: text })).out
    const files = { A: text, B: EMPTY, REPORT: report }
    const faults: string[] = []
    for (const [args, wrong] of COMMANDS) {
      if (args.includes('REPORT') && report === '') continue
      const { code, out, err } = await whycors(args, files)
      const fault =
        (/this is a bug|bug in WhyCORS|has no \w+ format/i.test(err) || code > 2 ? `${code} ${err}` : null) ??
        wrongInTerminal(out + err) ??
        (out === '' ? null : wrong(out)) ??
        never.find((secret) => (out + err).includes(secret)) ??
        null
      if (fault !== null) faults.push(`${args.join(' ')}: ${fault}`)
      if (args.join(' ') === 'explain --all A') expect((out + err).replace(/\n +/g, ' ')).toMatch(says)
    }
    expect(faults).toEqual([])
  })

  it('is shown in the panel, and copied from it', async () => {
    if (!isRead(text)) return
    const faults: string[] = []
    for (const name of PANEL) {
      const shown = (await OUTPUTS[name]?.of(text, false)) ?? ''
      const fault =
        (name.includes('markdown') ? wrongOnGitHub(shown) : null) ??
        (/HAR|link|JSON/.test(name) ? null : wrongInTerminal(shown)) ??
        never.find((secret) => shown.includes(secret)) ??
        null
      if (fault !== null) faults.push(`${name}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})

function isRead(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text).log.entries)
  } catch {
    return false
  }
}

it.each(shells)('%s reads the curl commands of all of them byte for byte', (shell) => {
  const lines = CASES.flatMap(({ har }) => {
    const text = har()
    if (!isRead(text)) return []
    const { entries } = readHarText(text, 0, 'a.har')
    const redaction = redactionFor(false)
    for (const entry of entries) redaction.note(entry)
    return entries.slice(0, 20).flatMap((entry) => {
      const command = curlOf(entry, { redaction, body: null, origin: null, shell: 'bash' })
      const url = curlUrl(redaction.url(curlUrl(entry.request.url) ?? ''))
      return command === null || url === null || command.length > 20_000 ? [] : [{ command, url }]
    })
  })
  expect(lines.length).toBeGreaterThan(100)
  expect(wrongInShell(shell, lines)).toBe(null)
})
