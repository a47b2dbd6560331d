import { asciiLower } from '../fetch/header-list.ts'

/** A header that describes the device, in lowercase. */
export interface ClientHint {
  readonly name: string
  /** The values that Chromium sends itself; with such a value, the header is safelisted there. */
  readonly value: RegExp
  /** Whether it's only sent to the page's own origin: a redirect to another one drops it. */
  readonly ownOriginOnly: boolean
  readonly source: string
}

/**
 * The client hints that script can also set, which excludes those that begin with Sec-. The values are those of
 * https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/cors/cors.cc
 */
export const CLIENT_HINTS: readonly ClientHint[] = [
  hint('device-memory', /^\d+(\.\d+)?$/, 'https://www.w3.org/TR/device-memory/#iana-device-memory'),
  hint('downlink', /^\d+(\.\d+)?$/, 'https://wicg.github.io/netinfo/#downlink-request-header-field'),
  hint('dpr', /^\d+(\.\d+)?$/, 'https://wicg.github.io/responsive-image-client-hints/#dpr'),
  hint('ect', /^(slow-2g|2g|3g|4g)$/, 'https://wicg.github.io/netinfo/#ect-request-header-field'),
  hint('rtt', /^\d+$/, 'https://wicg.github.io/netinfo/#rtt-request-header-field'),
  {
    ...hint('save-data', /^on$/i, 'https://wicg.github.io/savedata/#save-data-request-header-field'),
    ownOriginOnly: false,
  },
  hint('viewport-width', /^\d+$/, 'https://wicg.github.io/responsive-image-client-hints/#viewport-width'),
  hint('width', /^\d+$/, 'https://wicg.github.io/responsive-image-client-hints/#width'),
]

/** Returns the client hint that a header name is, or null. */
export const clientHint = (name: string): ClientHint | null =>
  CLIENT_HINTS.find((known) => known.name === asciiLower(name)) ?? null

function hint(name: string, value: RegExp, source: string): ClientHint {
  return { name, value, ownOriginOnly: true, source }
}
