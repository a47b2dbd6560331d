import type { Diagnosis } from '../../internal.ts'
import { copyText } from '../parts/clipboard.ts'
import { remembered } from '../state/remembered.ts'
import type { Session } from '../state/session.ts'
import { askedOf, serverFixOf } from './fix-view.ts'

/** Copies the configuration that the Fix tab shows for a fetch; returns whether that worked, null if there is none. */
export function copyFix(diagnosis: Diagnosis, { store }: Session): boolean | null {
  const { diagnoses, detail } = store.get()
  const asked = askedOf(diagnosis, diagnoses, detail.scope, detail.keep)
  if (asked === null) return null
  const { snippet } = serverFixOf(diagnosis, asked, detail, remembered('framework'))
  return snippet?.type === 'snippet' ? copyText(snippet.code) : null
}
