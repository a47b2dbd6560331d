import { spawnSync } from 'node:child_process'
import { findChromium } from './find-chromium.ts'

/** Builds what is tested. Throws where there is no browser: a run without one must not look like a success. */
export default function setup(): void {
  findChromium()
  const { status } = spawnSync(process.execPath, ['build.mjs', '--if-needed'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed, so there is no panel to test')
}
