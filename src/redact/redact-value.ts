import { masked } from './mask.ts'
import { redactUrl } from './redact-url.ts'
import { isSecretParameter } from './secret-name.ts'
import { maskSecrets } from './secret-text.ts'

/** A URL in running text; a list such as `https://a,https://b` holds two. */
const urlInText = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+?(?=,[a-z][a-z0-9+.-]{0,30}:\/\/|[\s"'<>]|$)/gi
const parameterInText = /(^|[?&;,#\s])([\w.~%[\]-]{1,100})=("[^"]*"|[^\s&;,#"'<>]*)/g

/**
 * Returns any text, such as the value of a header of no special meaning, with the secrets masked that can be told
 * by their looks: tokens, and URLs or parameters that carry some.
 */
export function redactValue(value: string): string {
  const withUrls = value.replace(urlInText, (url) => redactUrl(url))
  return maskSecrets(withUrls.replace(parameterInText, redactParameter))
}

function redactParameter(whole: string, before: string, name: string, value: string): string {
  if (isSecretParameter(name)) return `${before}${name}=${masked(value)}`
  // `Refresh: 0; url=/welcome?token=…`
  return value.includes('?') ? `${before}${name}=${redactUrl(value)}` : whole
}
