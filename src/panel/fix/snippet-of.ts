import type { Diagnosis } from '../../internal.ts'
import { remembered } from '../state/remembered.ts'
import type { Session } from '../state/session.ts'
import { askedOf, serverFixOf } from './fix-view.ts'

/** Code for a server, and which one. */
export interface NamedSnippet {
  readonly title: string
  readonly code: string
  /** Whether the server was recognized or chosen; otherwise the code is just an example. */
  readonly isClear: boolean
}

/** Returns the configuration that the Fix tab shows for a request; null if there is none. */
export function snippetOf(diagnosis: Diagnosis, session: Session): NamedSnippet | null {
  const { detail } = session.store.get()
  const asked = askedOf(diagnosis, session.peersOf(diagnosis), detail.scope, detail.keep)
  if (asked === null) return null
  const last = remembered('framework')
  const { snippet, generator, why } = serverFixOf(diagnosis, asked, detail, last)
  if (snippet?.type !== 'snippet') return null
  const isClear = why !== null || last !== null || detail.frameworks.has(asked.target)
  return { title: generator.title, code: snippet.code, isClear }
}
