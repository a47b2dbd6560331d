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

/** A sentence that was recognized, and what it leaves open. */
export interface Recognized {
  readonly sentence: Sentence
  /** The rules that can be behind it, in the order of the rules. */
  readonly rules: readonly RuleId[]
  readonly untold: readonly Untold[]
}

/** Longer texts are cut: a console's sentence has some hundred characters, and no file is meant to be read here. */
const LIMIT = 100_000

/**
 * Returns the console sentences and error codes of Chrome, Firefox and Safari in a text that somebody pasted, in its
 * order and each once; 'no reason' where it only has what Safari prints beside the reason, 'unknown' where it has
 * nothing of the kind.
 */
export function recognize(pasted: string): readonly [Recognized, ...Recognized[]] | 'no reason' | 'unknown' {
  const text = straightened(pasted.slice(0, LIMIT).replace(/\r\n?/g, '\n'))
  const inLines = sentencesIn(text)
  // A terminal, a chat or an issue wraps long sentences.
  const sentences = inLines.length > 0 ? inLines : sentencesIn(text.replace(/\n\s*/g, ' '))
  const named = namedCodes(text).filter(
    ({ at, code }) => !sentences.some((one) => one.code === code || (one.at <= at && at < one.end)),
  )
  const ordered = [...sentences, ...named].sort((a, b) => a.at - b.at).filter(isFirst)
  // Beside the reason why a preflight failed, Firefox prints that the request did not succeed.
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

/** Bare reasons and cut-off sentences, and those of a Firefox in another language. */
function partsIn(text: string): readonly Sentence[] {
  const oneLine = text.replace(/\n\s*/g, ' ')
  const parts = fragments(oneLine)
  if (parts.length > 0) return parts
  const localized = localizedFirefox(oneLine)
  return localized === null ? [] : [localized]
}

/** Returns a text with straight quotes, character by character: places stay what they are. */
const straightened = (text: string): string =>
  text.replace(/[\u2018\u2019\u201a\u2032\u00b4]/g, "'").replace(/[\u201c\u201d\u201e\u2033]/g, '"')

/** A paste often has the same sentence several times, one per request. */
const isFirst = (sentence: Sentence, i: number, all: readonly Sentence[]): boolean =>
  all.findIndex((one) => keyOf(one) === keyOf(sentence)) === i

const keyOf = ({ engine, code, values }: Sentence): string => JSON.stringify([engine, code, values])
