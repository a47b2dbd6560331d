import type { CheckedUrl, Redaction } from '../../internal.ts'
import type { Io } from '../io.ts'
import { NOT_SENT } from './not-sent.ts'

/** Reports whether the network failed, and prints that. */
export function tellFault({ messages }: CheckedUrl, redaction: Redaction, io: Io): boolean {
  const last = messages.at(-1)?.response ?? null
  if (last === null || !('fault' in last)) return false
  const hint = /^the certificate /.test(last.message) ? '; --insecure accepts any certificate' : ''
  io.err(`whycors: ${redaction.value(last.message)}${hint}\n`)
  return true
}

/** Tells what a check left unsent, and how it's sent. What browsers refuse is in the report. */
export function tellUnsent({ messages }: CheckedUrl, redaction: Redaction, io: Io): void {
  const last = messages.at(-1)
  if (last?.notSent !== 'may change state' && last?.notSent !== 'preflight only') return
  const { method, url } = last.request
  io.err(`whycors: ${redaction.value(method)} ${redaction.url(url)}: ${NOT_SENT[last.notSent]}\n`)
}
