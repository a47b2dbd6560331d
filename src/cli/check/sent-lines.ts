import {
  type CheckedUrl,
  type CheckMessage,
  curlOf,
  engines,
  type Redaction,
  type Shell,
} from '../../internal.ts'
import type { Style } from '../style.ts'
import { NOT_SENT } from './not-sent.ts'

/** How requests are listed. */
export interface SentOptions {
  readonly redaction: Redaction
  readonly style: Style
  readonly shell: Shell
  /** Whether the body may be shown. */
  readonly showBody: boolean
}

/** Returns what a check sent, each request with what came back. */
export function sentLines(
  { messages, request }: CheckedUrl,
  { style, redaction }: SentOptions,
): readonly string[] {
  const { title, measured } = engines[request.engine]
  const lines = messages.map(
    (message) =>
      `  ${redaction.value(message.request.method)} ${redaction.url(message.request.url)}  ${style.dim(resultOf(message, redaction))}`,
  )
  return [
    style.bold(measured === null ? 'Sent as the standard says' : `Sent as ${title} ${measured} would`),
    ...counted(lines),
  ]
}

/** Returns the curl commands for what a check sent, each once. */
export function curlLines(checked: CheckedUrl, options: SentOptions): readonly string[] {
  const { messages, entries } = checked
  const { style, redaction, shell, showBody } = options
  const commands = entries.flatMap((entry, i) => {
    const body = messages[i]?.request.body ?? null
    const shown = body === null ? null : showBody ? new TextDecoder().decode(body) : MASKED
    return curlOf(entry, { redaction, body: shown, origin: null, shell }) ?? []
  })
  return commands.length === 0
    ? []
    : [
        style.bold('The same with curl'),
        ...[...new Set(commands)].map((command) => `  ${command.replaceAll('\n', '\n  ')}`),
      ]
}

/** Stands for a body, which may hold passwords. */
const MASKED = '•••'

/** Redirects to one URL over and over are one line. */
function counted(lines: readonly string[]): readonly string[] {
  const runs: { readonly line: string; times: number }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.line === line) last.times++
    else runs.push({ line, times: 1 })
  }
  return runs.map(({ line, times }) => (times === 1 ? line : `${line}  ×${times}`))
}

function resultOf({ response, notSent }: CheckMessage, redaction: Redaction): string {
  if (notSent !== null) return NOT_SENT[notSent]
  if (response === null) return ''
  if ('fault' in response) return 'no response'
  const version = response.httpVersion === 'h2' ? 'HTTP/2' : response.httpVersion
  return `${redaction.value(`${response.status} ${response.statusText}`.trim())} (${version})`
}
