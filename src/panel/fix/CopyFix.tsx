import type { Diagnosis } from '../../internal.ts'
import { strings } from '../parts/strings.ts'
import { useWord } from '../parts/use-word.ts'
import type { DetailState } from '../state/detail-state.ts'
import { remembered } from '../state/remembered.ts'
import type { Session } from '../state/session.ts'
import type { State } from '../state/state.ts'
import { useStorePart } from '../state/use-store.ts'
import { copyFix } from './copy-fix.ts'
import { generatorFor } from './fix-view.ts'

export interface CopyFixProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
  /** Opens the Fix tab. */
  readonly onOpen: () => void
}

const detailOf = ({ detail }: State): DetailState => detail

/** Copies the configuration in one click if the server is known; otherwise it opens the choice. */
export function CopyFix({ diagnosis, session, onOpen }: CopyFixProps) {
  const { frameworks } = useStorePart(session.store, detailOf)
  const [word, say] = useWord()
  const { plan } = diagnosis
  if (plan === null || plan.policy === null) return null
  const chosen = frameworks.get(plan.target) ?? null
  const last = remembered('framework')
  const { generator, why } = generatorFor(diagnosis, chosen, last)
  const isClear = why !== null || chosen !== null || last !== null
  return (
    <span class="copy-fix">
      <span class="done" role="status">
        {word}
      </span>
      <button
        type="button"
        class="main"
        {...(isClear ? { title: `${strings.copyFix} ${strings.forServer(generator.title)}` } : {})}
        onClick={() => {
          const copied = isClear ? copyFix(diagnosis, session) : null
          if (copied === null) onOpen()
          else say(copied ? strings.copied : strings.copyFailed)
        }}
      >
        {isClear ? strings.copyFix : strings.chooseFix}
        {isClear && <span class="wide"> {strings.forServer(shortTitle(generator.title))}</span>}
      </button>
    </span>
  )
}

/** If space is limited, "Express with the cors package" is shortened to "Express". */
const shortTitle = (title: string): string => title.split(/ (?:with|without|\()/, 1)[0] ?? title
