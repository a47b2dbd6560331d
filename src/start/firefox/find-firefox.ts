import { findProgram, onWindows } from '../find-program.ts'

/** Returns the path of a Firefox: `FIREFOX_PATH`, else the first one found on the PATH or in the usual places. */
export const findFirefox = (): string =>
  findProgram({
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr', 'firefox-devedition', 'firefox-nightly'],
    places: [
      ...['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/firefox`,
      ),
      ...onWindows(['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe']),
    ],
  })
