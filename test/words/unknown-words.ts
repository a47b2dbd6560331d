/**
 * Words that users don't know, or that say something else to them, with what to write instead. One language for
 * everything that a user reads: this list holds the old one out.
 */
export const UNKNOWN: readonly (readonly [RegExp, string])[] = [
  [/\bmend(s|ed|ing)?\b/i, 'fix, change, correct'],
  [/\b(needs?|asks?(?: for)?|gives?|itself|without) leave\b/i, 'permission, "must be allowed"'],
  [/\b(is|are|was|were|be|been|get|gets|got|then|not|would) shared\b/i, 'allowed'],
  [/\bshares? (the|a|its|this|every) (response|answer)/i, 'allows'],
  [/not to be had/i, "isn't available, can't be recorded"],
  [/\basks? as\b/i, 'requests from the page have the origin'],
  [/\bof (its|their) own\b/i, 'its own …, or nothing'],
  [/\bof (yours|hers|theirs)\b/i, 'your'],
  [/\b(which|that) (is|are) none of\b|\bnone of .{1,40} has\b/i, "which isn't one of"],
  [/\bwho (asks|asked)\b/i, 'the page, its origin'],
  [/\bletter case\b/i, 'capitalization'],
  [/\b(upper|lower) case\b/i, 'uppercase, lowercase'],
  [/\blest\b|\bthereby\b|\bthat which\b/i, 'so that, this, what'],
  [/\ball that\b/i, 'everything that, all'],
  [/\blets? credentials in\b/i, 'allows credentials'],
  [/\blost patience\b/i, 'timed out'],
  [/\bin force\b/i, 'in effect'],
  [/\b(has|have|had) no (say|part) in\b|\bhas no say\b/i, "doesn't apply, isn't the reason"],
  [/\b(gave|gives?) no answer\b/i, "didn't respond"],
  [/\b(in|with) (its|the) answer\b|\banswers? (to|of) OPTIONS\b/i, 'in the response'],
  [/\b(does|do) not count\b|\bdoesn't count\b/i, "isn't accepted"],
  [/\bsee whether\b/i, 'check that'],
  [/\bjudging by\b/i, 'looks like … (the sign)'],
  [/\bnobody but\b/i, 'only'],
  [/\brather not\b/i, "don't"],
  [/\bwhoever\b/i, 'anyone who, everyone'],
  [/\bstands? (here|there|above|below|beside)\b/i, 'is, appears'],
  [/\btakes? (them |it |that )?over\b|\b(is|are) (not )?taken in\b/i, 'import, record'],
  [/\bgoes nowhere\b|\bgives out\b/i, 'is sent nowhere, reports'],
  [/\bin order of time\b/i, 'by time'],
  [/\bin spite of\b/i, 'despite, although'],
  [/\bfor the own\b/i, 'your own, the user’s own'],
  [/\bkept? from the page\b|\bkeeps the (response|answer)\b/i, 'hides the response from the page'],
]

/** The same for comments, which only contributors read: what reads as if translated, or as if code were a person. */
const UNCLEAR: readonly (readonly [RegExp, string])[] = [
  [/\breturns whether\b/i, 'Reports whether'],
  [/\b(null|undefined|''|empty) where\b/i, 'null if'],
  [/\b(is|are) told\b/i, 'called with, gets, is shown'],
  [/\bin the order of time\b/i, 'sorted by time'],
  [/\bas far as (it|they|that) (is|are|shows?|says?)\b/i, 'according to, judged by'],
  [/\bwhat is no (?!longer)\w/i, "what isn't a"],
  [/\b(asks?|asked) for leave\b|\bnone of \S+ business\b/i, 'permission; does not apply'],
  [/\b(at once|all) the same\b[.;]/i, 'still'],
  [/\bby itself says\b|\bsay of itself\b/i, 'what is known about it'],
]

/** Returns what is wrong with a text, each with the words around it. */
export const unknownIn = (text: string): readonly string[] => wrongIn(text, UNKNOWN)

/** Returns what is wrong with a comment beyond {@link unknownIn}. */
export const unclearIn = (text: string): readonly string[] => wrongIn(text, UNCLEAR)

const wrongIn = (text: string, words: readonly (readonly [RegExp, string])[]): readonly string[] =>
  words.flatMap(([pattern, instead]) => {
    const found = pattern.exec(text)
    if (found === null) return []
    const around = text.slice(Math.max(0, found.index - 40), found.index + found[0].length + 40)
    return [`"${found[0]}" in "…${around.replace(/\s+/g, ' ')}…": write ${instead}`]
  })
