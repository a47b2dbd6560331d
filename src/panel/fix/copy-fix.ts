import type { Diagnosis } from '../../internal.ts'
import { copyText } from '../parts/clipboard.ts'
import type { Session } from '../state/session.ts'
import { snippetOf } from './snippet-of.ts'

/** Copies the configuration that the Fix tab shows for a fetch. Reports whether that worked; null if there is none. */
export function copyFix(diagnosis: Diagnosis, session: Session): boolean | null {
  const snippet = snippetOf(diagnosis, session)
  return snippet === null ? null : copyText(snippet.code)
}
