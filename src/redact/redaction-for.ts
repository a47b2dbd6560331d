import type { HarEntry } from '../har/har-entry.ts'
import { type Redaction, redacting, showingSecrets } from './redact-text.ts'
import { maskingToo, secretValues } from './secret-values.ts'

/** A redaction that gets to know the secrets of the recordings that it is used for. */
export interface RecordingRedaction extends Redaction {
  /** Takes note of an entry's secrets; from then on each is masked wherever it stands. */
  note(entry: HarEntry): void
}

/** Returns a redaction for recordings: one that masks secrets, or one that shows them. */
export function redactionFor(showSecrets: boolean): RecordingRedaction {
  if (showSecrets) return { ...showingSecrets, note: () => undefined }
  const secrets = secretValues()
  return { ...maskingToo(redacting, secrets), note: secrets.add }
}
