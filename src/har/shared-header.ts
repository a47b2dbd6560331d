import type { Header } from '../fetch/header-list.ts'
import { RecordedHeader } from './recorded-header.ts'

/** How many headers are remembered before the memory is cleared, and how long each may be. */
const MOST = 4096
const LONGEST = 300

let byName = new Map<string, Map<string, Header>>()
let count = 0

/**
 * Returns a header, mostly the same object for the same name and value: recordings repeat a few dozen headers in every
 * entry, so one copy of each is enough.
 */
export function sharedHeader(name: string, value: string): Header {
  const known = byName.get(name)?.get(value)
  if (known !== undefined) return known
  const header = new RecordedHeader(name, value)
  if (name.length + value.length <= LONGEST) remember(header)
  return header
}

function remember(header: Header): void {
  if (count === MOST) {
    byName = new Map()
    count = 0
  }
  count += 1
  const values = byName.get(header.name)
  if (values === undefined) byName.set(header.name, new Map([[header.value, header]]))
  else values.set(header.value, header)
}
