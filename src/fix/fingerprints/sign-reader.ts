import { asciiLower } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { type ApiResponse, hasCome } from '../../reading/api-response.ts'
import type { Reader } from '../../reading/siblings.ts'
import { fingerprints } from './index.ts'
import { BODY, type Sign, URL_ALONE } from './sign.ts'

/** Reads, by origin, the responses that have different signs. */
export const signReader: Reader = {
  shelf: ({ entry, ...answer }) => (hasCome({ entry, ...answer }) ? originOf(entry.request.url) : null),
  by: (answer) => {
    const found = known.get(answer) ?? signsOf(answer)
    known.set(answer, found)
    return found
  },
}

const known = new WeakMap<ApiResponse, string>()

const allSigns = fingerprints.flatMap(({ signs }) => signs)

/** The numbers of the signs that need a header or a part of the entry. */
const byNeed = new Map<Sign['needs'], number[]>()
for (const [i, { needs }] of allSigns.entries()) {
  const same = byNeed.get(needs)
  if (same === undefined) byNeed.set(needs, [i])
  else same.push(i)
}

/** The numbers of a response's signs. A sign that throws is included, so that it's evaluated again and reported. */
function signsOf(answer: ApiResponse): string {
  const { headers, errorBody } = answer.entry.response
  const shown: number[] = []
  const take = (needs: Sign['needs']): void => {
    for (const i of byNeed.get(needs) ?? []) if (isShown(allSigns[i], answer)) shown.push(i)
  }
  take(URL_ALONE)
  if (errorBody !== null) take(BODY)
  for (const name of new Set(headers.map((header) => asciiLower(header.name)))) take(name)
  return shown.sort((a, b) => a - b).join(' ')
}

function isShown(sign: Sign | undefined, answer: ApiResponse): boolean {
  try {
    return sign !== undefined && sign.shows(answer) !== null
  } catch {
    return true
  }
}
