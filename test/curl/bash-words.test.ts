import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bashWords } from '../../src/curl/bash-words.ts'

const plain = fc.string({ unit: fc.constantFrom(...'abc -=:/\\"$`!?*é€'), maxLength: 8 })
const piece = fc.oneof(
  plain.map((text) => `'${text}'`),
  plain.map((text) => `"${text.replace(/[\\$`"]/g, '\\$&')}"`),
  plain.map((text) => `$'${text.replace(/[\\]/g, '\\\\')}'`),
  fc.constantFrom(
    "$'\\x41\\u00e9\\101\\n\\t\\e\\ca\\q'",
    "$'\\'\\\\'",
    '\\a',
    '\\\n',
    'x',
    '\\"',
    "$'\\xc3\\xa9\\x41'",
    '"\\\n\\x"',
  ),
)
const words = fc.array(
  fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `x${pieces.join('')}`),
  {
    minLength: 1,
    maxLength: 6,
  },
)

it('words are those that Bash makes', () => {
  const commands = fc.sample(words, { numRuns: 200, seed: 7 }).map((list) => list.join(' '))
  const script = commands.map((command) => `printf '%s\\0' ${command}; printf '\\1\\0'`).join('\n')
  const printed = execFileSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const made = printed.split('\x01\0').slice(0, -1)
  expect(
    commands.map((command) =>
      bashWords(command, 0)
        .words.map(({ text }) => `${text}\0`)
        .join(''),
    ),
  ).toEqual(made)
})
