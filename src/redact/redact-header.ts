import { decodePercent } from './decode-percent.ts'
import { isBug, mask, masked, type Seen, unseen } from './mask.ts'
import { noteUser } from './note-user.ts'
import { isPlain } from './plain-value.ts'
import { redactUrl } from './redact-url.ts'
import { maskUrlsInText, redactValue } from './redact-value.ts'
import { isCorsHeader, isIdHeader, isSafeRequestHeader } from './safe-header.ts'
import { maskFields } from './secret-fields.ts'
import { isSecretHeader, isSecretParameter } from './secret-name.ts'
import { maskTokens } from './secret-text.ts'

/** Which message a header belongs to. */
export type Side = 'request' | 'response'

/** Only a known scheme is kept: in `Authorization: my key`, the first word is part of the key. */
const authenticationScheme =
  /^(apikey|api-key|aws|aws4-hmac-sha256|basic|bearer|bot|client-id|concealed|digest|dpop|gnap|googlelogin|hawk|hmac|hoba|jwt|key|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-1|scram-sha-256|sharedaccesssignature|sharedkey|signature|splunk|ssws|token|vapid)([ \t]+)/i

/** The attributes of Set-Cookie that are on record, with values that can't hold another cookie. */
const cookieAttribute =
  /^(?:(?:domain|path|samesite|priority|max-age)\s*=[^,=]*|expires\s*=[\w\s,:+-]*|secure|httponly|partitioned)$/i

/**
 * Returns the value of a header with secrets masked. Names and attributes of cookies and authentication schemes are kept,
 * because they decide what a browser does, as are the values that CORS uses. Values of request headers are only shown if
 * the header is known to be harmless, or if they are plain words or numbers.
 */
export function redactHeader(
  name: string,
  value: string,
  side: Side = 'response',
  seen: Seen = unseen,
): string {
  const lower = name.trim().toLowerCase()
  switch (lower) {
    case 'cookie':
      return value
        .split(';')
        .map((pair) => redactCookie(pair, seen))
        .join(';')
    case 'set-cookie':
      return value
        .split(';')
        .map((part, i) => (i > 0 && cookieAttribute.test(part.trim()) ? part : redactCookie(part, seen)))
        .join(';')
    case 'authorization':
    case 'proxy-authorization':
      return redactAuthorization(value, seen)
    case 'location':
    case 'content-location':
    case 'referer':
      return redactUrl(value, seen)
    case 'sec-websocket-protocol':
      return value
        .split(',')
        .map((protocol, i, all) => redactProtocol(protocol, all[i - 1] ?? '', seen))
        .join(',')
    case 'permissions-policy':
    case 'permissions-policy-report-only':
      // `otp-credentials=(self)` names a feature.
      return maskUrlsInText(value, seen)
    default:
      if (isCorsHeader(lower)) return maskTokens(maskFields(maskUrlsInText(value, seen), seen), seen)
      if (isSecretHeader(name.trim(), value)) return masked(value, seen)
      if (side === 'request' && !isSafeRequestHeader(lower)) {
        if (isPlain(value)) return value
        redactValue(value, seen)
        return masked(value, seen, false)
      }
      return isEncodedSecret(value, seen)
        ? masked(value, seen, false)
        : redactValue(value, seen, !isIdHeader(lower))
  }
}

/** Reports whether a percent-encoded sentence, such as that of `grpc-message`, or percent-encoded JSON names a secret. */
function isEncodedSecret(value: string, seen: Seen): boolean {
  if (!/%20|^%(?:5B|7B)/i.test(value) || /\s/.test(value)) return false
  const decoded = decodePercent(value)
  return redactValue(decoded, seen) !== decoded
}

/** A session's id with its signature, as Express writes it. */
const signed = /^s(?::|%3A)([\w-]{8,})\./i

/** Returns `name=•••`; a cookie without a name is masked completely. */
function redactCookie(cookie: string, seen: Seen): string {
  const [, space = '', name = '', secret = ''] = /^(\s*)([^=]*=)?(.*)$/s.exec(cookie) ?? []
  const session = signed.exec(secret)?.[1]
  if (session !== undefined) seen(session, true)
  return space + name + masked(secret, seen, isSecretParameter(name.slice(0, -1)))
}

/** Pages that can't set a header (WebSockets) pass credentials as a subprotocol: `bearer, …`, `token.…`. */
function redactProtocol(protocol: string, before: string, seen: Seen): string {
  const [, space = '', word = ''] = /^(\s*)(.*)$/s.exec(protocol) ?? []
  const [, telling = '', rest = ''] =
    /^((?:.*\b)?(?:token|bearer|auth|authorization|jwt|key|secret)[.:_-])(.+)$/is.exec(word) ?? []
  if (rest !== '' && !isPlain(rest)) return space + telling + masked(rest, seen)
  const follows = /(?:^|\b|_)(?:token|bearer|auth|authorization|jwt|key|secret)$/i.test(before.trim())
  return follows && !isPlain(word) ? space + masked(word, seen) : space + redactValue(word, seen)
}

function redactAuthorization(value: string, seen: Seen): string {
  const scheme = authenticationScheme.exec(value)?.[0]
  if (scheme === undefined)
    return /^(basic|bearer|digest|negotiate|ntlm)$/i.test(value) ? value : masked(value, seen)
  const credentials = value.slice(scheme.length)
  // `Bearer undefined` is the bug to find.
  if (isBug(credentials)) return value
  noteParts(scheme.trim().toLowerCase(), credentials, seen)
  return scheme + (masked(credentials, seen) === credentials ? credentials : mask)
}

/** Credentials contain several secrets, which may recur separately. */
function noteParts(scheme: string, credentials: string, seen: Seen): void {
  if (scheme === 'basic') {
    const user = fromBase64(credentials)
    if (user.includes(':')) noteUser(user, seen)
  }
  for (const [, name = '', secret = ''] of credentials.matchAll(/([\w-]{1,40})="([^"]*)"/g))
    if (/response|signature|token|nonce|mac|cnonce|key|password/i.test(name)) seen(secret, true)
}

function fromBase64(text: string): string {
  try {
    return atob(text.trim())
  } catch {
    return ''
  }
}
