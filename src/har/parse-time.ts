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
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value <= 0) return null
    return value < leastMilliseconds ? value * 1000 : value
  }
  const match = typeof value === 'string' ? isoDateTime.exec(value.trim()) : null
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
