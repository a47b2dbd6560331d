import { findProgram, onWindows } from '../find-program.ts'

/**
 * Returns the path of a Chromium, Chrome or Edge: `CHROMIUM_PATH`, else the first one found on the PATH or in the usual
 * places.
 */
export const findChromium = (): string =>
  findProgram({
    title: 'Chromium',
    variable: 'CHROMIUM_PATH',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    places: [
      ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
      ...onWindows(['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']),
    ],
  })
