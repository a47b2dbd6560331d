const isoDateTime =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(?:[Zz]|([+-])(\d\d):?(\d\d)?)?$/

/** Numbers below this are seconds: as milliseconds they would lie before 1973. */
const leastMilliseconds = 1e11

/**
 * Returns the milliseconds since the epoch for an ISO 8601 date and time, or for a number of milliseconds or seconds;
 * null if `value` is neither. Unlike `Date.parse`, it keeps fractions of a millisecond, because requests are sorted by
 * them. Without a time zone, UTC is assumed: only differences matter.
 */
export function parseTime(value: unknown): number | null {
  if (typeof value === 'string') return usualTime(value) ?? timeOf(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value <= 0) return null
    return value < leastMilliseconds ? value * 1000 : value
  }
  return null
}

function timeOf(text: string): number | null {
  const match = isoDateTime.exec(text.trim())
  if (match === null) return null
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second = '0',
    fraction = '',
    sign,
    zoneHour = '0',
    zoneMinute = '0',
  ] = match
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const isRealDay = new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`)
  if (!isRealDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const milliseconds = Number(`${fraction.slice(0, 3).padEnd(3, '0')}.${fraction.slice(3)}`)
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000 * (sign === '-' ? -1 : 1)
  return midnight + seconds * 1000 + milliseconds - zone
}

/** The day that was met last: a recording has few. */
let day = ''
let midnight: number | null = null

/** Returns the time of a text as browsers write it, `2026-01-01T00:00:00.000Z`; null for any other. */
function usualTime(text: string): number | null {
  if (text.length !== 24 || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return null
  if (text[19] !== '.' || text[23] !== 'Z') return null
  if (!text.startsWith(day) || day === '') {
    day = text.slice(0, 10)
    midnight = timeOf(`${day}T00:00`)
  }
  const hour = digitsAt(text, 11, 2)
  const minute = digitsAt(text, 14, 2)
  const second = digitsAt(text, 17, 2)
  const milliseconds = digitsAt(text, 20, 3)
  const isRight = hour <= 23 && minute <= 59 && second <= 60 && milliseconds >= 0
  return isRight && hour >= 0 && minute >= 0 && second >= 0 && midnight !== null
    ? midnight + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
    : null
}

/** Returns the number that some digits make; less than 0 if they are none. */
function digitsAt(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
