import { mask } from './mask.ts'

/** What services let their keys begin with, so that they are found when leaked. */
const knownPrefix =
  /(?<![A-Za-z0-9])(sk-|[spr]k_(?:live|test)_|gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-|npm_|AKIA|ASIA|AIza|ya29\.|SG\.|hv[sb]\.)[\w.-]{12,}/g

/** A challenge such as `Bearer realm="x"` has parameters in place of the credentials. */
const schemeAndCredentials = /\b(bearer|basic|negotiate|ntlm|dpop)([ \t]+)(?![\w-]+=\\?")[^\s,;"'<>]+/gi

/**
 * Returns `text` with everything masked that is a secret wherever it stands: JSON Web Tokens, credentials after
 * their authentication scheme, keys with a well-known beginning.
 */
export const maskSecrets = (text: string): string =>
  maskJwts(text)
    .replace(schemeAndCredentials, (_, scheme: string, space: string) => `${scheme}${space}${mask}`)
    .replace(knownPrefix, (_, prefix: string) => `${prefix}${mask}`)

/** A JWT is base64url of `{"…`, hence "eyJ", with dots; whatever hangs on its end goes with it. */
const maskJwts = (text: string): string =>
  text.replace(/[\w.-]+/g, (run) => {
    const labels = run.split('.')
    const first = labels.findIndex(
      (label, i) => /eyJ[\w-]{8}/.test(label) && (labels[i + 1]?.length ?? 0) >= 8,
    )
    const label = labels[first]
    if (label === undefined) return run
    return [...labels.slice(0, first), label.slice(0, label.indexOf('eyJ')) + mask].join('.')
  })

/**
 * Returns whether `value` looks drawn at random, as keys are: long, of letters and digits that alternate more than
 * words, dates and UUIDs do. With `strict`, only if it mixes capitals, small letters and digits; a path has hashes
 * and ids that are no secrets.
 */
export function looksRandom(value: string, strict = false): boolean {
  if (!/^[\w.~+/=:-]{20,}$/.test(value)) return false
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) return false
  const signs = value.replace(/[^A-Za-z0-9]/g, '')
  const isMixed = /[a-z]/.test(signs) && /[A-Z]/.test(signs) && /\d/.test(signs)
  if (!/[A-Za-z]/.test(signs) || !/\d/.test(signs) || signs.length < (isMixed && !strict ? 20 : 24))
    return false
  if (!isMixed && (strict || signs.length < 32)) return false
  const changes = [...signs].filter((sign, i) => i > 0 && kind(sign) !== kind(signs.charAt(i - 1))).length
  return changes / signs.length >= (strict ? 0.4 : 0.25)
}

const kind = (sign: string): string => (/\d/.test(sign) ? 'digit' : /[a-z]/.test(sign) ? 'small' : 'capital')
