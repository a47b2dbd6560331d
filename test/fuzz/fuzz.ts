import { type CurlLine, KINDS } from './kinds.ts'
import { randomOf } from './random.ts'
import { shells, wrongInShell } from './shells.ts'

/** Something that an input did and must not. */
export interface Fault {
  readonly seed: number
  readonly kind: string
  readonly wrong: string
}

/** What a run came to. */
export interface Fuzzed {
  readonly inputs: number
  readonly faults: readonly Fault[]
  /** The most milliseconds that a kilobyte took, of each kind. */
  readonly slowest: ReadonlyMap<string, number>
}

/** A second for a megabyte, and what any input may take; a busy machine stretches it. */
const PATIENCE = { perCharacter: 1e-3, least: 2000 }

/** How many commands one shell is given. */
const BATCH = 200

/** Has inputs made and read from a seed on, until `isOver`. Stops after 20 faults. */
export async function fuzz(seed: number, isOver: (inputs: number) => boolean): Promise<Fuzzed> {
  const faults: Fault[] = []
  const slowest = new Map<string, number>()
  const lines: CurlLine[] = []
  const kinds = KINDS.flatMap(([name, share, kind]) => Array.from({ length: share }, () => ({ name, kind })))
  let inputs = 0
  for (; !isOver(inputs) && faults.length < 20; inputs++) {
    const random = randomOf(seed + inputs)
    const { name, kind } = random.pick(kinds)
    const fail = (wrong: string): void => void faults.push({ seed: seed + inputs, kind: name, wrong })
    const began = performance.now()
    try {
      const { size, wrong, curl } = await kind(random)
      const took = performance.now() - began
      slowest.set(name, Math.max(slowest.get(name) ?? 0, took / Math.max(1, size / 1024)))
      if (wrong !== null) fail(wrong)
      if (took > PATIENCE.least + PATIENCE.perCharacter * size)
        fail(`took ${Math.round(took)} ms for ${size} characters`)
      if (curl !== undefined) lines.push(curl)
    } catch (error) {
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    if (lines.length >= BATCH) readInShells(lines.splice(0), fail)
  }
  readInShells(lines, (wrong) => void faults.push({ seed, kind: 'shells', wrong }))
  return { inputs, faults, slowest }
}

function readInShells(lines: readonly CurlLine[], fail: (wrong: string) => void): void {
  if (lines.length === 0) return
  for (const shell of shells) {
    const wrong = wrongInShell(shell, lines)
    if (wrong !== null) fail(wrong)
  }
}
