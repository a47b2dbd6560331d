import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { folderOfUser } from './folder-of-user.ts'
import { type Loaded, loadStored, type Wanted } from './load-stored.ts'

/**
 * Loads everything that isn't needed for --help and --version, together with what V8 compiled of it in an earlier process;
 * NODE_DISABLE_COMPILE_CACHE prevents that. From 22.8 on, Node.js can store it itself, but only what the very first process
 * compiled: a third more time for one that then has problems to explain.
 */
export function loadCore(wanted: Wanted): Loaded {
  const isStored = isNode && (process.env['NODE_DISABLE_COMPILE_CACHE'] ?? '') === ''
  const folder = isStored ? folderOfUser(tmpdir()) : null
  return folder === null
    ? { exports: createRequire(wanted.path)(wanted.path), wasCompiled: false, keep: () => undefined }
    : loadStored(folder, wanted)
}

/** Bun and Deno have other ways to compile. */
const isNode = process.versions['bun'] === undefined && process.versions['deno'] === undefined
