import type { CheckedUrl, Redaction } from '../../internal.ts'
import type { Io } from '../io.ts'
import { NOT_SENT } from './not-sent.ts'

/** Tells why a request got no response: the network failed ('fault'), or it wasn't sent. */
export function tellUnsent(
  { messages, request }: CheckedUrl,
  redaction: Redaction,
  io: Io,
): 'fault' | 'not sent' | null {
  const last = messages.at(-1)
  if (last?.response && 'fault' in last.response) {
    io.err(`whycors: ${redaction.value(last.response.message)}${certificate(last.response.fault)}\n`)
    return 'fault'
  }
  if (last === undefined || last.notSent === null) return null
  io.err(
    `whycors: ${redaction.value(last.request.method)} ${redaction.url(request.url)}: ${NOT_SENT[last.notSent]}\n`,
  )
  return 'not sent'
}

const certificate = (fault: string): string => (fault === 'tls' ? '; --insecure accepts any certificate' : '')
