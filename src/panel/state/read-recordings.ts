import {
  fileKind,
  type HarEntry,
  HarFormatError,
  HarSyntaxError,
  type Recording,
  readingHar,
  recordingsIn,
  type SkippedEntry,
  type Truncation,
} from '../../internal.ts'
import { boundedEntry } from './bounded-entry.ts'

/** A file to read. */
export interface Asked {
  readonly name: string
  readonly blob: Blob
  /** The number of its first recording. */
  readonly file: number
}

/** What the reader yields, in this order: for each recording its entries in pieces, then its description. */
export type Told =
  | { readonly type: 'begins'; readonly name: string }
  | {
      readonly type: 'entries'
      readonly entries: readonly HarEntry[]
      /** Each as recorded, without bodies. */
      readonly raw: readonly unknown[]
    }
  /** The previous pieces of this recording are void; all its entries follow again. */
  | { readonly type: 'again' }
  | { readonly type: 'progress'; readonly read: number; readonly size: number }
  | {
      readonly type: 'ends'
      readonly recording: Recording
      readonly skipped: readonly SkippedEntry[]
      readonly truncated: Truncation | null
    }
  /** Why the file can't be read: what it is instead, or what is wrong with it. */
  | { readonly type: 'failed'; readonly name: string; readonly kind: string | null; readonly why: string }
  | { readonly type: 'done' }

/** How many entries are yielded at once; more would block the consumer. */
const AT_ONCE = 100

/** Yields the content of a file. It never throws. */
export async function* readRecordings({ name, blob, file }: Asked): AsyncGenerator<Told> {
  let progress = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    const reader = blob.stream().getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      progress += value.length
      yield value
    }
  }
  let number = file
  let current = name
  let kind: string | null = null
  try {
    for await (const one of recordingsIn(name, counted())) {
      current = one.name
      kind = one.kind
      yield { type: 'begins', name: current }
      yield* readOne(one.content, current, number++, () => ({
        type: 'progress',
        read: progress,
        size: blob.size,
      }))
    }
  } catch (error) {
    const known = error instanceof HarSyntaxError || error instanceof HarFormatError
    yield {
      type: 'failed',
      name: current,
      kind: known ? kind : fileKind(new Uint8Array(await blob.slice(0, 1024).arrayBuffer())),
      why: known || error instanceof Error ? error.message : String(error),
    }
  }
  yield { type: 'done' }
}

async function* readOne(
  content: AsyncIterable<Uint8Array>,
  name: string,
  file: number,
  progress: () => Told,
): AsyncGenerator<Told> {
  const raw: unknown[] = []
  const keepRaw = (index: number, value: unknown): void => {
    raw[index] = boundedEntry(value)
  }
  const reading = readingHar(content, { file, name, keepRaw })
  let told: { list: readonly HarEntry[]; count: number; raw: number } = { list: [], count: 0, raw: 0 }
  function* news(list: readonly HarEntry[]): Generator<Told> {
    if (list !== told.list && told.count > 0) yield { type: 'again' }
    if (list !== told.list) told = { list, count: 0, raw: 0 }
    while (told.count < list.length) {
      const end = Math.min(list.length, told.count + AT_ONCE)
      const rawEnd = (list[end - 1]?.index ?? -1) + 1
      yield { type: 'entries', entries: list.slice(told.count, end), raw: raw.slice(told.raw, rawEnd) }
      told = { list, count: end, raw: rawEnd }
    }
  }
  for (;;) {
    const { done, value } = await reading.next()
    if (done === true) {
      yield* news(value.entries)
      const { recording, skipped, truncated } = value
      yield { type: 'ends', recording, skipped, truncated }
      return
    }
    yield* news(value)
    yield progress()
  }
}
