import { CurlError, parseCurl, requestOfCurl } from '../../internal.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'
import type { UsageError } from '../usage-error.ts'

/** How long a command is read from standard input, in bytes. */
const MOST = 10_000_000

/** Returns the options with the request of `--curl`, whose URL takes the place of a file. */
export async function copiedRequest(options: Options, io: Io): Promise<Options | UsageError> {
  const { check, operands } = options
  if (check.curl === null) return options
  if (operands.length > 0) return { usageError: '--curl names the URL itself; leave out the operand' }
  const command = check.curl === '-' ? await textOf(io.read('-')) : check.curl
  try {
    const copied = requestOfCurl(parseCurl(command))
    return { ...options, operands: [copied.url], check: { ...check, copied } }
  } catch (error) {
    // The message never contains the command.
    if (error instanceof CurlError) return { usageError: `--curl: ${error.message}` }
    throw error
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of bytes) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > MOST) break
  }
  return text
}
