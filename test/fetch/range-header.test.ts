import { describe, expect, it } from 'vitest'
import { parseSimpleRange } from '../../src/fetch/range-header.ts'

describe('parseSimpleRange', () => {
  it.each([
    ['bytes=0-255', 0n, 255n],
    ['bytes=0-', 0n, null],
    ['bytes=5-5', 5n, 5n],
    ['bytes=007-8', 7n, 8n],
    ['bytes=18446744073709551616-', 18446744073709551616n, null],
  ])('%s starts and ends as it says', (value, start, end) =>
    expect(parseSimpleRange(value)).toEqual({ start, end }),
  )

  it.each([
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=-500',
    'bytes=255-0',
    'bytes=0-1,3-4',
    'bytes=0',
    'bytes = 0-1',
    'bytes=0 -1',
    'bytes= 0-1',
    ' bytes=0-1',
    'bytes=0-1 ',
    'Bytes=0-1',
    'items=0-1',
    'bytes=+0-1',
    'bytes=0x1-2',
    'bytes=٠-١',
  ])('%j is no simple range', (value) => expect(parseSimpleRange(value)).toBe('failure'))
})
