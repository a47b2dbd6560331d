import type { NetworkFault, Send, WireRequest, WireResponse } from '../../src/check/wire.ts'
import { type ChecksSettings, checksCommand } from '../../src/cli/checks/checks-command.ts'

/** What a server of the test answers: headers of a 200, or all of a response, or why there is none. */
export type Answer = Readonly<Record<string, string>> | Partial<WireResponse> | NetworkFault

/** Answers requests by "METHOD URL"; what isn't named refuses the connection. */
export const sendTo =
  (answers: Readonly<Record<string, Answer>>, sent: WireRequest[] = []): Send =>
  async (request) => {
    sent.push(request)
    const answer = answers[`${request.method} ${request.url}`]
    if (answer === undefined)
      return { fault: 'refused', message: `nothing listens on ${new URL(request.url).host}` }
    if ('fault' in answer) return answer as NetworkFault
    const given: Partial<WireResponse> =
      'headers' in answer || 'status' in answer
        ? (answer as Partial<WireResponse>)
        : { headers: Object.entries(answer as Readonly<Record<string, string>>) }
    return {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers: [],
      body: new Uint8Array(),
      started: 1_700_000_000_000,
      ms: 5,
      ...given,
    }
  }

/** Makes the checks of a list in memory. */
export async function runChecks(list: string, send: Send, settings: Partial<ChecksSettings> = {}) {
  let [out, err] = ['', '']
  const shown: string[] = []
  const written: Record<string, string> = {}
  const code = await checksCommand(
    {
      file: 'checks.yaml',
      origin: null,
      engine: null,
      concurrency: 4,
      timeout: 5000,
      insecure: false,
      sendsChanges: false,
      preflightOnly: false,
      format: 'text',
      writes: [],
      brief: false,
      full: false,
      showSecrets: false,
      ...settings,
    },
    send,
    {
      async *read(path) {
        if (path === 'none.yaml') throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
        yield new TextEncoder().encode(list)
      },
      sample: '',
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      async write(path, text) {
        if (path.startsWith('/none/')) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
        written[path] = text
      },
      progress: { show: (words) => void shown.push(words), clear: () => void shown.push('') },
      color: false,
      debug: false,
      width: 80,
      listWidth: 100,
    },
  )
  return { code, out, err, shown, written }
}
