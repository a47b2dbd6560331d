import type { RuleId } from '../rules/index.ts'
import { chromiumSentences } from './chromium-sentences.ts'
import { firefoxSentences } from './firefox-sentences.ts'
import { fragments } from './fragments.ts'
import { localizedFirefox } from './localized-firefox.ts'
import { namedCodes } from './named-codes.ts'
import { possibleRules } from './possible-rules.ts'
import type { Sentence } from './sentence.ts'
import { type Untold, untoldBy } from './untold.ts'
import { saysAccessControlOnly, webkitSentences } from './webkit-sentences.ts'

/** A recognized message, and what it leaves open. */
export interface Recognized {
  readonly sentence: Sentence
  /** The rules that it leaves possible, in the order of the rules. */
  readonly rules: readonly RuleId[]
  readonly untold: readonly Untold[]
}

/** Longer texts are truncated: a console message has a few hundred characters, and files aren't supported here. */
const LIMIT = 100_000

/**
 * Returns the console messages and error codes of Chrome, Firefox and Safari in a pasted text, in order and without
 * duplicates; 'no reason' if it only has the message that Safari prints in addition to the reason, 'unknown' if it has
 * none.
 */
export function recognize(pasted: string): readonly [Recognized, ...Recognized[]] | 'no reason' | 'unknown' {
  const text = straightened(pasted.slice(0, LIMIT).replace(/\r\n?/g, '\n'))
  const inLines = sentencesIn(text)
  // Terminals, chats and issues wrap long messages.
  const sentences = inLines.length > 0 ? inLines : sentencesIn(text.replace(/\n\s*/g, ' '))
  const named = namedCodes(text).filter(
    ({ at, code }) => !sentences.some((one) => one.code === code || (one.at <= at && at < one.end)),
  )
  const ordered = [...sentences, ...named].sort((a, b) => a.at - b.at).filter(isFirst)
  // In addition to the reason why a preflight failed, Firefox prints that the request didn't succeed.
  const told = ordered.filter(({ code }) => code !== 'CORSDidNotSucceed')
  const whole = told.length > 0 ? told : ordered
  const [first, ...others] = (whole.length > 0 ? whole : partsIn(text)).map(
    (sentence): Recognized => ({ sentence, rules: possibleRules(sentence), untold: untoldBy(sentence) }),
  )
  if (first !== undefined) return [first, ...others]
  return saysAccessControlOnly(text) ? 'no reason' : 'unknown'
}

const sentencesIn = (text: string): readonly Sentence[] => [
  ...chromiumSentences(text),
  ...firefoxSentences(text),
  ...webkitSentences(text),
]

/** Bare reasons, truncated messages, and those of a Firefox in another language. */
function partsIn(text: string): readonly Sentence[] {
  const oneLine = text.replace(/\n\s*/g, ' ')
  const parts = fragments(oneLine)
  if (parts.length > 0) return parts
  const localized = localizedFirefox(oneLine)
  return localized === null ? [] : [localized]
}

/** Returns a text with straight quotes. Positions stay the same. */
const straightened = (text: string): string =>
  text.replace(/[\u2018\u2019\u201a\u2032\u00b4]/g, "'").replace(/[\u201c\u201d\u201e\u2033]/g, '"')

/** A pasted text often has the same message several times, once per request. */
const isFirst = (sentence: Sentence, i: number, all: readonly Sentence[]): boolean =>
  all.findIndex((one) => keyOf(one) === keyOf(sentence)) === i

const keyOf = ({ engine, code, values }: Sentence): string => JSON.stringify([engine, code, values])
