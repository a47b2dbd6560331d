import { isThisMachine } from '../knowledge/hosts.ts'
import { parseUrl } from '../parse-url.ts'
import { code, list, type Text, text } from '../text/text.ts'
import { type Answer, allowsAll, headerOf, isConclusive } from './answer.ts'
import type { Found } from './find-all.ts'
import type { AnyLint, Audited } from './lint.ts'
import { lints } from './lints/index.ts'
import { strangerProbe } from './reflections.ts'
import type { AuditTarget } from './target.ts'
import { allowedAnswers, trustedAnswers, trustedProbes } from './trusted-probes.ts'

/** Something that the responses leave open. */
export interface Undecided {
  /** Its lints; empty: a remark on the whole audit. */
  readonly lints: readonly string[]
  readonly why: Text
}

/** Returns what the answers leave open, and why. */
export function undecidedOf(audited: Audited, found: readonly Found[]): readonly Undecided[] {
  const open = lints.filter(({ id }) => !found.some(({ lint }) => lint.id === id))
  return [...notAnswered(audited, open), ...originsRefused(audited, open), ...remarks(audited)]
}

/** Lints with requests without a useful response, by reason. */
function notAnswered({ target, of }: Audited, open: readonly AnyLint[]): readonly Undecided[] {
  const byReason = new Map<string, { readonly why: Text; readonly lints: string[] }>()
  for (const lint of open) {
    const reasons = lint.probes(target).flatMap((probe) => reasonOf(of(probe)) ?? [])
    const [why] = reasons
    if (why === undefined) continue
    const key = JSON.stringify(why)
    const group = byReason.get(key) ?? { why, lints: [] }
    byReason.set(key, group)
    group.lints.push(lint.id)
  }
  return [...byReason.values()]
}

/** Why an answer proves nothing, as a one-item list; null if it does, or isn't needed. */
function reasonOf(answer: Answer): readonly Text[] | null {
  const { response, why } = answer
  if (response !== null)
    return isConclusive(answer)
      ? null
      : [
          text`${answer.madeBefore ?? 'The server'} responded ${code(String(response.status))}${STATUS[response.status] ?? ''}.`,
        ]
  if (why === null) return null
  if ('fault' in why) return [text`A request got no response: ${code(why.message)}.`]
  return why.notSent === 'not needed' ? null : [text`The audit ended before these requests were sent.`]
}

const STATUS: Readonly<Record<number, string>> = {
  429: ' (too many requests), so the audit ended there; repeat it later',
  503: ' (overloaded, or a bot check)',
}

/**
 * Lints that can't find anything if the API doesn't allow any of the origins: those that try variants of one, and if its
 * responses are errors without CORS headers, every lint that compares origins.
 */
function originsRefused(audited: Audited, open: readonly AnyLint[]): readonly Undecided[] {
  const answers = trustedAnswers(audited).filter(isConclusive)
  if (answers.length < trustedProbes(audited.target).length || allowedAnswers(audited).length > 0) return []
  const origins = list(audited.target.origins.map(code))
  const status = answers[0]?.response?.status ?? 0
  const isError = status >= 400
  const { target } = audited
  return [
    {
      lints: open
        .filter((lint) => lint.triesVariants === true || (isError && comparesOrigins(lint, target)))
        .map(({ id }) => id),
      why: isError
        ? text`The server responded ${code(String(status))} to your own page, without CORS headers. Check the URL, and add what the server needs with ${code('--header')}.`
        : text`The API doesn't allow ${origins} here, so variants of it show nothing. Check ${code('--origin')} and the URL.`,
    },
  ]
}

/** Reports whether a lint sends requests that differ only in their origin. */
const comparesOrigins = (lint: AnyLint, target: AuditTarget): boolean =>
  lint
    .probes(target)
    .some(({ method, url, origin }) => method === 'GET' && url === target.url && origin !== null)

function remarks(audited: Audited): readonly Undecided[] {
  const { target, of } = audited
  const [own] = trustedAnswers(audited)
  const status = own?.response?.status ?? 0
  const location = own === undefined ? null : headerOf(own, 'Location')
  const host = parseUrl(target.url)?.hostname ?? ''
  return [
    ...(status >= 300 && status < 400 && location !== null
      ? [
          {
            lints: [],
            why: text`The URL redirects to ${code(location)}. Redirects aren't followed: audit that URL too.`,
          },
        ]
      : []),
    ...(isThisMachine(host) && allowsAll(of(strangerProbe(target)))
      ? [
          {
            lints: ['wildcard-on-private-network'],
            why: text`The API allows every website (${code('*')}) and runs on this machine. If it's meant only for this machine, any website can read it; for a copy of a public API, that's fine.`,
          },
        ]
      : []),
  ]
}
