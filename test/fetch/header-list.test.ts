import { describe, expect, it } from 'vitest'
import {
  asciiLower,
  extractHeaderListValues,
  get,
  isName,
  isToken,
  trimOws,
  valuesOf,
} from '../../src/fetch/header-list.ts'
import { headers } from './records.ts'

const NAME = 'Access-Control-Allow-Methods'
const extract = (...values: readonly string[]) =>
  extractHeaderListValues(
    values.map((value) => ({ name: NAME, value })),
    NAME,
  )

describe('get', () => {
  it('joins the values of repeated lines with a comma and a space, in order', () => {
    const list = headers('A: 1', 'B: 2', 'a: 3', 'A:')
    expect(get(list, 'a')).toBe('1, 3, ')
    expect(valuesOf(list, 'A')).toEqual(['1', '3', ''])
  })

  it('tells a header without a value from a header that is not there', () => {
    expect(get(headers('A:'), 'A')).toBe('')
    expect(get(headers('A:'), 'B')).toBeNull()
    expect(get([], 'A')).toBeNull()
  })
})

describe('names', () => {
  it.each([
    ['Content-Type', 'content-type', true],
    ['X-Å', 'x-Å', true],
    ['X-Å', 'x-å', false],
    ['X-K', 'X-\u212a', false],
    ['X', 'XX', false],
    ['', '', true],
  ])('isName(%j, %j) is %s', (a, b, same) => expect(isName(a, b)).toBe(same))

  it('asciiLower leaves letters beyond ASCII alone', () =>
    expect(asciiLower('AZÅ\u212a-[')).toBe('azÅ\u212a-['))
})

describe('extractHeaderListValues', () => {
  it('is null where the header is missing', () => expect(extractHeaderListValues([], NAME)).toBeNull())

  it.each<[string, readonly string[], readonly string[]]>([
    ['one item', ['PUT'], ['PUT']],
    ['items with whitespace around them', [' PUT ,\tDELETE\t, PATCH'], ['PUT', 'DELETE', 'PATCH']],
    ['a comma without a space', ['PUT,DELETE'], ['PUT', 'DELETE']],
    ['empty items', [',PUT,, ,DELETE,'], ['PUT', 'DELETE']],
    ['an empty value', [''], []],
    ['a value of commas alone', [', ,'], []],
    ['repeated lines', ['PUT', 'DELETE, PATCH'], ['PUT', 'DELETE', 'PATCH']],
    ['repeated items', ['PUT, PUT'], ['PUT', 'PUT']],
    ['letter case as it came', ['Put, put'], ['Put', 'put']],
    ['the wildcard, a token like any other', ['*'], ['*']],
    ['every character of a token', ["!#$%&'*+-.^_`|~09azAZ"], ["!#$%&'*+-.^_`|~09azAZ"]],
  ])('reads %s', (_, values, expected) => expect(extract(...values)).toEqual(expected))

  it.each<[string, readonly string[]]>([
    ['a space within an item', ['GET PUT']],
    ['a semicolon', ['GET; PUT']],
    ['quotes', ['"PUT"']],
    ['a JSON array', ['["PUT"]']],
    ['parentheses', ['PUT (all)']],
    ['a slash', ['GET/PUT']],
    ['a character beyond ASCII', ['PUT, MÜT']],
    ['a control character', ['PUT\u0001']],
    ['one bad line among good ones', ['PUT', 'a b']],
  ])('fails on %s', (_, values) => expect(extract(...values)).toBe('failure'))
})

describe('tokens and whitespace', () => {
  it.each(['', ' ', 'a b', 'a,b', 'a:b', 'a@b', 'é', 'a\n'])('%j is no token', (value) =>
    expect(isToken(value)).toBe(false),
  )

  it('trimOws takes tabs and spaces off the ends, and nothing else', () =>
    expect(trimOws(' \t\na b\u00a0 \t')).toBe('\na b\u00a0'))
})
