import { transformSync } from 'esbuild'
import { parse as parseYaml } from 'yaml'
import { CurlError } from '../../src/curl/curl-error.ts'
import { curlUrl } from '../../src/fix/command/curl-url.ts'
import { parsePolicyEdit } from '../../src/fix/policy/edit-policy.ts'
import { writers } from '../../src/fix/writers.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { HeaderTextError } from '../../src/header-text/header-text-error.ts'
import { exchangeOfCurl } from '../../src/intake/exchange-of-curl.ts'
import { exchangesOfHeaders } from '../../src/intake/exchanges-of-headers.ts'
import { harOfPasted } from '../../src/intake/har-of-pasted.ts'
import { textKind } from '../../src/intake/text-kind.ts'
import { curlOf, escapeControl, isSkipped, parseEntry, redacting } from '../../src/internal.ts'
import { missedRequests } from '../../src/panel/live/missed-requests.ts'
import { parseLate, parsePageReport } from '../../src/panel/live/page-script.ts'
import { stoppedByMode } from '../../src/panel/live/stopped-by-mode.ts'
import { whycors } from '../cli/run-whycors.ts'
import {
  wrongInAnnotations,
  wrongInMarkdown,
  wrongInReport,
  wrongInSarif,
  wrongInTerminal,
} from './checks.ts'
import { hostileText, orHostile } from './hostile-text.ts'
import { listOfChecks } from './lists-of-checks.ts'
import { curlText, headerText, mutated, sentence, structuredHar } from './make-input.ts'
import type { Random } from './random.ts'

/** What one input came to. */
export interface Outcome {
  /** How long the input is, in characters. */
  readonly size: number
  /** What is wrong; null for nothing. */
  readonly wrong: string | null
  /** A command line to be read by real shells, if there is one. */
  readonly curl?: CurlLine
}

/** A command line, and the URL that a shell must read from it. */
export interface CurlLine {
  readonly command: string
  readonly url: string
}

/** Makes an input from random numbers, has it read, and checks what comes out. */
export type Kind = (random: Random) => Promise<Outcome>

const FORMATS: readonly (readonly [args: readonly string[], wrong: (out: string) => string | null])[] = [
  [['explain', '--all'], wrongInTerminal],
  [['explain', '--all', '--format', 'markdown'], (out) => wrongInMarkdown(out)],
  [['explain', '--all', '--format', 'json'], wrongInReport],
  [['explain', '--all', '--format', 'sarif'], wrongInSarif],
  [['explain', '--all', '--format', 'junit'], wrongInTerminal],
  [['explain', '--all', '--format', 'github'], wrongInAnnotations],
  [['fix', '--for', 'express'], wrongInTerminal],
]

/** Runs a command on a recording; whatever is wrong with its output or its exit code comes back. */
async function command(random: Random, file: string | Uint8Array): Promise<string | null> {
  const [args, wrong] = random.pick(FORMATS)
  const { code, out, err } = await whycors([...args, 'a.har'], { 'a.har': file })
  if (/this is a bug|bug in WhyCORS/i.test(err)) return err
  return wrongInTerminal(err) ?? (code === 2 || out === '' ? null : wrong(out))
}

const structured: Kind = async (random) => {
  const text = structuredHar(random)
  const curl = curlOfFirst(text)
  const outcome = { size: text.length, wrong: await command(random, text) }
  return curl === null ? outcome : { ...outcome, curl }
}

function curlOfFirst(text: string): CurlLine | null {
  const [entry] = readHarText(text, 0, 'a.har').entries
  if (entry === undefined) return null
  const command = curlOf(entry, { redaction: redacting, body: null, origin: null, shell: 'bash' })
  const url = curlUrl(redacting.url(curlUrl(entry.request.url) ?? ''))
  return command === null || url === null ? null : { command, url }
}

const bytes: Kind = async (random) => {
  const file = mutated(random, structuredHar(random))
  return { size: file.length, wrong: await command(random, file) }
}

const sentences: Kind = async (random) => {
  const text = sentence(random)
  const { out, err } = await whycors(['rules', text])
  return { size: text.length, wrong: /this is a bug/.test(err) ? err : wrongInTerminal(out + err) }
}

