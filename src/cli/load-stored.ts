import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** A CommonJS module to load, which is all ASCII and never calls `import()`. */
export interface Wanted {
  readonly path: string
  /** The hash of its text. */
  readonly hash: string
  /** What it's loaded for: each purpose runs other parts of it. */
  readonly purpose: string
}

/** A loaded module. */
export interface Loaded {
  readonly exports: unknown
  /** Whether V8 didn't have to compile it. */
  readonly wasCompiled: boolean
  /**
   * Stores what V8 has compiled by now, so that the next process needn't do it. Runs with another outcome run other parts, so that
   * the first one with each exit code adds what it needed. Never throws.
   */
  keep(exitCode: number): void
}

/** Loads a CommonJS module together with what an earlier process stored in a folder: what V8 compiled of it. */
export function loadStored(folder: string, { path, hash, purpose }: Wanted): Loaded {
  const file = join(folder, `${purpose}-${process.version}-${process.arch}`)
  const require = createRequire(path)
  const stored = compiledIn(file, hash)
  // It's all ASCII, which takes no time to decode.
  const text = readFileSync(path, 'latin1')
  const script = new Script(`(function (exports, require, module) {${text}\n})`, {
    filename: path,
    ...(stored === null ? {} : { cachedData: stored.compiled }),
  })
  const wasCompiled = stored !== null && script.cachedDataRejected === false
  const loaded = { exports: {} as unknown }
  script.runInThisContext()(loaded.exports, require, loaded)
  const keep = (exitCode: number): void => {
    const outcomes = (wasCompiled ? stored.outcomes : 0) | (1 << exitCode)
    if (!wasCompiled || outcomes !== stored.outcomes) store(file, script, outcomes, hash)
  }
  return { exports: loaded.exports, wasCompiled, keep }
}

/** What V8 compiled, and after which exit codes: bit n stands for n. */
interface Stored {
  readonly compiled: Uint8Array
  readonly outcomes: number
}

/**
 * Returns what was stored for the same text, or null. V8 checks that it was made by the same version of it, but then runs
 * whatever it's given: a damaged file crashes it.
 */
function compiledIn(file: string, hash: string): Stored | null {
  try {
    const stored = readFileSync(file)
    const end = stored.length - HASH - SEAL
    if (end < 1 || stored.toString('latin1', end, end + HASH) !== hash) return null
    if (stored.readUInt32LE(end + HASH) !== sealOf(stored, end + HASH)) return null
    return { compiled: stored.subarray(0, end - 1), outcomes: stored[end - 1] ?? 0 }
  } catch {
    return null
  }
}

/** The lengths of a text's hash, and of the seal that ends a file. */
const HASH = 64
const SEAL = 4

/**
 * Returns a number that is another one if the file was cut off, or a disk lost a block of it. Only something of each block
 * counts: to load a real hash and to run it would take 3 ms at each start.
 */
function sealOf(bytes: Buffer, end: number): number {
  let seal = end
  for (let at = 0; at + 4 <= end; at += BLOCK) seal = (Math.imul(seal, 31) + bytes.readUInt32LE(at)) | 0
  return seal >>> 0
}

/** What file systems write at once, in bytes. */
const BLOCK = 4096

/** Another process may read or write the same file, so that it's replaced in one step. */
function store(file: string, script: Script, outcomes: number, hash: string): void {
  const written = `${file}.${process.pid}`
  try {
    const sealed = Buffer.concat([
      script.createCachedData(),
      Uint8Array.of(outcomes),
      Buffer.from(hash, 'latin1'),
    ])
    const seal = Buffer.alloc(SEAL)
    seal.writeUInt32LE(sealOf(sealed, sealed.length))
    writeFileSync(written, Buffer.concat([sealed, seal]), { flag: 'wx', mode: 0o600 })
    renameSync(written, file)
  } catch {
    // There is no room for it, or it can't be written there: the next process compiles it again.
    rmSync(written, { force: true })
  }
}
