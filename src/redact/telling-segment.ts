import { isPlain } from './plain-value.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Path segments that are followed by a secret: `/reset-password/…`, `/magic-link/…`. */
const STRONG = words(
  `token tokens accesstoken refreshtoken idtoken apitoken secret secrets reset password passwd resetpassword passwordreset
  magic magiclink invite invites invitation invitations unsubscribe optout verify verification verifyemail confirm
  confirmation confirmemail activate activation apikey apikeys accesskey key otp onetime onetimelink sso ssologin signin
  signinlink loginlink unlock recover recovery ticket session sessions sid jwt bearer credentials optin doubleoptin
  acceptinvite emailverification passwordless nonce csrf forgot forgotpassword ical private access`,
)

/** Segments that are often followed by something else, so what follows must be long. */
const WEAK = words(
  'auth login join share shared shares sharing link links webhook webhooks hook hooks code codes accept keys feed',
)

const HOOKS = words('webhook webhooks hook hooks')

/** After these, digits are a code that was sent to the user. */
const CODES = words(
  'otp verify verification confirm confirmation code codes activate activation onetime pin mfa 2fa',
)

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A version, a date or a file is never secret. */
const COMMON =
  /^(?:v\d{1,3}(?:\.\d+)*|\d{4}-\d{2}-\d{2}|[\w.-]{1,100}\.(?:html?|php|aspx?|jsp|js|css|json|xml|png|svg|jpe?g|gif|ico))$/i

/** Reports whether a segment of a path is a secret, judged by the segments before it (all decoded). */
export function followsTelling(segment: string, before: string, beforeThat: string): boolean {
  if (segment.length < 4 || COMMON.test(segment)) return false
  if (/^\d{4,8}$/.test(segment) && wordsOf(before).some((word) => CODES.has(word))) return true
  // `private-0123456789abcdef`
  if (/^(?:private|token|secret|key)[-_.:][\w-]{12,}$/i.test(segment) && /\d/.test(segment)) return true
  if (isPlain(segment) || !/^[\w.~+=:%-]+$/.test(segment)) return false
  const telling = wordsOf(before)
  if (telling.some((word) => STRONG.has(word))) return segment.length >= 6
  const isLong = segment.length >= 16 && /\d/.test(segment)
  if (telling.some((word) => WEAK.has(word))) return isLong || UUID.test(segment)
  // `/webhooks/1234567890/…`
  return isLong && wordsOf(beforeThat).some((word) => STRONG.has(word) || HOOKS.has(word))
}

/** Reports whether a segment of a path is part of what makes the URL of a hook a secret. */
export const isHookKey = (segment: string): boolean =>
  segment.length >= 6 &&
  /^(?=.*\d)(?=.*[a-z])[\w-]+$/i.test(segment) &&
  !isPlain(segment) &&
  !COMMON.test(segment)

/** The words of a segment, and all of them joined. */
function wordsOf(segment: string): readonly string[] {
  if (segment.length > 40) return []
  const parts = segment
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return [...parts, parts.join('')]
}
