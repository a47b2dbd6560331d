/**
 * What switching off a call does: it returns this argument as it is, does nothing, makes a redaction that shows secrets,
 * or it's a condition, as if secrets were asked for.
 */
export type Off = number | 'nothing' | 'showing' | 'asked'

/** The functions that mask, for all rooms. Whoever calls one under another name isn't found. */
export const FUNCTIONS: Readonly<Record<string, Off>> = {
  maskSecrets: 0,
  redactEvidence: 0,
  redactHarEntry: 0,
  redactHeader: 1,
  redactText: 0,
  redactUrl: 0,
  redactValue: 0,
  redactionFor: 'showing',
  showAs: 'nothing',
}

/** The functions of `src/redact` that mask or note a secret. */
export const INSIDE: Readonly<Record<string, Off>> = {
  ...FUNCTIONS,
  maskCredentials: 0,
  maskFields: 0,
  maskJwts: 0,
  maskPrefixed: 0,
  maskRandomWords: 0,
  maskTokens: 0,
  maskTold: 0,
  maskValues: 0,
  maskUrlsInText: 0,
  masked: 0,
  noteParts: 'nothing',
  noteUser: 'nothing',
  redactAuthorization: 0,
  redactCookie: 0,
  redactNested: 0,
  redactParameter: 0,
  redactParameters: 0,
  redactPath: 0,
  redactPiece: 0,
  redactProtocol: 0,
  redactSegment: 0,
  redactSegments: 0,
  seen: 'nothing',
  withoutUserinfo: 0,
}

/** Files in which `show` is something else than how a value is shown. */
export const OTHERS: readonly string[] = [
  'src/panel/list/list-view.ts',
  'src/panel/live/recorder.ts',
  'src/panel/state/filter.ts',
  'src/web/use-intake.ts',
]

/** The methods of a redaction. */
export const METHODS: Readonly<Record<string, Off>> = {
  header: 1,
  note: 'nothing',
  take: 'nothing',
  text: 0,
  url: 0,
  value: 0,
}

/** The names of redactions that mask. */
export const REDACTION = /(?:redaction|redacting|ofSession|shownBy|redactionFor\(.*\))$/i

/** The names of redactions that mask nothing. */
export const UNMASKING: readonly string[] = ['showingSecrets', 'maskedBefore']

/** Objects whose method of such a name masks nothing. */
export const NO_REDACTION = /\b(?:progress|network)\??$/

/** What `src/redact` exports besides: it decides, escapes or shortens, and masks nothing by itself. */
export const DECIDING = [
  'CERTAIN',
  'CUT',
  'LIMITS',
  'LONG',
  'MOST_OF_LONG',
  'SHORTEST',
  'decodePercent',
  'escapeControl',
  'followsTelling',
  'formsOf',
  'haveSameShape',
  'isBug',
  'isCorsHeader',
  'isFlag',
  'isHookKey',
  'isIdHeader',
  'isPlain',
  'isSafeRequestHeader',
  'isSecretHeader',
  'isSecretParameter',
  'limited',
  'looksRandom',
  'mapParts',
  'memoryOf',
  'secretValues',
  'unseen',
  'valueTrie',
]
