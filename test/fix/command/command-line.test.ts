import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandLine, type Option } from '../../../src/fix/command/command-line.ts'
import { curlUrl } from '../../../src/fix/command/curl-url.ts'
import { argvOf, nativeLine, powershellWords, typedIntoCmd } from './windows-shells.ts'

const VARIABLES = { path: 'C:\\Windows', comspec: 'cmd.exe', a: '&calc&', '1': 'one' }

const HOSTILE = [
  'https://api.test/a&calc&',
  "it's; `id` $(id) $HOME !x",
  '%PATH% %PATH:~0,3% 100% %a%b% %%',
  'a"b" \\" \\\\" & "',
  '^ ^^ ^& ^"',
  '<a> | b > c (d) {e} [f] *?',
  "‘a’ ‚b‛ “c” 'd''",
  '@file -x --y /z',
  'naïve 日本 •••',
  'a  b\tc',
  ';=,~#$',
]

const value = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }),
  fc
    .array(fc.constantFrom('"', '\\', '^', '%', 'a', ' ', '&', "'", '’', '|', '!', '(', '%PATH%', '`', '$'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
)

/** A URL or a header never ends in a backslash, which PowerShell would take for an escape. */
const values = fc.array(
  value.map((one) => (one.endsWith('\\') ? `${one} ` : one)),
  { minLength: 1, maxLength: 4 },
)

const optionsOf = (all: readonly string[]): readonly (readonly Option[])[] => [
  [['--silent']],
  ...all.map((one): readonly Option[] => [['--header', one]]),
]

const wordsOf = (all: readonly string[]): readonly string[] => [
  '--silent',
  ...all.flatMap((one) => ['--header', one]),
]

describe('what a shell makes of a command is what was meant, byte for byte', () => {
  it.each(['bash', 'dash'])('%s', (shell) => {
    fc.assert(
      fc.property(values, (all) => {
        const command = commandLine(optionsOf(all), 'bash')
        const printed = execFileSync(shell, ['-c', `curl() { printf '%s\\0' "$@"; }; ${command}`], {
          encoding: 'utf8',
        })
        expect(printed.split('\0').slice(0, -1)).toEqual(wordsOf(all))
      }),
      { numRuns: 80, examples: [[HOSTILE], [['a\nb\n']]] },
    )
  })

  it('cmd', () => {
    fc.assert(
      fc.property(values, (all) => {
        const commands = typedIntoCmd(commandLine(optionsOf(all), 'cmd'), VARIABLES)
        expect(commands).toHaveLength(1)
        expect(argvOf(commands[0] ?? '')).toEqual(wordsOf(all))
      }),
      { numRuns: 1000, examples: [[HOSTILE], [['a\nb\n', 'a\\']]] },
    )
  })

  it.each([true, false])('PowerShell (before 7.3: %s)', (isOld) => {
    fc.assert(
      fc.property(values, (all) => {
        const written = commandLine(optionsOf(all), 'powershell')
        const [, wrapped] = /^& \{ \$PSNativeCommandArgumentPassing = 'Legacy'; (.*) \}$/s.exec(written) ?? []
        const words = powershellWords(wrapped ?? written)
        expect(words[0]).toBe('curl.exe')
        expect(argvOf(nativeLine(words, isOld || wrapped !== undefined))).toEqual(wordsOf(all))
      }),
      { numRuns: 1000, examples: [[HOSTILE], [['a\nb']]] },
    )
  })
})

describe('a URL for curl', () => {
  it.each([
    ['https://api.test/a b\n"c"#top', 'https://api.test/a%20b%22c%22'],
    ['HTTP://API.test', 'http://api.test/'],
    ['https://api.test/?token=•••', 'https://api.test/?token=•••'],
    ['https://•••@api.test/', 'https://•••@api.test/'],
    ['https://•••.api.test:8443/•••', 'https://•••.api.test:8443/•••'],
    ['https://a.•••/xn--nvgaa/', 'https://a.•••/xn--nvgaa/'],
  ])('%j is %s', (url, asked) => expect(curlUrl(url)).toBe(asked))

  it.each([
    'file:///etc/passwd',
    'gopher://api.test/_x',
    'ftp://api.test/',
    'data:text/plain,x',
    '-K/etc/x',
    '',
  ])('there is none for %j', (url) => expect(curlUrl(url)).toBeNull())
})
