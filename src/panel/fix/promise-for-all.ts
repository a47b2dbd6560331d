import { plain, splitSentences, type Text } from '../../internal.ts'

/**
 * Returns what holds for all requests of an API in place of the first sentence of a plan's `why`, which promises the same for
 * one of them, and what else the plan says; no sentence twice.
 */
export function promiseForAll(served: Text, why: Text): Text {
  const said = plain(served, same)
  const [, others] = splitSentences(why, 1)
  let result: Text = served
  for (let left = others; left.length > 0; ) {
    const [sentence, rest] = splitSentences(left, 1)
    if (!said.includes(plain(sentence, same).trim())) result = [...result, ' ', ...sentence]
    left = rest
  }
  return result
}

const same = (value: string): string => value
