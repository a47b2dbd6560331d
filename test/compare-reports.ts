import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of a report that differ, and how: what stood there before, and what stands there now. */
interface Difference {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const MEBIBYTE = 1024 * 1024
const SHOWN = 3

/**
 * Compares the JSON reports that two builds of the command line make of the same recordings:
 * `npm run compare -- BEFORE/cli.js AFTER/cli.js FILE-OR-FOLDER...`. Prints each kind of difference once, by its path in
 * the report without indexes, with its count and a few examples. Returns 0 where nothing differs, else 1.
 */
export function main([before, after, ...places]: readonly string[]): number {
  if (before === undefined || after === undefined || places.length === 0) {
    console.error('usage: npm run compare -- BEFORE/cli.js AFTER/cli.js FILE-OR-FOLDER...')
    return 2
  }
  const kinds = new Map<string, { file: string; difference: Difference }[]>()
  const files = places.flatMap(recordingsIn)
  for (const file of files) {
    for (const difference of differences(reportOf(before, file), reportOf(after, file), '')) {
      const kind = difference.path.replace(/\[\d+\]/g, '[]')
      const found = kinds.get(kind) ?? []
      kinds.set(kind, found)
      found.push({ file, difference })
    }
  }
  for (const [kind, found] of [...kinds].sort()) {
    console.log(`\n${kind}  ×${found.length} in ${new Set(found.map(({ file }) => file)).size} files`)
    for (const { file, difference } of found.slice(0, SHOWN))
      console.log(
        `  ${file} ${difference.path}\n    - ${shown(difference.before)}\n    + ${shown(difference.after)}`,
      )
  }
  console.log(`\n${files.length} recordings compared, ${kinds.size} kinds of difference`)
  return kinds.size === 0 ? 0 : 1
}

const recordingsIn = (place: string): readonly string[] =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .map((file) => join(place, file))
        .filter((file) => /\.har(\.gz)?$/.test(file) && statSync(file).isFile())
        .toSorted()

/** The report, or how the program ended where it made none. */
function reportOf(cli: string, file: string): unknown {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [cli, 'explain', file, '--all', '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 2048 * MEBIBYTE },
  )
  try {
    return { status, report: JSON.parse(stdout) as unknown }
  } catch {
    return { status, stderr }
  }
}

function differences(before: unknown, after: unknown, path: string): readonly Difference[] {
  if (Object.is(before, after)) return []
  const whole = [{ path, before, after }]
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return whole
  if (Array.isArray(before) !== Array.isArray(after)) return whole
  if (Array.isArray(before) && before.length !== (after as unknown[]).length) return whole
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) =>
    differences(
      (before as Record<string, unknown>)[name],
      (after as Record<string, unknown>)[name],
      Array.isArray(before) ? `${path}[${name}]` : `${path}.${name}`,
    ),
  )
}

function shown(value: unknown): string {
  const words = JSON.stringify(value) ?? 'nothing'
  return words.length > 300 ? `${words.slice(0, 300)}…` : words
}
