import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HarSyntaxError } from '../../../src/har/har-error.ts'
import { JsonReader } from '../../../src/har/scan/json-reader.ts'

/** Reads JSON and keeps nothing of it. */
class Checking extends JsonReader {
  protected begins(): void {}
  protected ended(): void {}
  protected closes(): void {}
  protected named(): void {}
  protected chunkEnds(): void {}
}

/** Returns where a text first isn't JSON, read in pieces of a size. */
function findJsonError(text: Uint8Array, size = text.length || 1) {
  const reader = new Checking()
  try {
    for (let at = 0; at < text.length; at += size) reader.feed(text.subarray(at, at + size))
    reader.end()
    return null
  } catch (error) {
    if (!(error instanceof HarSyntaxError)) throw error
    return { byteOffset: error.byteOffset, reason: error.reason }
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

it('finds no error in JSON', () => {
  fc.assert(fc.property(fc.json(), (text) => findJsonError(bytes(text)) === null))
  fc.assert(
    fc.property(fc.jsonValue(), (value) => findJsonError(bytes(JSON.stringify(value, null, 2))) === null),
  )
})

it('finds an error in just the texts that JSON.parse refuses', () => {
  const alphabet = [...'{}[]:,"\\/u0019eE+-. \n\ttrufalsn\u0001é']
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), (text) => {
      const error = findJsonError(bytes(text))
      expect(error === null).toBe(parses(text))
      for (const size of [1, 2, 3]) expect(findJsonError(bytes(text), size)).toEqual(error)
    }),
    { numRuns: 5000 },
  )
})

it('points to the end of a text that is cut off', () => {
  const whole = '{"é": [1, -2.5e+3, true, null, "\\u00e9\\n", {}], "b": {"c": []}}'
  for (let length = 0; length < bytes(whole).length; length++) {
    const cut = bytes(whole).subarray(0, length)
    expect(findJsonError(cut)).toEqual({
      byteOffset: length,
      reason: length === 0 ? 'the file is empty' : expect.stringContaining('the file ends'),
    })
  }
})

it.each([
  ['[1,]', 3, 'expected a value'],
  ['{"a" 1}', 5, 'expected ":"'],
  ['{"a":1 "b":2}', 7, 'expected "," or "}"'],
  ['{a:1}', 1, 'expected a property name in quotes'],
  ['{"a":1,}', 7, 'expected a property name in quotes'],
  ['[01]', 2, 'expected "," or "]"'],
  ['["é\\x"]', 5, 'an unknown escape inside a string'],
  ['["a\nb"]', 3, 'a control character inside a string'],
  ['{} {}', 3, 'more data after the end of the JSON value'],
  ['<!doctype html>', 0, 'expected a value'],
  ['[nul]', 4, 'expected true, false or null'],
])('says what is wrong in %s', (text, byteOffset, reason) => {
  expect(findJsonError(bytes(text))).toEqual({ byteOffset, reason })
})

it('does not overflow on deep nesting', () => {
  expect(findJsonError(bytes('['.repeat(300_000)))?.byteOffset).toBe(300_000)
})
