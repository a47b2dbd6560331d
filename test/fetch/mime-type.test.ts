import { describe, expect, it } from 'vitest'
import { mimeTypeEssence } from '../../src/fetch/mime-type.ts'

describe('mimeTypeEssence', () => {
  it.each([
    ['text/plain', 'text/plain'],
    ['Text/PLAIN', 'text/plain'],
    ['text/plain;charset=utf-8', 'text/plain'],
    ['text/plain ; charset', 'text/plain'],
    ['text/plain;', 'text/plain'],
    ['text/plain;;;=;"', 'text/plain'],
    [' \t\r\ntext/plain \n', 'text/plain'],
    ['application/vnd.api+json', 'application/vnd.api+json'],
    ['multipart/form-data; boundary=----x', 'multipart/form-data'],
    ['a/b', 'a/b'],
  ])('%j is %s', (input, essence) => expect(mimeTypeEssence(input)).toBe(essence))

  it.each([
    '',
    'text',
    'text/',
    '/plain',
    '/',
    ';charset=utf-8',
    'text /plain',
    'text/ plain plain',
    'text/plain, text/html',
    'text/plain/html',
    'te(xt/plain',
    'tëxt/plain',
  ])('%j does not parse', (input) => expect(mimeTypeEssence(input)).toBeNull())

  it('trims whitespace after the subtype only: what precedes the slash belongs to the type', () => {
    expect(mimeTypeEssence('text/plain\t;x=y')).toBe('text/plain')
    expect(mimeTypeEssence('text\t/plain')).toBeNull()
  })
})
