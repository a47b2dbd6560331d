import { engines } from '../engines/index.ts'
import { code, list, type Text, text } from '../text/text.ts'
import type { Recognized } from './recognize.ts'
import type { SentenceValues } from './sentence.ts'
import type { Untold } from './untold.ts'

/** What is said of a recognized sentence beside its rules. */
export interface RecognizedText {
  /** Whose sentence it is, and of which response. */
  readonly heading: Text
  /** The values that it tells, each with its name: header lines and URLs of somebody's, so they are hostile. */
  readonly values: readonly { readonly name: string; readonly value: string }[]
  /** What the engine means by it, where that is more than its rules say. */
  readonly note: Text | null
  readonly untold: Text | null
}

/** Returns what is said of a recognized sentence. */
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
        : text`It does not tell ${list(
            untold.map((one) => WORDS[one]),
            'or',
          )}; a recording does: ${code('whycors explain FILE.har')}.`,
  }
}

const OF_PHASE = {
  preflight: ', of the response to the preflight',
  actual: ', of the response itself',
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
  ['item', 'does not parse'],
  ['status', 'status'],
]

const WORDS: Record<Untold, string> = {
  'which request': 'which request it is about',
  'preflight or response': 'whether the preflight or the response itself failed',
  'which origin': 'which origin asked',
  'what was sent': 'what the header said',
  'the status': 'the status of the response',
}

function noteOn(code: string): Text | null {
  if (code === 'CORSDidNotSucceed') return NETWORK
  return /LocalNetwork/.test(code) ? LOCAL_NETWORK : null
}

const LOCAL_NETWORK = text`No rule of CORS is behind it: Chrome asks the user before a page may reach addresses of the own machine or network (Local Network Access), and refuses it to pages that are not secure. No header of the server changes that.`

const NETWORK = text`Firefox prints this of everything that is no CORS failure too: a server that cannot be reached, a certificate, mixed content, an extension. Where a more precise sentence stands beside it, that one counts.`
