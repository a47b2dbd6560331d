import type { Browser, HarEntry, Recording } from './har-entry.ts'
import { isNamed } from './is-named.ts'
import type { RawLog } from './raw-item.ts'
import { own, stringOf } from './untrusted.ts'

/** The writer of a recording that was made from pasted text. What such a recording lacks proves nothing. */
export const PASTED = 'pasted text'

/** The writer of a recording of what `whycors check` sent. */
export const CHECK = 'whycors check'

/** How many entries are examined to recognize the browser. */
export const sampleSize = 200

/** Returns who wrote a recording and what that writer leaves out, given its first entries. */
export function describeRecording(
  log: RawLog,
  sample: readonly HarEntry[],
  file: number,
  name: string,
): Recording {
  const writer = stringOf(own(log.creator, 'name')).trim()
  const creator = `${writer} ${stringOf(own(log.creator, 'version')).trim()}`.trim()
  const browser = browserOf(writer, stringOf(own(log.browser, 'name')), sample)
  const isPlaywright = /playwright/i.test(writer)
  return {
    file,
    name,
    creator,
    browser,
    // Web Inspector's recordings haven't been examined, so what they lack proves nothing.
    recordsPreflights: !isPlaywright && writer !== PASTED && !isWebInspectorOfWebKit(writer),
    // Browsertime writes the HAR of Chromium with chrome-har.
    recordsFailures: !(/chrome-har/i.test(writer) || (/browsertime/i.test(writer) && browser === 'chromium')),
    recordsBlockedHeaders: !isPlaywright,
    sentByBrowser: writer !== PASTED,
    recordsOutcomes: writer !== CHECK,
    opened: [],
  }
}

/** What the writer states comes first. Recordings of proxies and bare lists of entries are recognized by their entries. */
function browserOf(writer: string, named: string, sample: readonly HarEntry[]): Browser {
  if (/chrom|edge|opera|brave/i.test(named)) return 'chromium'
  if (/firefox|mozilla/i.test(named)) return 'firefox'
  if (/webkit|safari/i.test(named)) return 'webkit'
  if (isWebInspectorOfWebKit(writer)) return 'webkit'
  if (/^webinspector$|chrome-har/i.test(writer)) return 'chromium'
  if (/^firefox/i.test(writer)) return 'firefox'
  return onlyOne(sample.map(browserByFields)) ?? onlyOne(sample.map(browserByUserAgent)) ?? 'unknown'
}

const isWebInspectorOfWebKit = (writer: string): boolean => /webkit web inspector|^safari/i.test(writer)

/** `_error` with `_initiator` is Chrome's, `_securityState` Firefox's; the User-Agent can be overridden in both. */
function browserByFields({ vendor }: HarEntry): Browser | null {
  if (vendor.initiator !== null && vendor.error !== undefined) return 'chromium'
  return vendor.securityState !== null ? 'firefox' : null
}

/** Every browser on iOS is WebKit, whatever its name. */
function browserByUserAgent({ request }: HarEntry): Browser | null {
  const userAgent = request.headers.find((header) => isNamed(header.name, 'user-agent'))?.value ?? ''
  if (/\b(CriOS|FxiOS|EdgiOS|OPiOS)\//.test(userAgent)) return 'webkit'
  if (/(Chrome|Chromium)\//.test(userAgent)) return 'chromium'
  if (/\bFirefox\//.test(userAgent)) return 'firefox'
  return /AppleWebKit\//.test(userAgent) && / Safari\//.test(userAgent) ? 'webkit' : null
}

/** Returns the browser that all known values agree on. */
function onlyOne(opinions: readonly (Browser | null)[]): Browser | null {
  const [first, ...others] = new Set(opinions.filter((opinion) => opinion !== null))
  return others.length === 0 ? (first ?? null) : null
}
