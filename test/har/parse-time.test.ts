import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseTime } from '../../src/har/parse-time.ts'

const noon = Date.UTC(2026, 10, 21, 12)

it.each([
  ['2026-11-21T12:00:00.000Z', noon],
  ['2026-11-21T12:00:00Z', noon],
  ['2026-11-21T12:00Z', noon],
  ['2026-11-21T12:00:00', noon],
  ['2026-11-21T14:00:00.000+02:00', noon],
  ['2026-11-21T14:00:00.000+0200', noon],
  ['2026-11-21T06:30:00-05:30', noon],
  ['2026-11-21T12:00:00.5Z', noon + 500],
  ['2026-11-21T12:00:00.0012500Z', noon + 1.25],
  ['2026-11-21T12:00:00.123456789+00:00', noon + 123.456789],
  [noon + 0.5, noon + 0.5],
  [noon / 1000, noon],
])('reads %s', (value, expected) => expect(parseTime(value)).toBe(expected))

it.each([
  '',
  'yesterday',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-21',
  0,
  -5,
  Number.NaN,
  null,
  {},
])('reads no time from %j', (value) => expect(parseTime(value)).toBeNull())

it('agrees with Date.parse on every date that a browser writes', () => {
  const date = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(fc.property(date, (value) => parseTime(value.toISOString()) === value.getTime()))
})
