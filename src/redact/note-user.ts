import type { Seen } from './mask.ts'

/**
 * What services want as a password if the user is the key: nothing (Stripe, Twilio's older APIs), `x-oauth-basic` (GitHub),
 * `X` (Freshdesk, Campaign Monitor), `api_token` (Toggl).
 */
const NO_PASSWORD = /^(?:x|x-oauth-basic|api[-_]?(?:token|key)|unused|none)?$/i

/**
 * Notes the secrets of `user:password`: both together and the password alone. A user name is none, unless the password
 * stands for nothing.
 */
export function noteUser(user: string, seen: Seen): void {
  const colon = user.indexOf(':')
  seen(user, true)
  if (colon < 0) return
  const password = user.slice(colon + 1)
  seen(NO_PASSWORD.test(password) ? user.slice(0, colon) : password, true)
}
