import { allRules, neighborOf, plain, recognize, redactionFor, rulePage, type Text } from '../internal.ts'
import type { ExitCode } from './exit-code.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { recognizedLines } from './recognized-lines.ts'
import { makeStyle } from './style.ts'

/** Prints the rules, the meaning of one rule, or the possible rules behind a browser's console message. */
export async function rulesCommand({ operands, showSecrets }: Options, io: Io): Promise<ExitCode> {
  const [wanted] = operands
  if (wanted === undefined) {
    io.out(`${allRules.map(({ id, means }) => `${id}\n    ${means}`).join('\n')}\n`)
    return 0
  }
  const rule = allRules.find(({ id }) => operands.length === 1 && id === wanted)
  if (rule !== undefined) {
    io.out(
      `${rulePage(rule.id)
        .map((words) => plain(words, (value) => value))
        .join('\n')}\n`,
    )
    return 0
  }
  try {
    const pasted = wanted === '-' ? await textOf(io.read('-')) : operands.join(' ')
    const recognized = recognize(pasted)
    const redaction = redactionFor(showSecrets)
    if (typeof recognized === 'string') {
      const neighbor = recognized === 'no reason' || isWord(pasted) ? null : neighborOf(pasted)
      if (neighbor !== null) {
        const say = (words: Text): string => plain(words, (value) => value)
        io.out(`${neighbor.title}\n\n${say(neighbor.means)}\n\nNext: ${say(neighbor.next)}\n`)
        return 0
      }
      io.err(`whycors: ${recognized === 'no reason' ? NO_REASON : unknown(redaction.value(pasted))}\n`)
      return 2
    }
    const options = { style: makeStyle(io.color), redaction, width: io.width }
    io.out(`${recognized.map((one) => recognizedLines(one, options).join('\n')).join('\n\n')}\n`)
    return 0
  } catch (error) {
    io.err(`whycors: ${inputError(error, '-')}\n`)
    return 2
  }
}

/** A single word is treated as a rule's name, unless it's an error code. */
const isWord = (pasted: string): boolean => /^[a-z0-9-]+$/.test(pasted.trim())

const NO_REASON = 'Safari prints this message after the one with the reason; paste that one'

const unknown = (pasted: string): string =>
  /\s/.test(pasted.trim())
    ? 'no failed request or rule found in this text; paste the console line that mentions CORS, or list the rules with "whycors rules"'
    : `there is no rule ${JSON.stringify(pasted.slice(0, 200))}; "whycors rules" lists them`

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true })
  return text
}
