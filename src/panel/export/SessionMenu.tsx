import { type Action, ActionMenu, copyWord } from '../parts/ActionMenu.tsx'
import { copyLater, saveText } from '../parts/clipboard.ts'
import { strings } from '../parts/strings.ts'
import type { Session, SessionExport } from '../state/session.ts'

/** Copies or saves everything in the panel, grouped by problem, for an issue for the API's team. */
export const SessionMenu = ({ session }: { readonly session: Session }) => (
  <ActionMenu label={strings.sessionMenu} actions={() => actionsFor(session)}>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M8 2.5v7M5 7l3 3 3-3M3 13h10" stroke-width="1.4" />
    </svg>
  </ActionMenu>
)

function actionsFor(session: Session): readonly Action[] {
  const save = (label: string, what: SessionExport, name: string, type: string): Action => ({
    label,
    run: async (secrets) => {
      saveText(await session.saveAll(what, secrets), name, type)
      return strings.saved
    },
  })
  const copy = (label: string, what: SessionExport): Action => ({
    label,
    run: async (secrets) => copyWord(await copyLater(session.exportAll(what, secrets))),
  })
  return [
    copy(strings.copySessionMarkdown, 'markdown'),
    copy(strings.copySessionJson, 'json'),
    save(strings.saveSessionMarkdown, 'markdown', 'cors-report.md', 'text/markdown'),
    save(strings.saveSessionJson, 'json', 'cors-report.json', 'application/json'),
    save(strings.saveSessionHar, 'har', 'cors-session.har', 'application/json'),
  ]
}
