import { plural } from './plural.ts'
import { andMore, type Inline, type Text } from './text.ts'

/** The first items, and how many are left out. */
export interface Capped<T> {
  readonly shown: readonly T[]
  readonly more: number
}

/** Returns at most so many things, and as many more that `matters` reports; one alone is never left out. */
export function capped<T>(
  things: readonly T[],
  most: number | undefined,
  matters: (thing: T) => boolean = () => false,
): Capped<T> {
  if (most === undefined || things.length <= most + 1) return { shown: things, more: 0 }
  let left = most
  const shown = things.filter((thing, i) => {
    if (i < most) return true
    if (left === 0 || !matters(thing)) return false
    left--
    return true
  })
  return { shown, more: things.length - shown.length }
}

/**
 * Returns a text whose lists (`a, b and c`) have at most that many items and end with how many more there are. An item may
 * have a reason: `a (why)`.
 */
export function cappedLists(text: Text, most: number | undefined): Text {
  if (most === undefined || text.length < 2 * most) return text
  const result: Inline[] = []
  for (let at = 0; at < text.length; ) {
    const ends = endsOfItems(text, at)
    const end = ends[ends.length - 1] ?? at + 1
    const isLong = ends.length > most + 1
    for (const part of text.slice(at, isLong ? ends[most - 1] : end)) result.push(part)
    const left = isLong ? leftOut(text[end]) : 0
    if (isLong) result.push(` ${andMore(ends.length - most + left)}`)
    at = left > 0 ? end + 1 : end
  }
  return result
}

/** Returns how many items a list says at its end that it leaves out. */
const leftOut = (inline: Inline | undefined): number =>
  typeof inline === 'string' ? Number(/^ and ([\d,]+) more$/.exec(inline)?.[1]?.replaceAll(',', '') ?? 0) : 0

/** Returns the end of each item of the list that begins at a position; none if there is no list. */
function endsOfItems(text: Text, from: number): readonly number[] {
  const ends: number[] = []
  let hasReasons = false
  for (let at = from; isItem(text[at]); at++) {
    const end = isReason(text[at + 1]) ? at + 2 : at + 1
    const isLast = !isSeparator(text[end]) || !isItem(text[end + 1])
    // In parentheses after the last item alone is what belongs to the sentence.
    ends.push(isLast && !hasReasons ? at + 1 : end)
    if (isLast) break
    hasReasons ||= end === at + 2
    at = end
  }
  return ends
}

const isItem = (inline: Inline | undefined): boolean => typeof inline === 'object' && 'code' in inline

const isReason = (inline: Inline | undefined): boolean =>
  typeof inline === 'string' && /^ \([^()]*\)$/.test(inline)

const isSeparator = (inline: Inline | undefined): boolean =>
  typeof inline === 'string' && /^(?:, | and | or )$/.test(inline)

/** Returns a number of characters in readable form: "4.9 MB". */
export function sized(characters: number): string {
  if (characters >= 1e6) return `${(characters / 1e6).toFixed(1)} MB`
  return characters >= 1e4
    ? `${Math.round(characters / 1e3)} kB`
    : plural(characters, 'character', 'characters')
}

/** Returns a value of at most that many characters; a longer one as its beginning, its size and its end. */
export function shortened(value: string, most: number): string {
  if (value.length <= most) return value
  const tail = Math.floor(most / 4)
  const begin = value.slice(0, most - tail).replace(/\p{Cs}$/u, '')
  const end = value.slice(-tail).replace(/^\p{Cs}/u, '')
  return `${begin} … ${sized(value.length)} … ${end}`
}
