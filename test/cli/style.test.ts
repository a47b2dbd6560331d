import { expect, it } from 'vitest'
import { makeStyle } from '../../src/cli/style.ts'

it.each([
  ['bold', '\x1b[1mwords\x1b[22m'],
  ['dim', '\x1b[2mwords\x1b[22m'],
  ['red', '\x1b[31mwords\x1b[39m'],
  ['green', '\x1b[32mwords\x1b[39m'],
  ['yellow', '\x1b[33mwords\x1b[39m'],
  ['cyan', '\x1b[36mwords\x1b[39m'],
] as const)('%s', (style, drawn) => {
  expect(makeStyle(true)[style]('words')).toBe(drawn)
  expect(makeStyle(true)[style]('')).toBe('')
  expect(makeStyle(false)[style]('words')).toBe('words')
})
