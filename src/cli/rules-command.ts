import { allRules, recognize, redactionFor } from '../internal.ts'
import type { ExitCode } from './exit-code.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { recognizedLines } from './recognized-lines.ts'
import { makeStyle } from './style.ts'

/** Prints the rules, what one of them means, or which of them can be behind what a browser's console printed. */
export async function rulesCommand({ operands, showSecrets }: Options, io: Io): Promise<ExitCode> {
  const [wanted] = operands
  if (wanted === undefined) {
    io.out(`${allRules.map(({ id, means }) => `${id}\n    ${means}`).join('\n')}\n`)
    return 0
  }
  const rule = allRules.find(({ id }) => operands.length === 1 && id === wanted)
  if (rule !== undefined) {
    io.out(`${rule.id}\n\n${rule.means}\n`)
    return 0
  }
  try {
    const pasted = wanted === '-' ? await textOf(io.read('-')) : operands.join(' ')
    const recognized = recognize(pasted)
    if (typeof recognized === 'string') {
      io.err(`whycors: ${recognized === 'no reason' ? NO_REASON : unknown(pasted)}\n`)
      return 2
    }
    const redaction = redactionFor(showSecrets)
    const options = { style: makeStyle(io.color), redaction, width: io.width }
    io.out(`${recognized.map((one) => recognizedLines(one, options).join('\n')).join('\n\n')}\n`)
    return 0
  } catch (error) {
    io.err(`whycors: ${inputError(error, '-')}\n`)
    return 2
  }
}

const NO_REASON =
  'Safari prints this sentence beside the one that tells the reason; paste that one, it stands above this'

const unknown = (pasted: string): string =>
  /\s/.test(pasted.trim())
    ? 'this is no sentence on CORS that the console of Chrome, Firefox or Safari prints, and no rule; "whycors rules" lists the rules'
    : `there is no rule ${JSON.stringify(pasted.slice(0, 200))}; "whycors rules" lists them`

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true })
  return text
}
