import { plain, splitSentences, type Text } from '../../internal.ts'

/**
 * Returns a plan's `why` with its first sentence, which is about one request, replaced by the one about all requests of
 * the API, and without duplicate sentences.
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
