import { firefoxPhase } from './firefox-sentences.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'

/**
 * "Reason" in the languages of Firefox, which begins the text in parentheses.
 * https://github.com/mozilla-l10n/firefox-l10n, dom/chrome/security/security.properties
 */
const REASON =
  /[(（]\s*(?:Reason|Grund|Raison|Raz[oó]n|Motivo|Pow[oó]d|原因|理由|이유|Причина|Reden|Orsak|Anledning|Důvod|Dôvod|Neden|Sebep|Motivul|Motiu|Syy|Årsag|Årsak|Ok|Razlog|Alasan|Lý do|Priežastis|Põhjus|Λόγος|סיבה|السبب)\s*[:：]?\s*(?<reason>[^\n]{3,400})/iu

const MANY =
  /mehrere|mehrfach|plusieurs|m[uú]ltipl|più|più di|wiele|wielokrotn|多个|多個|複数|여러|несколько|множест|meerdere|flera|více|viac|birden|több|monta|flere/i
const TOKEN = /token|Token|jeton|令牌|トークン|토큰|токен|маркер/i
const NETWORK_STATUS = /\(null\)/

/**
 * Returns the message of a Firefox in a language other than English, or null. Header names, `true` and quoted values
 * aren't translated, and their order shows the reason.
 */
export function localizedFirefox(text: string): Sentence | null {
  const match = REASON.exec(text)
  const reason = match?.groups?.['reason']
  if (match === null || reason === undefined || !/CORS|Access-Control-/i.test(reason)) return null
  const code = codeOf(reason, text)
  if (code === null) return null
  const quoted = [...reason.matchAll(/['"«„「“]([^'"«„「»“」”]+)['"»“」”]/g)].map(([, value = '']) =>
    value.trim(),
  )
  const value = quoted.find((one) => !/^Access-Control-|^true$/i.test(one)) ?? null
  return {
    engine: 'firefox',
    code,
    phase: firefoxPhase(code),
    values: {
      ...NO_VALUES,
      url: /https?:\/\/[^\s'"»]+/.exec(text)?.[0].replace(/\.$/, '') ?? null,
      allowOrigin: code === 'CORSAllowOriginNotMatchingOrigin' ? value : null,
      header: code === 'CORSMissingAllowHeaderFromPreflight' ? value : null,
      item: /Invalid/.test(code) ? value : null,
      status: /(\d{3}) ?\.?$/.exec(text.trim())?.[1] ?? null,
    },
    at: match.index,
    end: match.index + match[0].length,
  }
}

function codeOf(reason: string, text: string): string | null {
  const names = (name: string): boolean => new RegExp(name, 'i').test(reason)
  if (names('Access-Control-Allow-Credentials')) return 'CORSMissingAllowCredentials'
  if (names('Access-Control-Allow-Methods'))
    return TOKEN.test(reason) ? 'CORSInvalidAllowMethod' : 'CORSMethodNotFound'
  if (names('Access-Control-Allow-Headers'))
    return TOKEN.test(reason) ? 'CORSInvalidAllowHeader' : 'CORSMissingAllowHeaderFromPreflight'
  if (names('Access-Control-Allow-Origin')) {
    const rest = reason.replace(/Access-Control-Allow-Origin/i, '')
    if (/\*/.test(rest)) return 'CORSNotSupportingCredentials'
    if (/[a-z]:\/\/|['"«„「]null|localhost/i.test(rest)) return 'CORSAllowOriginNotMatchingOrigin'
    return MANY.test(rest) ? 'CORSMultipleAllowOriginNotAllowed' : 'CORSMissingAllowOrigin'
  }
  if (/preflight|pré-?vol|prelimin|предварит|preflight|プリフライト|预检|預檢|사전/i.test(reason))
    return 'CORSPreflightDidNotSucceed'
  if (/http/i.test(reason)) return 'CORSRequestNotHttp'
  if (/redir|weiterleit|umleit|перенаправ|リダイレクト|重定向|przekier|extern/i.test(reason))
    return 'CORSExternalRedirectNotAllowed'
  return NETWORK_STATUS.test(text) || /CORS/.test(reason) ? 'CORSDidNotSucceed' : null
}
