import { engines } from '../engines/index.ts'
import { code, list, type Text, text } from '../text/text.ts'
import type { Recognized } from './recognize.ts'
import type { SentenceValues } from './sentence.ts'
import type { Untold } from './untold.ts'

/** What is shown about a recognized message in addition to its rules. */
export interface RecognizedText {
  /** Which browser prints it, and for which response. */
  readonly heading: Text
  /** The values in it, each with its name. They are header lines and URLs from outside, so they may be hostile. */
  readonly values: readonly { readonly name: string; readonly value: string }[]
  /** What the engine means by it, if that is more than its rules say. */
  readonly note: Text | null
  readonly untold: Text | null
}

/** Returns what is shown about a recognized message. */
export function recognizedText({ sentence, untold }: Recognized): RecognizedText {
  const { engine, phase, values } = sentence
  return {
    heading: text`${engines[engine].title}: ${code(sentence.code)}${OF_PHASE[phase ?? 'either']}`,
    values: NAMES.flatMap(([key, name]) => {
      const value = values[key]
      return value === null ? [] : [{ name, value }]
    }),
    note: noteOn(sentence.code),
    untold:
      untold.length === 0
        ? null
        : text`It doesn't say ${list(
            untold.map((one) => WORDS[one]),
            'or',
          )}. A recording does: ${code('whycors explain FILE.har')}.`,
  }
}

const OF_PHASE = {
  preflight: ', for the preflight response',
  actual: ', for the response itself',
  either: '',
} as const

const NAMES: readonly (readonly [keyof SentenceValues, string])[] = [
  ['url', 'URL'],
  ['redirectedFrom', 'redirected from'],
  ['origin', 'Origin'],
  ['allowOrigin', 'Access-Control-Allow-Origin'],
  ['allowCredentials', 'Access-Control-Allow-Credentials'],
  ['method', 'method'],
  ['header', 'refused header'],
  ['item', 'invalid'],
  ['status', 'status'],
]

const WORDS: Record<Untold, string> = {
  'which request': 'which request failed',
  'preflight or response': 'whether the preflight or the response itself failed',
  'which origin': "the page's origin",
  'what was sent': 'what the header said',
  'the status': 'the status of the response',
}

function noteOn(code: string): Text | null {
  if (code === 'CORSDidNotSucceed') return NETWORK
  return /LocalNetwork/.test(code) ? LOCAL_NETWORK : null
}

const LOCAL_NETWORK = text`This isn't a CORS rule: Chrome asks the user before a page may reach addresses on the local machine or network (Local Network Access), and only allows secure pages. No server header changes that.`

const NETWORK = text`Firefox also prints this for failures that aren't CORS: an unreachable server, a certificate, mixed content, an extension. If there's a more precise message next to it, use that one.`
