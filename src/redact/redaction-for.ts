import type { HarEntry } from '../har/har-entry.ts'
import { escapeControl } from './escape-control.ts'
import { LONG, MOST_OF_LONG, memoryOf } from './memory-of.ts'
import { redactHeader, type Side } from './redact-header.ts'
import { type PartRedaction, redactPiece } from './redact-piece.ts'
import { type Redaction, showingSecrets } from './redact-text.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'
import { type Noted, type SecretValues, secretValues } from './secret-values.ts'

/** A redaction that collects the secrets of its recordings. */
export interface RecordingRedaction extends Redaction {
  /** Collects an entry's secrets. From then on, each is masked wherever it occurs. */
  note(entry: HarEntry): void
  /** Returns how many secrets are known. */
  known(): number
  /** Begins to collect anew: what isn't added until it's done is forgotten then, and masked as long. */
  renewal(): Renewal
  /** Adds the secrets that the redaction of another thread has collected. */
  take(noted: readonly Noted[]): void
}

/** A collection of the secrets that are still needed. */
export interface Renewal {
  add(entry: HarEntry): void
  done(): void
}

/** Returns a redaction for recordings: one that masks secrets, or one that shows them. `onNoted` is called with what it takes note of. */
export function redactionFor(showSecrets: boolean, onNoted?: (noted: Noted) => void): RecordingRedaction {
  if (showSecrets)
    return {
      ...showingSecrets,
      note: () => undefined,
      take: () => undefined,
      known: () => 0,
      renewal: () => ({ add: () => undefined, done: () => undefined }),
    }
  let secrets = secretValues(onNoted)
  /** Those that a renewal has collected so far. */
  let next: SecretValues | null = null
  // Recordings repeat themselves, so most values are shown many times.
  const shown = remembering()
  const sideOf = (name: string): Side => (secrets.isSent(name) ? 'request' : 'response')
  const finished = (text: string): string => escapeControl(secrets.mask(text))
  // What took long to look through for secrets isn't looked through again.
  const parts: PartRedaction = {
    url: (url) => secrets.shown('url', url) ?? redactUrl(url),
    header: (name, value, side = sideOf(name.toLowerCase())) =>
      secrets.shown(side + name, value) ?? redactHeader(name, value, side),
    text: (text) => secrets.shown('text', text) ?? redactValue(text),
  }
  return {
    url: (url) => shown('url', url, () => finished(parts.url(url))),
    header: (name, value, side = sideOf(name.toLowerCase())) =>
      shown(`${side} ${name}`, value, () => finished(parts.header(name, value, side))),
    value: (value) => shown('value', value, () => finished(redactPiece(value, parts))),
    note: (entry) => {
      next?.add(entry)
      if (secrets.add(entry)) shown.forget()
    },
    known: () => secrets.known(),
    renewal() {
      const renewed = secretValues(onNoted)
      next = renewed
      return {
        add: (entry) => void renewed.add(entry),
        done() {
          if (next !== renewed) return
          secrets = renewed
          next = null
          shown.forget()
        },
      }
    },
    take: (noted) => {
      next?.take(noted)
      if (secrets.take(noted)) shown.forget()
    },
  }
}

/** How many characters of short values are remembered. */
const MOST = 4_000_000

interface Remembering {
  (field: string, value: string, make: () => string): string
  forget(): void
}

/** Returns a cache of shown values, by field. */
function remembering(): Remembering {
  const [short, long] = [memoryOf(MOST), memoryOf(MOST_OF_LONG)]
  const shown = (field: string, value: string, make: () => string): string => {
    const memory = value.length < LONG ? short : long
    const known = memory.get(field, value)
    if (known !== undefined) return known
    const made = make()
    memory.set(field, value, made)
    return made
  }
  const forget = (): void => {
    short.clear()
    long.clear()
  }
  return Object.assign(shown, { forget })
}
