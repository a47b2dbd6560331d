import { got, inUrl, type Place, sent } from './place.ts'

const WORD = 'Tiger-Hunter2'

/** Parameters whose names say that they are secrets. */
const PARAMETERS =
  `token access_token accessToken refresh-token id_token api_key apikey API-KEY apiKey2 key secret client_secret clientSecret
  password Password passwd pwd pw pass pass1 pass_2 password2 passphrase passwort senha kennwort passCode pin PIN pincode
  creds credentials credential jwt auth authToken authorization session sessionId session_id PHPSESSID jsessionid sid sig
  signature hmac code mfa_code mfaCode verification_code verificationCode user_code device_code otp otp_code totp tan
  state lt ticket nonce csrf_token xsrf assertion SAMLResponse RelayState code_verifier X-Amz-Signature X-Amz-Security-Token
  X-Goog-Signature AWSAccessKeyId reset_code inviteCode activation-code recovery_code cvv subscription-key
  contraseña clave psk tfa 2fa invite invitation magic SAMLart wresult stripe_key connection_string`.split(
    /\s+/,
  )

/** Request headers whose names say it. */
const HEADERS =
  `X-Api-Key X-Api-Key-2 X-API-KEY X-Auth-Token X-Access-Token X-Firebase-AppCheck X-PassCode X-Pass X-Password2 X-Pin
  X-MFA-Code X-OTP X-Credentials X-Session-Id X-CSRF-Token X-XSRF-TOKEN X-Honeycomb-Team CB-ACCESS-SIGN X-MS-CLIENT-PRINCIPAL
  DPoP X-Vault-Token Ocp-Apim-Subscription-Key X-Shopify-Access-Token X-Amz-Security-Token X-Goog-Iap-Jwt-Assertion
  Cf-Access-Client-Secret X-Hub-Signature-256 X-Parse-Session-Token X-Functions-Key X-Recaptcha X-Secret`.split(
    /\s+/,
  )

/** Secrets that their names give away. */
export const byName: readonly Place[] = [
  ...PARAMETERS.map((name) => inUrl(`/items?page=2&${encodeURIComponent(name)}=${WORD}`, WORD)),
  ...HEADERS.map((name) => sent(name, WORD)),
  inUrl('/v?verification_code=839201', '839201'),
  inUrl('/v?tan=839201', '839201'),
  inUrl(`/cb#state=${WORD}`, WORD),
  inUrl(`/cb#/done?access_token=${WORD}`, WORD),
  inUrl(`/page;jsessionid=${WORD}`, WORD),
  inUrl(`/items?user%5Bpassword%5D=${WORD}`, WORD),
  sent('X-MFA-Code', '839201'),
  sent('X-Pin', '83920'),
  got('X-Auth-Token', WORD),
  got('X-CSRF-Token', WORD),
  got('Set-Cookie', `sid=${WORD}; Path=/; HttpOnly`, WORD),
  sent('Cookie', `theme=dark; sid=${WORD}`, WORD),
  sent('Authorization', `Bearer ${WORD}`, WORD),
  sent('Authorization', `DPoP ${WORD}`, WORD),
  sent('Authorization', WORD),
  sent('Authorization', `Basic ${btoa(`joe:${WORD}`)}`, btoa(`joe:${WORD}`)),
]
