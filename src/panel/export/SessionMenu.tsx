import { type Action, ActionMenu, copyWord } from '../parts/ActionMenu.tsx'
import { copyText, saveText } from '../parts/clipboard.ts'
import { strings } from '../parts/strings.ts'
import type { Session } from '../state/session.ts'
import { sessionAsHar, sessionAsJson, sessionAsMarkdown } from '../state/session-exports.ts'

/** Copies or saves everything in the panel, grouped by problem, for an issue for the API's team. */
export const SessionMenu = ({ session }: { readonly session: Session }) => (
  <ActionMenu label={strings.sessionMenu} actions={() => actionsFor(session)}>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M8 2.5v7M5 7l3 3 3-3M3 13h10" stroke-width="1.4" />
    </svg>
  </ActionMenu>
)

function actionsFor(session: Session): readonly Action[] {
  const save = (label: string, make: typeof sessionAsHar, name: string, type: string): Action => ({
    label,
    run: (secrets) => {
      saveText(make(session, secrets), name, type)
      return strings.saved
    },
  })
  const copy = (label: string, make: typeof sessionAsHar): Action => ({
    label,
    run: (secrets) => copyWord(copyText(make(session, secrets))),
  })
  return [
    copy(strings.copySessionMarkdown, sessionAsMarkdown),
    copy(strings.copySessionJson, sessionAsJson),
    save(strings.saveSessionMarkdown, sessionAsMarkdown, 'cors-report.md', 'text/markdown'),
    save(strings.saveSessionJson, sessionAsJson, 'cors-report.json', 'application/json'),
    save(strings.saveSessionHar, sessionAsHar, 'cors-session.har', 'application/json'),
  ]
}
