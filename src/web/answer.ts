import {
  allRules,
  CurlError,
  exchangeOfCurl,
  exchangesOfHeaders,
  HeaderTextError,
  type Neighbor,
  neighborOf,
  type PastedExchange,
  type Recognized,
  type RuleId,
  recognize,
  textKind,
} from '../internal.ts'
import { webStrings } from './web-strings.ts'

/** The result for a text in the box. */
export type Answer =
  | { readonly type: 'har'; readonly text: string }
  | { readonly type: 'exchanges'; readonly name: string; readonly exchanges: readonly PastedExchange[] }
  | { readonly type: 'sentences'; readonly recognized: readonly Recognized[] }
  | { readonly type: 'neighbor'; readonly neighbor: Neighbor }
  | { readonly type: 'rule'; readonly id: RuleId }
  | { readonly type: 'failed'; readonly title: string; readonly why: string }

/** Returns the result for a pasted text, as far as it doesn't need a recording. */
export function answerTo(text: string): Answer {
  switch (textKind(text)) {
    case 'nothing':
      return { type: 'failed', title: webStrings.nothing, why: '' }
    case 'har':
      return { type: 'har', text }
    case 'curl':
      return attempt(webStrings.curlFailed, () => ({
        type: 'exchanges',
        name: webStrings.pastedCurl,
        exchanges: [exchangeOfCurl(text)],
      }))
    case 'headers':
      return attempt(webStrings.headersFailed, () => ({
        type: 'exchanges',
        name: webStrings.pastedHeaders,
        exchanges: exchangesOfHeaders(text),
      }))
    case 'words':
      return inWords(text)
  }
}

function attempt(title: string, read: () => Answer): Answer {
  try {
    return read()
  } catch (error) {
    if (error instanceof CurlError || error instanceof HeaderTextError)
      return { type: 'failed', title, why: error.message }
    throw error
  }
}

function inWords(text: string): Answer {
  const rule = allRules.find(({ id }) => id === text.trim())
  if (rule !== undefined) return { type: 'rule', id: rule.id as RuleId }
  const recognized = recognize(text)
  if (typeof recognized !== 'string') return { type: 'sentences', recognized }
  if (recognized === 'no reason') return { type: 'failed', title: webStrings.noReason, why: '' }
  const neighbor = neighborOf(text)
  return neighbor === null
    ? { type: 'failed', title: webStrings.unknownText, why: '' }
    : { type: 'neighbor', neighbor }
}
