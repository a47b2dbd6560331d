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

/** Returns what a check sent, each request with what came back, and the curl commands for the same. */
export function sentLines(checked: CheckedUrl, options: SentOptions): readonly string[] {
  const { messages, request } = checked
  const { style, redaction } = options
  const { title, measured } = engines[request.engine]
  const commands = checked.entries.flatMap((entry, i) => {
    const body = messages[i]?.request.body ?? null
    const shown = body === null || !options.showBody ? null : new TextDecoder().decode(body)
    return curlOf(entry, { redaction, body: shown, origin: null, shell: options.shell }) ?? []
  })
  return [
    style.bold(measured === null ? 'Sent as the standard asks' : `Sent as ${title} ${measured} would`),
    ...messages.map(
      (message) =>
        `  ${redaction.value(message.request.method)} ${redaction.url(message.request.url)}  ${style.dim(resultOf(message, redaction))}`,
    ),
    ...(commands.length === 0 ? [] : ['', style.bold('The same with curl')]),
    ...commands.map((command) => `  ${command.replaceAll('\n', '\n  ')}`),
  ]
}

function resultOf({ response, notSent }: CheckMessage, redaction: Redaction): string {
  if (notSent !== null) return NOT_SENT[notSent]
  if (response === null) return ''
  if ('fault' in response) return redaction.value(response.message)
  const version = response.httpVersion === 'h2' ? 'HTTP/2' : response.httpVersion
  return `${redaction.value(`${response.status} ${response.statusText}`.trim())} (${version})`
}
