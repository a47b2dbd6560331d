import type { Phase } from '../fetch/steps.ts'
import { recognize as recognizeSentences } from '../recognize/recognize.ts'
import { recognizedText } from '../recognize/recognized-text.ts'
import type { Sentence, SentenceValues } from '../recognize/sentence.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { redactionFor } from '../redact/redaction-for.ts'
import type { RuleId } from '../rules/index.ts'
import { allRules } from '../rules/index.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'

/** The options for recognized messages. */
export interface RecognizeOptions {
  /** Whether to show cookies, tokens and keys instead of masking them. Default: false. */
  readonly showSecrets?: boolean | undefined
}

/** A recognized message of a browser's console. */
export interface RecognizedMessage {
  /** The engine that prints it. */
  readonly engine: Sentence['engine']
  /** The engine's own name for the error: "PreflightMissingAllowOriginHeader". */
  readonly code: string
  /** The response that failed; null if the message is the same for both. */
  readonly phase: Phase | null
  /** The values of the request and response in the message; null if a value isn't in it. */
  readonly values: SentenceValues
  /** The rules that it leaves possible, in the order in which browsers apply them. */
  readonly rules: readonly { readonly id: RuleId; readonly means: string }[]
  /** What the engine means by it, if that is more than the rules say. */
  readonly note: string | null
  /** What the message doesn't say but a recording would. */
  readonly untold: string | null
}

/**
 * Finds the CORS messages and error codes of Chrome, Firefox and Safari in a text, such as one copied from a console, in
 * order and without duplicates. Empty if there are none, or only the message that Safari prints in addition to the one
 * with the reason.
 *
 * @example
 * ```ts
 * const [message] = recognize("… blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present …")
 * console.log(message?.rules.map(({ id, means }) => `${id}: ${means}`))
 * ```
 */
export function recognize(text: string, options: RecognizeOptions = {}): readonly RecognizedMessage[] {
  const found = recognizeSentences(text)
  if (typeof found === 'string') return []
  const redaction = redactionFor(options.showSecrets === true)
  // Nothing in these sentences is from the message.
  const say = (words: Text): string => plain(words, (value) => value)
  return found.map((one) => {
    const { note, untold } = recognizedText(one)
    return {
      engine: one.sentence.engine,
      code: one.sentence.code,
      phase: one.sentence.phase,
      values: shown(one.sentence.values, redaction),
      rules: one.rules.map((id) => ({ id, means: allRules.find((rule) => rule.id === id)?.means ?? '' })),
      note: note === null ? null : say(note),
      untold: untold === null ? null : say(untold),
    }
  })
}

function shown(values: SentenceValues, redaction: Redaction): SentenceValues {
  const by = (value: string | null, show: (value: string) => string) => (value === null ? null : show(value))
  return {
    url: by(values.url, redaction.url),
    redirectedFrom: by(values.redirectedFrom, redaction.url),
    origin: by(values.origin, redaction.value),
    allowOrigin: by(values.allowOrigin, redaction.value),
    allowCredentials: by(values.allowCredentials, redaction.value),
    method: by(values.method, redaction.value),
    header: by(values.header, redaction.value),
    item: by(values.item, redaction.value),
    status: values.status,
  }
}
