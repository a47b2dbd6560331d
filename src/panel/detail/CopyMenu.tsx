import { type Diagnosis, type Shell, shellInfo, shells } from '../../internal.ts'
import { type Action, ActionMenu, copyWord } from '../parts/ActionMenu.tsx'
import { copyText, saveText } from '../parts/clipboard.ts'
import { strings } from '../parts/strings.ts'
import { preferredShell } from '../parts/use-shell.ts'
import { curlFor, harOf, jsonOf, markdownOf } from '../state/exports.ts'
import type { Session } from '../state/session.ts'

export interface CopyMenuProps {
  readonly session: Session
  readonly diagnosis: Diagnosis
}

/** What can be copied or saved of one fetch. */
export const CopyMenu = ({ session, diagnosis }: CopyMenuProps) => (
  <ActionMenu label={strings.copyMenu} actions={() => actionsFor(diagnosis, session)}>
    <span aria-hidden="true">⋮</span>
  </ActionMenu>
)

function actionsFor(diagnosis: Diagnosis, session: Session): readonly Action[] {
  const copy = (label: string, make: (secrets: boolean) => string | null): Action => ({
    label,
    run: (secrets) => copyWord(copyText(make(secrets) ?? '')),
  })
  const curl = (which: 'preflight' | 'actual', shell: Shell): readonly Action[] => {
    if (curlFor(diagnosis, which, session, false, shell) === null) return []
    const { title } = shellInfo(shell)
    const label = which === 'preflight' ? strings.copyPreflight(title) : strings.copyActual(title)
    return [copy(label, (secrets) => curlFor(diagnosis, which, session, secrets, shell))]
  }
  const preferred = preferredShell()
  const others = shells.flatMap(({ id }) => (id === preferred ? [] : [id]))
  return [
    copy(strings.copyMarkdown, (secrets) => markdownOf(diagnosis, secrets)),
    ...curl('preflight', preferred),
    ...curl('actual', preferred),
    copy(strings.copyJson, (secrets) => jsonOf(diagnosis, session.store.get(), secrets)),
    {
      label: strings.saveHar,
      run: (secrets) => {
        saveText(harOf(diagnosis, session, secrets), 'exchange.har', 'application/json')
        return strings.saved
      },
    },
    ...others.flatMap((shell) => [...curl('preflight', shell), ...curl('actual', shell)]),
  ]
}
