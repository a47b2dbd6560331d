/** A name one of whose words is here belongs to a secret: `x-auth-token`, `sessionId`; not "credentials", which is an option of `fetch()`. */
const secretWords = new Set(
  (
    'token jwt secret password passwd passphrase passcode pwd otp totp auth authorization authentication oauth ' +
    'session sessionid sessid sess sid signature sig hmac credential csrf xsrf assertion dpop ' +
    'cookie cookies ticket nonce appcheck'
  ).split(' '),
)

/** The same, for names without any word boundary: `accesstoken`, `phpsessid`. */
const secretEnding =
  /(token|secret|passwords?|passwd|passphrase|signature|credential|sessid|sessionid|jwt|(api|app|auth|access|secret|private|account|client|consumer|license|session|master|admin|server|function|functions|subscription|encryption|signing|shared)keys?)$/

/** Names that look like a secret's and are none. */
const harmless = new Set([
  'idempotency-key',
  'x-idempotency-key',
  'surrogate-key',
  'surrogate-keys',
  'cache-key',
  'x-cache-key',
  'x-cache-keys',
  'x-public-key',
  'public-key-pins',
  'signature-input',
  'accept-signature',
  'www-authenticate',
  'proxy-authenticate',
])

/** Query parameters that are secrets, and whose names say nothing outside of a query. */
const secretParameters = new Set(
  'code key pass pin samlresponse samlrequest relaystate awsaccesskeyid googleaccessid hdnea hdnts hdntl'.split(
    ' ',
  ),
)

/** Returns whether the value of a header of that name is a secret. */
export function isSecretHeader(name: string): boolean {
  const lower = name.toLowerCase()
  if (harmless.has(lower) || /^(access-control-|sec-|:)/.test(lower)) return false
  return isSecretName(name) || /(^|[^a-z])key$/.test(lower)
}

/** Returns whether the value of a query or form parameter of that name (decoded) is a secret. */
export function isSecretParameter(name: string): boolean {
  const compact = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return secretParameters.has(compact) || isSecretName(name)
}

function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return words.some((word) => secretWords.has(word)) || secretEnding.test(words.join(''))
}
