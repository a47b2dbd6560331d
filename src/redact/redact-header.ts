import { mask, masked } from './mask.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'
import { isSecretHeader } from './secret-name.ts'

/** Only a known scheme is kept: in `Authorization: my key`, the first word is part of the key. */
const authenticationScheme =
  /^(apikey|api-key|aws|aws4-hmac-sha256|basic|bearer|bot|client-id|concealed|digest|dpop|gnap|googlelogin|hawk|hmac|hoba|jwt|key|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-1|scram-sha-256|sharedaccesssignature|sharedkey|signature|splunk|ssws|token|vapid)([ \t]+)/i

/** The attributes of Set-Cookie that are on record, with values that cannot hold another cookie. */
const cookieAttribute =
  /^\s*(?:(?:domain|path|samesite|priority|max-age)\s*=[^,=]*|expires\s*=[\w\s,:+-]*|secure|httponly|partitioned)\s*$/i

/**
 * Returns the value of a header with what is secret masked. Names and attributes of cookies and authentication
 * schemes are kept, for they decide what a browser does; so is an empty value.
 */
export function redactHeader(name: string, value: string): string {
  switch (name.trim().toLowerCase()) {
    case 'cookie':
      return value.split(';').map(redactCookie).join(';')
    case 'set-cookie':
      return value
        .split(';')
        .map((part, i) => (i > 0 && cookieAttribute.test(part) ? part : redactCookie(part)))
        .join(';')
    case 'authorization':
    case 'proxy-authorization':
      return redactAuthorization(value)
    case 'location':
    case 'content-location':
    case 'referer':
      return redactUrl(value)
    default:
      return isSecretHeader(name) ? masked(value) : redactValue(value)
  }
}

/** Returns `name=•••`; a cookie without a name is all value. */
function redactCookie(cookie: string): string {
  const [, space = '', name = '', secret = ''] = /^(\s*)([^=]*=)?(.*)$/s.exec(cookie) ?? []
  return space + name + masked(secret)
}

function redactAuthorization(value: string): string {
  const scheme = authenticationScheme.exec(value)?.[0]
  if (scheme !== undefined) return scheme + mask
  return /^(basic|bearer|digest|negotiate|ntlm)$/i.test(value) ? value : masked(value)
}