const policies: Kind = async (random) => {
  const list = (): string => Array.from({ length: 1 + random.below(3) }, () => hostileText(random)).join(',')
  const words = [
    `origins=${random.oneIn(2) ? 'https://app.example' : list()}`,
    `headers=${list()}`,
    `methods=${list()}`,
  ]
  if (random.oneIn(2)) words.push(`expose=${list()}`)
  const text = words.join(',')
  parsePolicyEdit(text)
  const policy = {
    origins: ['https://app.example', orHostile(random, 'https://b.example', 3)] as const,
    methods: ['GET', orHostile(random, 'PUT', 2)],
    headers: [orHostile(random, 'x-a', 2)],
    exposed: [orHostile(random, 'x-b', 2)],
    credentials: random.oneIn(2),
    maxAge: random.oneIn(2) ? 600 : null,
  }
  const writer = random.pick(writers)
  const written = writer.generate(policy, 'https://api.test/items')
  const size = text.length
  if (written.type !== 'snippet') return { size, wrong: null }
  const wrong = wrongInCode(writer.language, written.code)
  return { size, wrong: wrong === null ? null : `${writer.id}: ${wrong}\n${written.code}` }
}

function wrongInCode(language: string, code: string): string | null {
  try {
    // One document, or one of each line for as many requests.
    if (language === 'json')
      /\}\n\{/.test(code)
        ? code
            .trim()
            .split(/(?<=\})\n(?=\{)/)
            .map((one) => JSON.parse(one))
        : JSON.parse(code)
    else if (language === 'yaml') parseYaml(code, { logLevel: 'silent' })
    else if (language === 'javascript' || language === 'typescript') isScript(code)
    return null
  } catch (error) {
    return String(error).slice(0, 300)
  }
}

/** Some snippets are what goes into an object. */
function isScript(code: string): void {
  try {
    transformSync(code, { loader: 'ts', logLevel: 'silent' })
  } catch {
    transformSync(`(${code.startsWith('{') ? code : `{${code}}`})`, { loader: 'ts', logLevel: 'silent' })
  }
}

const pages: Kind = async (random) => {
  const anything = (depth = 0): unknown =>
    random.pick<() => unknown>([
      () => hostileText(random),
      () => random.pick([0, -1, 1e300, Number.NaN, null, undefined, true]),
      () => (depth > 3 ? null : Array.from({ length: random.below(4) }, () => anything(depth + 1))),
      () => (depth > 3 ? null : { length: 1e300, url: hostileText(random), calls: anything(depth + 1) }),
    ])()
  const call = () => ({
    by: 'fetch',
    url: orHostile(random, 'https://api.test/', 3),
    method: anything(),
    mode: orHostile(random, 'cors', 3),
    credentials: orHostile(random, 'include', 3),
    status: anything(),
    time: random.oneIn(3) ? anything() : random.below(1e6),
  })
  const lists = {
    calls: random.oneIn(4) ? anything() : [call(), call()],
    outcomes: random.oneIn(4) ? anything() : [call()],
  }
  const answer = random.oneIn(6)
    ? anything()
    : { ...lists, origin: anything(), now: anything(), document: anything() }
  const told = [
    parsePageReport(answer),
    parseLate(answer, []),
    stoppedByMode(answer),
    missedRequests(answer, [], { since: 0, until: 1e9 }),
  ]
  const count = Number(told[3])
  return { size: 100, wrong: count >= 0 && count <= 5000 ? null : `a count of ${count}` }
}

const pasted =
  (make: (random: Random) => string, read: (text: string) => readonly unknown[]): Kind =>
  async (random) => {
    const text = make(random)
    const size = text.length
    textKind(text)
    try {
      const exchanges = read(text)
      const { har } = harOfPasted(exchanges as never, {
        url: 'https://api.test/',
        origin: 'https://app.example',
      })
      return { size, wrong: await command(random, JSON.stringify(har)) }
    } catch (error) {
      if (!(error instanceof CurlError || error instanceof HeaderTextError)) throw error
      return { size, wrong: wrongInTerminal(escapeControl(error.message)) }
    }
  }

const entries: Kind = async (random) => {
  const anything = (depth: number): unknown =>
    random.oneIn(3) || depth > 4
      ? hostileText(random)
      : Object.fromEntries(
          Array.from({ length: 3 }, () => [
            random.pick([
              'request',
              'response',
              'headers',
              'url',
              'status',
              '_error',
              'content',
              'name',
              '__proto__',
            ]),
            anything(depth + 1),
          ]),
        )
  const parsed = parseEntry(anything(0), 0, 0)
  return {
    size: 200,
    wrong: isSkipped(parsed) || parsed.request.url !== '' ? null : 'an entry without a URL',
  }
}

/** Everything that takes input from strangers, with how often it gets one. */
export const KINDS: readonly (readonly [name: string, share: number, kind: Kind])[] = [
  ['structured recordings', 8, structured],
  ['recordings with changed bytes', 6, bytes],
  ['entries of anything', 2, entries],
  ['console sentences', 4, sentences],
  ['policies', 4, policies],
  ['answers of pages', 3, pages],
  ['pasted curl commands', 3, pasted(curlText, (text) => [exchangeOfCurl(text)])],
  ['lists of checks', 3, listOfChecks],
  ['pasted headers', 3, pasted(headerText, exchangesOfHeaders)],
]
