import { looksRandom } from './looks-random.ts'
import { mask, masked, type Seen, unseen } from './mask.ts'
import { maskTold } from './told-secrets.ts'

/**
 * The prefixes of services' keys.
 * https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const PREFIXES = [
  'sk-|[spr]k_(?:live|test)_|whsec_|sq0(?:csp|atp)-|shp(?:at|ca|pa|ss)_|EAAA', // OpenAI, Anthropic, Stripe, Square, Shopify
  'gh[opsur]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|sa|c)[-_]|npm_|pypi-|rubygems_|dckr_[po]at_', // forges, registries
  'xox[abceoprs]-|xapp-|lin_(?:api|oauth)_|figd_|ntn_|secret_|ATATT3|ATCTT3|PMAK-|tfp_', // Slack, Linear, Figma, Notion, Atlassian, Postman
  'AKIA|ASIA|AIza|ya29\\.|LTAI|do[opr]_v1_|hv[sbr]\\.|fo1_|tskey-|pscale_(?:tkn|pw|oauth)_|dp\\.[a-z]{2}\\.|sbp_|sb_secret_|nfp_|vcp_', // clouds
  'SG\\.|re_|key-|sntry[su]_|NRAK-|glsa_|phx_|hf_|r8_|gsk_|xai-|pplx-|nvapi-|dapi|ops_|rnd_', // mail, monitoring, models
  'v[1-4]\\.(?:local|public)\\.|AGE-SECRET-KEY-', // PASETO, age
].join('|')

const knownPrefix = new RegExp(`(?<![A-Za-z0-9])(${PREFIXES})([\\w.-]{12,})`, 'g')

/** A private key, with real or escaped line breaks. */
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!----END))*/g

/**
 * A challenge such as `Bearer realm="x"` has parameters instead of credentials, and `Bearer token` is an ordinary phrase.
 */
const schemeAndCredentials =
  /\b(bearer|basic|negotiate|ntlm|dpop)([ \t]+)(?![\w-]+=\\?")(?!(?:tokens?|auth|authentication|authorization|scheme|realm|credentials?|errors?|access|challenge|header|is|was|not|or|and|required|missing|invalid|undefined|null|nan)\b(?![\w.+/=~-]))(?!\[object )([^\s,;"'<>`]+)/gi

/**
 * Long words of running text, unless they are the hash of a script (`integrity`) or name a file by its content; whatever is shorter doesn't look random. A pattern can
 * repeat only so often before the engine runs out of memory for it, so a longer word is read in parts.
 */
const longWord =
  /\b(?:integrity=)?sha(?:256|384|512)-[\w+/]{40,90}={0,2}|([\w+=~-]{20,100000})(\.(?:m?js|css|map|woff2?|ttf|png|jpe?g|gif|webp|avif|svg|wasm)\b)?/g

/**
 * Returns `text` with everything masked that is a secret anywhere: JSON Web Tokens, credentials after their
 * authentication scheme, keys with a well-known prefix, private keys.
 */
export const maskSecrets = (text: string, seen: Seen = unseen): string =>
  text.length < 8 ? text : maskTold(maskCredentials(maskTokens(text, seen), seen), seen)

const maskCredentials = (text: string, seen: Seen): string =>
  /[ \t]/.test(text)
    ? text.replace(
        schemeAndCredentials,
        (_, scheme: string, space: string, secret: string) => `${scheme}${space}${masked(secret, seen)}`,
      )
    : text

/** Returns `text` with only those secrets masked that can't be anything else: what begins like a token of a known kind. */
export function maskTokens(text: string, seen: Seen = unseen): string {
  if (text.length < 16) return text
  const shown = maskJwts(text, seen)
  const withoutKeys = shown.includes('-----BEGIN')
    ? shown.replace(privateKey, (secret) => masked(secret, seen))
    : shown
  return hasLongWord(withoutKeys) ? maskPrefixed(withoutKeys, seen) : withoutKeys
}

/** The length of the shortest beginning with what has to follow it. */
const SHORTEST_KEY = 15

/** Reports whether as many characters that keys are made of follow each other; most are skipped. */
function hasLongWord(text: string): boolean {
  let start = 0
  let at = SHORTEST_KEY - 1
  while (at < text.length) {
    if (!isOfKey(text.charCodeAt(at))) {
      start = at + 1
      at = start + SHORTEST_KEY - 1
    } else if (at === start) return true
    else at--
  }
  return false
}

/** Reports whether a character is a letter, a digit, or one of `_.-`. */
const isOfKey = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2e ||
  code === 0x2d

const maskPrefixed = (text: string, seen: Seen): string =>
  text.replace(knownPrefix, (whole, prefix: string, rest: string) => {
    // `key-value-storage`, `re_export_module_name`: words, unless they contain a digit or an uppercase letter.
    if (!/\d|[a-z][A-Z]|^[A-Z]/.test(rest)) return whole
    seen(whole, true)
    return `${prefix}${mask}`
  })

/** Returns text with the words masked that look random. */
export const maskRandomWords = (text: string, seen: Seen = unseen): string =>
  text.replace(longWord, (whole, word: string | undefined, file: string | undefined) =>
    word !== undefined && file === undefined && looksRandom(word) ? masked(word, seen, false) : whole,
  )

/** A JWT is base64url of `{"…`, hence "eyJ", with dots. Anything attached to its end is masked too. */
const maskJwts = (text: string, seen: Seen): string =>
  text.includes('eyJ')
    ? text.replace(/[\w.-]+/g, (run) => {
        const labels = run.split('.')
        const first = labels.findIndex(
          (label, i) => /eyJ[\w-]{8}/.test(label) && (labels[i + 1]?.length ?? 0) >= 8,
        )
        const label = labels[first]
        if (label === undefined) return run
        const before = [...labels.slice(0, first), label.slice(0, label.indexOf('eyJ'))].join('.')
        return before + masked(run.slice(before.length), seen)
      })
    : text
