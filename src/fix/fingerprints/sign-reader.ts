import { originOf } from '../../fetch/origin.ts'
import { type ApiResponse, hasCome } from '../../reading/api-response.ts'
import type { Reader } from '../../reading/siblings.ts'
import { fingerprints } from './index.ts'

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

/** The numbers of a response's signs. A sign that throws is included, so that it's evaluated again and reported. */
function signsOf(answer: ApiResponse): string {
  const shown = allSigns.flatMap((sign, i) => {
    try {
      return sign.shows(answer) === null ? [] : [i]
    } catch {
      return [i]
    }
  })
  return shown.join(' ')
}
