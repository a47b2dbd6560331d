import type { NotSent } from '../../internal.ts'

/** Why a request wasn't sent, and what would send it. */
export const NOT_SENT: Readonly<Record<NotSent, string>> = {
  'may change state': 'not sent: it may change data; --send sends it',
  'preflight only': 'not sent because of --dry-run',
  'mixed content': 'not sent: a secure page may not call http:',
  refused: 'not sent: the browser refuses it',
}
