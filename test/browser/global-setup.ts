import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Builds what is tested, and puts the extension aside, so that another build does not take it from under the tests. */
export default function setup(): () => void {
  const { status } = spawnSync(process.execPath, ['build.mjs', '--if-needed'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed, so there is no panel to test')
  const directory = mkdtempSync(join(tmpdir(), 'whycors-extension-'))
  for (const browser of ['chrome', 'firefox'])
    cpSync(join('dist', browser), join(directory, browser), { recursive: true })
  process.env['WHYCORS_EXTENSIONS'] = directory
  return () => rmSync(directory, { recursive: true, force: true })
}
