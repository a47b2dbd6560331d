import { readHarText } from '../../../src/har/read-har.ts'
import { diagnose, type Examined, redactionFor, showingSecrets } from '../../../src/internal.ts'
import { showAs } from '../../../src/panel/parts/redaction.ts'
import type { Session } from '../../../src/panel/state/session.ts'
import { initialState } from '../../../src/panel/state/state.ts'

/** A fetch in the panel, with what it's copied from. */
export interface Copied {
  readonly diagnosis: Examined['diagnoses'][number]
  readonly examined: Examined
  readonly session: Session
}

/** Returns a recording as the panel has it after reading, secrets shown or not. */
export function inPanel(har: string, secrets: boolean) {
  const { recording, entries } = readHarText(har, 0, 'a.har')
  const redaction = redactionFor(false)
  for (const entry of entries) redaction.note(entry)
  showAs(redaction, secrets)
  const show = secrets ? showingSecrets.value : redaction.value
  const diagnoses = diagnose(recording, entries, { engine: null, show })
  const raw = (JSON.parse(har) as { readonly log: { readonly entries: readonly unknown[] } }).log.entries
  const source = { recording, entries: entries.length, diagnoses, skipped: [], truncated: null }
  const rawEntries = ({ verdict }: Copied['diagnosis']) =>
    verdict.exchange.chain
      .flatMap(({ preflight, actual }) => [preflight, actual])
      .flatMap((entry) => (entry === null ? [] : [raw[entry.index]]))
  return {
    diagnoses,
    exported: { sources: [source], redaction, rawEntries },
    redaction: secrets ? showingSecrets : redaction,
    examined: source,
    session: {
      store: { get: () => ({ ...initialState, diagnoses, sources: [source] }) },
      rawEntries,
    } as unknown as Session,
  }
}
