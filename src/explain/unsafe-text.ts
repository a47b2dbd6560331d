import { WITHHELD } from '../evidence/authored-headers.ts'
import { asciiLower } from '../fetch/header-list.ts'
import type { UnsafeHeader } from '../fetch/request-headers.ts'
import type { UnsafeBecause } from '../fetch/why-not-safelisted.ts'
import { code, type Text, text } from '../text/text.ts'

/** Returns why one header made a preflight necessary, with its value if the value is the reason. */
export function unsafeText({ header, because }: UnsafeHeader): Text {
  if (because === 'name' || header.value === WITHHELD)
    return text`the header ${code(asciiLower(header.name))}`
  return text`the header ${code(`${header.name}: ${header.value}`)}, ${REASON[because]}`
}

const REASON: Record<Exclude<UnsafeBecause, 'name'>, string> = {
  'value longer than 128 bytes': 'longer than 128 bytes',
  'unsafe byte': 'which has a byte that is not safelisted',
  'byte outside the language set': 'which has a byte not allowed in a language list',
  'Content-Type does not parse': "which isn't a MIME type",
  'Content-Type essence': "which isn't a form type or text/plain",
  'not a simple range': "which isn't a simple range like bytes=0-255",
  'total above 1024 bytes': 'as the safelisted values exceed 1024 bytes in total',
}
