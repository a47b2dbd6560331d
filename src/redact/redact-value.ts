import { decodePercent } from './decode-percent.ts'
import { masked, type Seen, unseen } from './mask.ts'
import { redactUrl } from './redact-url.ts'
import { maskFields } from './secret-fields.ts'
import { isSecretParameter } from './secret-name.ts'
import { maskRandomWords, maskSecrets } from './secret-text.ts'

/** A URL in text; a list such as `https://a,https://b` contains two. */
const urlInText = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+?(?=,[a-z][a-z0-9+.-]{0,30}:\/\/|[\s"'<>]|$)/gi
const parameterInText = /(^|[?&;,#\s({|"'])([\w.~%[\]-]{1,100})=("[^"]*"|'[^']*'|[^\s&;,#"'<>]*)/g

/** Too short to be recognized without the signs that introduce a secret: spaces, `=`, `:`, `@`, `%` … */
const SHORT = /^[\w"'./+-]{0,15}$/

/**
 * Returns any text, such as the value of an ordinary header, with recognizable secrets masked: tokens, and URLs,
 * parameters or fields that contain some; with `byLook`, also values that look random.
 */
export function redactValue(value: string, seen: Seen = unseen, byLook = true): string {
  if (value.length < 5 || SHORT.test(value)) return value
  const inUrls = maskUrlsInText(value, seen)
  const inParameters = inUrls.includes('=')
    ? inUrls.replace(parameterInText, (whole, before: string, name: string, given: string) =>
        redactParameter(whole, before, name, given, seen),
      )
    : inUrls
  const known = maskSecrets(maskFields(inParameters, seen), seen)
  return byLook ? outsideUrls(known, (text) => maskRandomWords(text, seen)) : known
}

/** Returns text with the secrets in its URLs masked. */
export const maskUrlsInText = (text: string, seen: Seen): string =>
  text.includes('://') ? text.replace(urlInText, (url) => redactUrl(url, seen)) : text

function redactParameter(whole: string, before: string, name: string, given: string, seen: Seen): string {
  const value = given.replace(/^(["'])(.*)\1$/s, '$2')
  if (isSecretParameter(decodePercent(name), decodePercent(value))) {
    // The scheme of `Authorization=Bearer …` is none; what follows it is looked at by itself.
    if (/^(?:bearer|basic|digest|negotiate|ntlm|dpop|jwt|token)$/i.test(value)) return whole
    const shown = masked(value, seen)
    return `${before}${name}=${given === value ? shown : given.charAt(0) + shown + given.charAt(0)}`
  }
  // `desc="token=…"`
  if (value !== given && value.includes('='))
    return `${before}${name}=${given.charAt(0)}${redactValue(value, seen, false)}${given.charAt(0)}`
  // `Refresh: 0; url=/welcome?token=…`
  return /[?/]/.test(value) ? `${before}${name}=${redactUrl(given, seen)}` : whole
}

/** A URL's host and path have their own rules, which were applied already. */
const outsideUrls = (text: string, change: (text: string) => string): string =>
  text.includes('://')
    ? text
        .split(/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+)/i)
        .map((part, i) => (i % 2 === 0 ? change(part) : part))
        .join('')
    : change(text)
