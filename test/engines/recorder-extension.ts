import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const manifest = {
  manifest_version: 3,
  name: 'WhyCORS test recorder',
  version: '1',
  devtools_page: 'recorder.html',
}

const script = `globalThis.finished = []
chrome.devtools.network.onRequestFinished.addListener((entry) => finished.push(JSON.stringify(entry)))
`

export interface RecorderExtension {
  readonly directory: string
  /** The devtools page's file. */
  readonly page: string
  readonly remove: () => void
}

/** Returns the smallest extension that sees what a DevTools panel sees; its page keeps the live entries in `finished`. */
export function writeRecorderExtension(): RecorderExtension {
  const directory = mkdtempSync(join(tmpdir(), 'whycors-extension-'))
  const write = (name: string, text: string) => writeFileSync(join(directory, name), text)
  write('manifest.json', JSON.stringify(manifest))
  write('recorder.html', '<!doctype html><meta charset="utf-8"><script src="recorder.js"></script>')
  write('recorder.js', script)
  const remove = () => rmSync(directory, { recursive: true, force: true })
  return { directory, page: 'recorder.html', remove }
}
