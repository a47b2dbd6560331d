import {
  type Diagnosis,
  diagnose,
  type Examined,
  type HarEntry,
  type Recording,
  readHar,
  redacting,
  type SkippedEntry,
  showingSecrets,
} from '../internal.ts'
import type { Options } from './options.ts'

/**
 * Reads one recording and diagnoses its fetches, those to the wanted API origin where one is named. Rejects with
 * what {@link inputError} puts into words.
 */
export async function examine(
  bytes: AsyncIterable<Uint8Array>,
  file: number,
  path: string,
  { engine, origin, showSecrets }: Options,
): Promise<Examined> {
  const entries: HarEntry[] = []
  const skipped: SkippedEntry[] = []
  let recording: Recording | null = null
  for await (const item of readHar(bytes, file, path === '-' ? 'standard input' : path)) {
    if (item.type === 'entry') entries.push(item.entry)
    else if (item.type === 'skipped') skipped.push(item.skipped)
    else recording = item.recording
  }
  if (recording === null) throw new Error('the recording says nothing of itself')
  const diagnoses = diagnose(recording, entries, {
    engine,
    show: (showSecrets ? showingSecrets : redacting).value,
  })
  const chosen =
    origin === null
      ? diagnoses
      : diagnoses.filter(({ verdict }) => verdict.exchange.chain.some((hop) => originOfHop(hop) === origin))
  return { recording, entries: entries.length + skipped.length, diagnoses: chosen, skipped }
}

function originOfHop(hop: Diagnosis['verdict']['exchange']['chain'][number]): string | null {
  const url = hop.actual?.request.url ?? hop.preflight?.request.url
  return url === undefined || !URL.canParse(url) ? null : new URL(url).origin
}
