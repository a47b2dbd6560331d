import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../src/start/chromium/find-chromium.ts'

/**
 * Builds what is tested, and puts the extension aside, so that another build does not take it from under the tests.
 * Throws where there is no browser: a run without one must not look like a success.
 */
export default function setup(): () => void {
  findChromium()
  const { status } = spawnSync(process.execPath, ['build.mjs', '--if-needed'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed, so there is no panel to test')
  const directory = mkdtempSync(join(tmpdir(), 'whycors-extension-'))
  cpSync('dist/chrome', directory, { recursive: true })
  process.env['WHYCORS_EXTENSION'] = directory
  return () => rmSync(directory, { recursive: true, force: true })
}
