import { type CheckedUrl, checkUrl, parseUrl, type RecordingRedaction } from '../../internal.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'
import { sendOf } from '../send-of.ts'
import { requestOfOptions } from './request-of-options.ts'
import { TYPE_ERRORS } from './type-errors.ts'

/** Sends the request that the command line describes. If something is wrong with it, prints that and returns null. */
export async function checkOperand(
  url: string,
  file: number,
  { engine, check }: Options,
  redaction: RecordingRedaction,
  io: Io,
): Promise<CheckedUrl | null> {
  const wrong = (why: string): null => {
    io.err(`whycors: ${redaction.url(url)}: ${why}\n`)
    return null
  }
  if (parseUrl(url) === null) return wrong('not a valid URL')
  const wanted = requestOfOptions(url, check, engine)
  if ('lacks' in wanted) return wrong(wanted.lacks)
  for (const note of wanted.notes) io.err(`whycors: ${note}\n`)
  const checked = await checkUrl(wanted.request, {
    send: sendOf(io),
    redaction,
    file,
    timeout: check.timeout,
    insecure: check.insecure || (check.copied?.insecure ?? false),
    sendsChanges: check.send && !check.dryRun,
    preflightOnly: check.dryRun,
  })
  return 'typeError' in checked ? wrong(TYPE_ERRORS[checked.typeError]) : checked
}
