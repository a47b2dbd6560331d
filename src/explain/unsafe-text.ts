import { WITHHELD } from '../evidence/authored-headers.ts'
import { asciiLower } from '../fetch/header-list.ts'
import type { UnsafeHeader } from '../fetch/request-headers.ts'
import type { UnsafeBecause } from '../fetch/why-not-safelisted.ts'
import { code, type Inline, joinedItems, type Text, text } from '../text/text.ts'

/** Returns which headers made a preflight necessary, each with its value if the value is the reason. */
export function unsafeText(headers: readonly UnsafeHeader[]): Text {
  const [only] = headers
  if (headers.length === 1 && only !== undefined) {
    const reason = reasonOf(only)
    return reason === null ? text`the header ${shown(only)}` : text`the header ${shown(only)}, ${reason}`
  }
  const itemAt = (i: number): Text => {
    const one = headers[i]
    if (one === undefined) return []
    const reason = reasonOf(one)
    return reason === null ? [shown(one)] : [shown(one), ` (${reason})`]
  }
  return text`the headers ${joinedItems(headers.length, itemAt)}`
}

const shown = ({ header, because }: UnsafeHeader): Inline =>
  code(
    because === 'name' || header.value === WITHHELD
      ? asciiLower(header.name)
      : `${header.name}: ${header.value}`,
  )

const reasonOf = ({ header, because }: UnsafeHeader): string | null =>
  because === 'name' || header.value === WITHHELD ? null : REASON[because]

const REASON: Record<Exclude<UnsafeBecause, 'name'>, string> = {
  'value longer than 128 bytes': 'longer than 128 bytes',
  'unsafe byte': 'which has a byte that is not safelisted',
  'byte outside the language set': 'which has a byte not allowed in a language list',
  'Content-Type does not parse': "which isn't a MIME type",
  'Content-Type essence': "which isn't a form type or text/plain",
  'not a simple range': "which isn't a simple range like bytes=0-255",
  'total above 1024 bytes': 'as the safelisted values exceed 1024 bytes in total',
}
