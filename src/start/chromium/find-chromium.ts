import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const onWindows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
  ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
    (path) => `${process.env[variable] ?? 'C:\\Program Files'}\\${path}`,
  ),
)

/** Returns the path of a Chromium, Chrome or Edge: `CHROMIUM_PATH`, else the first one found on the PATH or where installers put it. */
export function findChromium(): string {
  const fromEnvironment = process.env['CHROMIUM_PATH']
  if (fromEnvironment) {
    if (isExecutable(fromEnvironment)) return fromEnvironment
    throw new Error(`CHROMIUM_PATH is ${fromEnvironment}, and no program is there`)
  }
  const directories = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]
  const candidates = [
    ...names.flatMap((name) => directories.map((directory) => join(directory, name))),
    ...onMac,
    ...onWindows,
  ]
  const found = candidates.find(isExecutable)
  if (found === undefined) throw new Error('No Chromium found: set CHROMIUM_PATH to its executable')
  return found
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
