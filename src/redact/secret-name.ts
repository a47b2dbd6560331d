import { isFlag, isPlain } from './plain-value.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words whose occurrence in a name makes its value a secret: `x-auth-token`, `sessionId`, `X-Firebase-AppCheck`. */
const SECRET = words(
  `token tok tkn jwt secret password passwd passwort passphrase passcode pincode pwd psw pswd pw otp otc totp auth authorization
  authentication oauth session sessionid sessid sess sid signature sig hmac credential credentials creds cred csrf xsrf
  assertion dpop cookie cookies ticket nonce appcheck verifier bearer senha kennwort contrasena motdepasse mdp wachtwoord
  haslo parola sifre clave psk tfa 2fa twofactor captcha recaptcha hcaptcha turnstile cvv cvc mnemonic seedphrase honeycombteam clientprincipal securityanswer saml connectionstring cardnumber`,
)

/** Words that only do so at the end of a name: `X-Pin`, `X-Pass`, `CB-ACCESS-SIGN`; not `X-Pass-Through`. */
const LAST = words('pass pin tan ssn')

/** Words before a key or code that make it a secret: `X-Api-Key-2`, `mfa_code`; not `sort_key`, `country_code`. */
const JOINED =
  /^(?:(?:api|app|auth|access|secret|private|account|client|consumer|license|session|master|admin|server|function|functions|subscription|encryption|signing|shared|user|service|security|team|site|web|publishable|restricted|write|read|ingest|resource|rl|share|link|view|download|guest|order|room|stream|feed|embed)keys?|(?:mfa|2fa|two|factor|twofactor|verification|verify|validation|user|device|otp|sms|email|phone|login|signin|auth|authorization|oauth|invite|invitation|reset|recovery|backup|confirm|confirmation|activation|access|security|magic|one|time|onetime|pass|pin|unlock|pairing|linking|registration|oob|giftcard|gift|voucher)codes?|api(?:pass|auth)|accesssign|apisign)$/

/** The same, for names without any word boundary: `accesstoken`, `phpsessid`. */
const ENDING =
  /(?:token|tkn|secret|passwords?|passwd|pwd|(?:user|new|old|login|my|current|confirm|repeat)pass|passphrase|passwort|passcode|signature|credentials?|sessid|sessionid|jwt|(?:api|app|auth|access|secret|private|account|client|consumer|license|session|master|admin|server|function|functions|subscription|encryption|signing|shared|resource|rl|share|stream)keys?|accesskeyid)$/

/**
 * Words of names that describe a secret but don't contain it: `X-Session-Timeout: 30`, `authLevel: function`,
 * `token_type=Bearer`.
 */
const ABOUT = words(
  `timeout ttl expires expiry expiration expire lifetime age limit remaining count length size method algorithm alg level
  status error reason required enabled supported format version policy scope scopes mode type provider strategy attempts
  retries interval duration usage used cost max min budget index page state`,
)

/** Names that look secret but aren't. */
const HARMLESS = words(
  `idempotency-key x-idempotency-key surrogate-key surrogate-keys cache-key x-cache-key x-cache-keys x-public-key
  public-key-pins signature-input accept-signature www-authenticate proxy-authenticate x-ratelimit-remaining-tokens`,
)

/** Query parameters that are secrets, although their names don't show it elsewhere. */
const PARAMETERS = words(
  'samlresponse samlrequest samlart wresult relaystate awsaccesskeyid googleaccessid hdnea hdnts hdntl pat vcode authtkt upt requesturi',
)

/** Query parameters that are secrets unless their value is a plain word or number: `state=open`, `lt=5`. */
const AMBIGUOUS = words('state lt sign hash tk st invite invitation reset magic activation voucher')

/** Values of `?code=` that aren't login codes: a country, a status, the name of an error. */
const HARMLESS_CODE = /^(?:\d{1,3}|[A-Z]{2,3}|[A-Z]\d{3,4}|[A-Z]+(?:_[A-Z]+)+)$/

/** Values of `?key=` that are no keys: the name of a field or of a text. */
const HARMLESS_KEY = /^(?=...)[a-z]{1,10}(?:[._-][a-z]{1,12})*$/

/** Reports whether the value of a header is a secret, judged by the header's name. */
export function isSecretHeader(name: string, value = ''): boolean {
  const lower = name.toLowerCase()
  if (HARMLESS.has(lower) || isBrowsersOwn(lower)) return false
  const read = readName(name)
  if (read.last === 'key' || (read.last === 'sign' && !isPlain(value))) return !isFlag(value)
  return isSecretName(read, value)
}

/** Reports whether the value of a query or form parameter, a field or a cookie is a secret, judged by its decoded name. */
export function isSecretParameter(name: string, value = ''): boolean {
  const read = readName(name)
  const { compact } = read
  if (compact === 'code') return !HARMLESS_CODE.test(value) && !isFlag(value)
  if (compact === 'key') return !HARMLESS_KEY.test(value) && !isFlag(value)
  if (AMBIGUOUS.has(compact) || (read.last === 'key' && !read.isSecret))
    return value !== '' && !isPlain(value)
  return PARAMETERS.has(compact) || isSecretName(read, value)
}

/** Reports whether only browsers send a header, or it's part of CORS. */
const isBrowsersOwn = (lower: string): boolean =>
  /^(?:access-control-|sec-(?:fetch|ch|gpc|websocket|purpose|browsing|shared|speculation|private|ad)\b|:)/.test(
    lower,
  )

function isSecretName({ isSecret, last }: NameRead, value: string): boolean {
  if (!isSecret || isFlag(value)) return false
  return !(ABOUT.has(last) && isPlain(value.replace(/^(['"])(.*)\1$/s, '$2')))
}

/** What a name alone shows, whatever the value. */
interface NameRead {
  /** Its words joined, and the last one. */
  readonly compact: string
  readonly last: string
  readonly isSecret: boolean
}

/** Recordings repeat their names, so results are cached, until there are so many that the cache is cleared. */
const MOST_NAMES = 2048
const LONGEST_NAME = 100
const names = new Map<string, NameRead>()

function readName(name: string): NameRead {
  const known = names.get(name)
  if (known !== undefined) return known
  const parts = partsOf(name)
  const read = { compact: parts.join(''), last: parts.at(-1) ?? '', isSecret: hasSecretName(parts) }
  if (names.size >= MOST_NAMES) names.clear()
  if (name.length <= LONGEST_NAME) names.set(name, read)
  return read
}

/** How many adjacent words are also read as one: `App-Check`, `DP-oP`, `two-factor-code`. */
const MOST_JOINED = 3

function hasSecretName(parts: readonly string[]): boolean {
  for (let from = 0; from < parts.length; from++) {
    let joined = ''
    for (const part of parts.slice(from, from + MOST_JOINED)) {
      joined += part
      if (SECRET.has(joined) || JOINED.test(joined)) return true
    }
  }
  return LAST.has(parts.at(-1) ?? '') || ENDING.test(parts.join(''))
}

/** The words of a name, in lowercase and without numbering digits: `X-Api-Key-2`, `pass1`, `accessToken`. */
const partsOf = (name: string): readonly string[] =>
  name
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((part) => part.replace(/(?<=[a-z])\d+$/, ''))
    .filter((part) => part !== '' && !/^\d+$/.test(part))
