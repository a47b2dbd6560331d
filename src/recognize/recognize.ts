import type { RuleId } from '../rules/index.ts'
import { chromiumSentences } from './chromium-sentences.ts'
import { firefoxSentences } from './firefox-sentences.ts'
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
  const text = pasted.slice(0, LIMIT).replace(/\r\n?/g, '\n')
  const sentences = [...chromiumSentences(text), ...firefoxSentences(text), ...webkitSentences(text)]
  const named = namedCodes(text).filter(
    ({ at, code }) => !sentences.some((one) => one.code === code || (one.at <= at && at < one.end)),
  )
  const ordered = [...sentences, ...named].sort((a, b) => a.at - b.at).filter(isFirst)
  // Beside the reason why a preflight failed, Firefox prints that the request did not succeed.
  const told = ordered.filter(({ code }) => code !== 'CORSDidNotSucceed')
  const [first, ...others] = (told.length > 0 ? told : ordered).map(
    (sentence): Recognized => ({ sentence, rules: possibleRules(sentence), untold: untoldBy(sentence) }),
  )
  if (first !== undefined) return [first, ...others]
  return saysAccessControlOnly(text) ? 'no reason' : 'unknown'
}

/** A paste often has the same sentence several times, one per request. */
const isFirst = (sentence: Sentence, i: number, all: readonly Sentence[]): boolean =>
  all.findIndex((one) => keyOf(one) === keyOf(sentence)) === i

const keyOf = ({ engine, code, values }: Sentence): string => JSON.stringify([engine, code, values])
