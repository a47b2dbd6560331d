import module from 'node:module'
import { tmpdir } from 'node:os'
import { folderOfUser } from './folder-of-user.ts'
import { type Loaded, loadStored, type Wanted } from './load-stored.ts'

/**
 * Loads everything that isn't needed for --help and --version, together with what V8 compiled of it in an earlier process.
 * From 22.8 on, Node.js stores that itself; for earlier versions it's stored here. NODE_DISABLE_COMPILE_CACHE disables both.
 */
export function loadCore(wanted: Wanted): Loaded {
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown }
  enableCompileCache?.()
  const isStoredHere =
    enableCompileCache === undefined && isNode && (process.env['NODE_DISABLE_COMPILE_CACHE'] ?? '') === ''
  const folder = isStoredHere ? folderOfUser(tmpdir()) : null
  return folder === null
    ? { exports: module.createRequire(wanted.path)(wanted.path), wasCompiled: false, keep: () => undefined }
    : loadStored(folder, wanted)
}

/** Bun and Deno have other ways to compile. */
const isNode = process.versions['bun'] === undefined && process.versions['deno'] === undefined
