import { masked, type Seen } from './mask.ts'
import { isPlain } from './plain-value.ts'

const VERB = String.raw`\s*(?:[:=]|=>)\s*|\s+(?:eq|is|was|of|for|value|header|parameter)\s+|\s+(?:provided|given|malformed|invalid|rejected|unknown|mismatch)\s*:?\s+|\s+[([\x60]?`

/** `invalid token "…"`, `API key: …`, `token eq '…'`: a secret as sentences and filters name it. */
const told = new RegExp(
  String.raw`\b((?:pass(?:word|wd|phrase|code)|(?:api|access|secret|private|session|auth)[ _-]?key|(?:[a-z]{1,20}[ _-]?)?token|jwt|secret|session(?:[ _-]?id)?|otp|credentials?)(?:${VERB}))(?:"([^"\s]{4,200})"|'([^'\s]{4,200})'|([\w.+/=~!@#$%^*:-]{6,200}))`,
  'gi',
)

/** `OTP 123456`, `your code is 123456` */
const toldCode =
  /\b((?:otp|(?:your|verification|login|security|access|sms|auth|one-time|confirmation)[ _-]?(?:pass)?code)(?:\s+is)?[\s:]\s{0,8})(\d{4,8})\b/gi

/** `curl -u joe:…` */
const option = /((?:^|\s)(?:-u|-b|--user|--proxy-user|--cookie|--oauth2-bearer)[ =]+["']?)([^\s"']{4,})/g

/** User and password before a host, without a scheme: `joe:…@db.test`. */
const beforeHost =
  /(?<![\w./:@-])(?!(?:mailto|acct|sips?|xmpp|npm):)([\w.+-]{1,64}:)([^\s:/\\?#@"'<>•]{4,128})(?=@[a-z][\w.-]{1,100}(?::\d{1,5})?(?![\w:-]))/gi

/** Returns running text with the secrets masked that it names as such, unless they are plain words or numbers. */
export function maskTold(text: string, seen: Seen): string {
  if (text.length < 10) return text
  const inWords = text.replace(
    told,
    (
      whole,
      before: string,
      double: string | undefined,
      single: string | undefined,
      bare: string | undefined,
    ) => {
      const value = double ?? single ?? bare ?? ''
      if (isPlain(value) || (bare !== undefined && !isMixed(bare))) return whole
      const quote = whole.charAt(before.length)
      return bare === undefined ? before + quote + masked(value, seen) + quote : before + masked(value, seen)
    },
  )
  const inCodes = inWords.replace(toldCode, (_, before: string, code: string) => before + masked(code, seen))
  const inOptions = inCodes.includes('-')
    ? inCodes.replace(option, (_, before: string, value: string) => before + masked(value, seen))
    : inCodes
  return inOptions.includes('@')
    ? inOptions.replace(beforeHost, (whole, user: string, password: string) =>
        isPlain(password) ? whole : user + masked(password, seen),
      )
    : inOptions
}

/** Reports whether a bare word has letters and digits, or is base64, as no word of a sentence is. */
const isMixed = (word: string): boolean =>
  (/\d/.test(word) && /[a-z]/i.test(word)) || (/[a-z][A-Z]/.test(word) && word.endsWith('='))
