import { isRedirectStatus } from '../../src/fetch/response.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import type { RecordedVerdict } from './recorded.ts'

/** A case of a recording in which our verdict cannot be the browser's, with the reason. */
export interface RecordedException {
  /** The start of the recording's name. */
  readonly recording: RegExp
  readonly ids: RegExp
  readonly reason: string
}

export const recordedExceptions: readonly RecordedException[] = [
  {
    recording: /^chromium-(live|export)/,
    ids: /^worker-(noacao|cred-star)$/,
    reason: 'Chrome records no headers of a blocked response of a dedicated worker.',
  },
  {
    recording: /^chromium-(live|export)/,
    ids: /^sharedworker-/,
    reason: 'Requests of a shared worker have no entry.',
  },
  {
    recording: /^chromium-export/,
    ids: /^file-(to-file|relative-module)$/,
    reason: 'Chrome’s export leaves file: URLs out.',
  },
  {
    recording: /^chromium-(live|export)/,
    ids: /^lna-(fetch|http-fetch)$/,
    reason: 'Without a preflight, Local Network Access leaves status 0 and no hint.',
  },
  {
    recording: /^chromium-dnr/,
    ids: /^dnr-(add-acao-put|rm-acao|redirect)/,
    reason:
      'Another extension rewrote the headers after the network; the browser judged those, the HAR has the others.',
  },
  {
    recording: /^firefox/,
    ids: /^(pf-ok-actual-drop|net-drop-put-json)$/,
    reason:
      'Firefox calls a dropped PUT "CORSMultipleAllowOriginNotAllowed", which is its mistake: there is no response.',
  },
  {
    recording: /^firefox/,
    ids: /^(preload-fetch-no-acao|modulepreload-no-acao|beacon-json|sw-synth-no-acao)$/,
    reason:
      'The page is told of success though CORS blocked it (preload fires load, sendBeacon returns true).',
  },
  {
    recording: /^firefox/,
    ids: /^sw-pass-/,
    reason: 'The request went through a service worker, whose own requests Firefox does not show.',
  },
  {
    recording: /^firefox-(gethar|save-all)/,
    ids: /^xframe-no-acao$/,
    reason: 'The entry has status 0 there, without any header.',
  },
  {
    recording: /^firefox/,
    ids: /^(shared-|insw-)/,
    reason: 'Requests of shared and service workers have no entry.',
  },
  {
    recording: /^firefox/,
    ids: /^(scheme-|xhr-scheme-)/,
    reason: 'Refused before a request exists: no entry.',
  },
]

/**
 * Reports whether the recording leaves a case open, by what it lacks: no outcome, and no sign of the credentials mode
 * or of the redirect mode. Saying "depends" is then the only true verdict.
 */
export function isLeftOpen({ type, exchange }: Verdict): boolean {
  const { chain, facts, observed } = exchange
  const endsAtRedirect = isRedirectStatus(chain.at(-1)?.actual?.response.status ?? 0)
  return (
    type === 'depends' && observed.outcome === 'unknown' && (endsAtRedirect || !facts.credentialsMode.known)
  )
}

/** Returns the reason why a case is not compared, or null. */
export const exceptionFor = (recording: string, { id }: RecordedVerdict): string | null =>
  recordedExceptions.find((one) => one.recording.test(recording) && one.ids.test(id))?.reason ?? null
