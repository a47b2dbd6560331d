/** Ordinary words: `open`, `en-US`, `Bad Request`, `camelCase`, `UPPER_CASE`; no long sequence of letters. */
const WORDS =
  /^(?:[A-Za-z][a-z]{0,20}(?:[A-Z][a-z]{1,20}){0,3}|[A-Z]{2,20})(?:[-_. /](?:[A-Za-z][a-z]{0,20}|[A-Z]{2,20})){0,5}$/

/** A moment, as ISO 8601 or HTTP write it. */
const DATE =
  /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?|[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)$/

/** Counts, times, versions, prices; longer ones may be card or account numbers. */
const NUMBER = /^[vV]?[-+]?\d{1,12}(?:[.:,]\d{1,6}){0,3}(?:%|ms|s|px|kb|mb)?$/i

const FLAG = /^(?:true|false|yes|no|on|off|[01])$/i

/** Reports whether a value is a plain word or number, which is useful and not secret. */
export const isPlain = (value: string): boolean =>
  value.length <= 60 && (isFlag(value) || NUMBER.test(value) || WORDS.test(value) || DATE.test(value))

/** Reports whether a value can only be yes or no. */
export const isFlag = (value: string): boolean => FLAG.test(value)
