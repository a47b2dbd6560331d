import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { chromeEntry } from '../make-har.ts'
import { recording, whycors } from './run-whycors.ts'

const live = recording('chromium-live')

describe('input that cannot be read', () => {
  test.each([
    [
      'a recording that is cut off in its first entry',
      live.slice(0, 1000),
      /a\.har: not readable at byte 1000: /,
    ],
    ['something that is not JSON', 'hello', /a\.har: not readable at byte 0: /],
    ['an empty file', '', /a\.har: .*byte 0/],
    ['JSON that is no recording', '{"a": 1}', /a\.har: not a HAR file \(log: /],
    ['a broken value in the middle', '{"log": {"entries": [tru]}}', /not readable at byte 2\d/],
  ])('%s exits with 2 and one line that names file and place', async (_, file, expected) => {
    const { code, out, err } = await whycors(['explain', 'a.har'], { 'a.har': file })
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(expected)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('a recording that is cut off later is explained up to there, with a warning', async () => {
    const { code, out, err } = await whycors(['explain', 'a.har'], { 'a.har': live.slice(0, 70_000) })
    expect(code).toBe(1)
    expect(out).toMatch(/blocked/i)
    expect(err).toMatch(
      /^whycors: a\.har is incomplete \(the file ends inside an? \w+ at byte 70000\); only the part before that is explained\n$/,
    )
    const json = await whycors(['explain', '--format', 'json', 'a.har'], { 'a.har': live.slice(0, 70_000) })
    expect(JSON.parse(json.out).truncated).toEqual([
      { file: 'a.har', byteOffset: 70_000, why: expect.stringMatching(/^the file ends inside/) },
    ])
  })

  test('the exit code is that of what is whole, of which nothing need be known of its tool', async () => {
    const allowed = JSON.stringify(chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } }))
    const { code, out, err } = await whycors(['explain', 'a.har'], {
      'a.har': `{"log":{"entries":[${allowed},{"request":`,
    })
    expect(code).toBe(0)
    expect(out).toMatch(/^a\.har \(Chrome\)\n1 entry, 1 cross-origin request: 1 allowed/)
    expect(err).toContain('a.har is incomplete (the file ends inside a')
  })

  test('a file that is not there exits with 2', async () => {
    const { code, err } = await whycors(['gone.har'])
    expect([code, err]).toEqual([2, 'whycors: gone.har: no such file\n'])
  })
})

describe('wrong usage', () => {
  test.each([
    [
      ['--format', 'yaml', 'a.har'],
      /--format must be one of text, json, ndjson, markdown, sarif, junit, github, not "yaml"/,
    ],
    [['--engine', 'opera', 'a.har'], /--engine must be one of/],
    [['--origin', 'nowhere', 'a.har'], /--origin must be a URL/],
    [['--colour', 'a.har'], /there is no option "--colour"; see/],
    [['explain', '--brif', 'a.har'], /there is no option "--brif"; did you mean --brief\? See/],
    [['expl', 'a.har'], /there is no command "expl"; did you mean explain\? See/],
    [['fix', '--for', 'expres', 'a.har'], /--for can't be "expres"; did you mean express\?/],
    [['fix', '--proxy', 'vit', 'a.har'], /--proxy can't be "vit"; did you mean vite\?/],
    [['explain'], /name a HAR file/],
    [['rules', 'no-such-rule'], /there is no rule "no-such-rule"/],
  ])('%j exits with 2 and says what is wrong', async (args, expected) => {
    const { code, err } = await whycors(args, { 'a.har': live })
    expect(code).toBe(2)
    expect(err).toMatch(expected)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

test('- reads standard input', async () => {
  const { code, out } = await whycors(['explain', '-'], { '-': live })
  expect(code).toBe(1)
  expect(out).toContain('standard input (WebInspector 537.36, Chrome)')
})

test('--sample without a file explains the recording that comes with the tool', async () => {
  const { code, out } = await whycors(['explain', '--sample'], { 'sample.har': live })
  expect(code).toBe(1)
  expect(out).toContain('sample.har')
})

test('rules lists every rule, and says what one means', async () => {
  const { out } = await whycors(['rules'])
  expect(out).toContain(
    'allow-origin-trailing-slash\n    The allowed origin ends in a slash; an origin never does.\n',
  )
  expect((await whycors(['rules', 'method-case'])).out).toContain('methods are case-sensitive')
})

test('--help lists the commands and the exit codes', async () => {
  const { code, out } = await whycors(['--help'])
  expect(code).toBe(0)
  expect(out).toContain('whycors explain')
  expect(out).toContain('Exit code: 0 nothing blocked')
})

test('a fault of the program is one line and exit code 2, never a verdict', async () => {
  let err = ''
  const code = await run(['explain', 'a.har'], {
    read: async function* () {
      yield new TextEncoder().encode(live)
    },
    sample: 'sample.har',
    out: () => {
      throw new RangeError('Invalid string\nlength \u001b[31m')
    },
    err: (text) => {
      err += text
    },
    color: false,
    debug: false,
    width: 80,
    listWidth: 80,
  })
  expect(code).toBe(2)
  expect(err).toBe(
    'whycors: this is a bug in WhyCORS, please report it: Invalid string\\nlength \\u001b[31m\n',
  )
})
