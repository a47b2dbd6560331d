import { asciiLower } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { type ApiResponse, hasCome } from '../../reading/api-response.ts'
import type { Reader } from '../../reading/siblings.ts'
import { fingerprints } from './index.ts'
import { BODY, type Sign, URL_ALONE } from './sign.ts'

/** Reads, by origin, the responses that have different signs. */
export const signReader: Reader = {
  shelf: ({ entry, ...answer }) => (hasCome({ entry, ...answer }) ? originOf(entry.request.url) : null),
  by: (answer) =>
    [...signsOf(answer)]
      .map((sign) => numbers.get(sign) ?? 0)
      .sort((a, b) => a - b)
      .join(' '),
}

/** Returns the signs that a response shows. Those that throw are included, so that they're evaluated again and reported. */
export function signsOf(answer: ApiResponse): ReadonlySet<Sign> {
  let found = known.get(answer)
  if (found !== undefined) return found
  try {
    found = signsIn(answer)
  } catch {
    found = new Set(numbers.keys())
  }
  known.set(answer, found)
  return found
}

const known = new WeakMap<ApiResponse, ReadonlySet<Sign>>()

const numbers = new Map(fingerprints.flatMap(({ signs }) => signs).map((sign, number) => [sign, number]))

/** The signs that need a header or a part of the entry. */
const byNeed = grouped()

function grouped(): ReadonlyMap<Sign['needs'], readonly Sign[]> {
  const groups = new Map<Sign['needs'], Sign[]>()
  for (const sign of numbers.keys()) {
    const same = groups.get(sign.needs)
    if (same === undefined) groups.set(sign.needs, [sign])
    else same.push(sign)
  }
  return groups
}

function signsIn(answer: ApiResponse): ReadonlySet<Sign> {
  const { headers, errorBody } = answer.entry.response
  const shown = new Set<Sign>()
  const take = (needs: Sign['needs']): void => {
    for (const sign of byNeed.get(needs) ?? []) if (isShown(sign, answer)) shown.add(sign)
  }
  take(URL_ALONE)
  if (errorBody !== null) take(BODY)
  for (const name of new Set(headers.map((header) => asciiLower(header.name)))) take(name)
  return shown
}

function isShown(sign: Sign, answer: ApiResponse): boolean {
  try {
    return sign.shows(answer) !== null
  } catch {
    return true
  }
}
