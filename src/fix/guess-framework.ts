import { attempt, type ReportBug } from '../bug.ts'
import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { ApiResponse } from '../reading/api-response.ts'
import type { Siblings } from '../reading/siblings.ts'
import { list, type Text, text } from '../text/text.ts'
import type { Fingerprint, Layer } from './fingerprints/fingerprint.ts'
import { fingerprints } from './fingerprints/index.ts'
import type { Shown, Sign } from './fingerprints/sign.ts'
import { signReader, signsOf } from './fingerprints/sign-reader.ts'

/** A kind of server that an API may be. */
export interface FrameworkGuess {
  /** The id of its generator, if it's one of `generators`. */
  readonly framework: string
  readonly title: string
  /** "app" responds to requests; "proxy" and "edge" are in front of it. */
  readonly layer: Layer
  /** high: no other known server looks like this; low: several do. */
  readonly confidence: Confidence
  readonly why: Text
  readonly evidence: readonly Evidence[]
}

/**
 * Returns the kinds of server at an API origin that its responses show, in the order in which to offer them: the more
 * certain first, the application before the proxy, and servers that only pass responses on last. Empty if none is
 * recognized. `siblings` are the responses to the fetches of the recording; those of other origins are ignored. A
 * fingerprint that throws is skipped and reported.
 */
export function guessFramework(
  target: string,
  siblings: Siblings,
  report: ReportBug,
): readonly FrameworkGuess[] {
  const answers = siblings.read(signReader, target)
  const found = known.get(answers) ?? guessed(answers, report)
  known.set(answers, found)
  return found
}

const known = new WeakMap<readonly ApiResponse[], readonly FrameworkGuess[]>()

function guessed(answers: readonly ApiResponse[], report: ReportBug): readonly FrameworkGuess[] {
  const shown = new Set(answers.flatMap((answer) => [...signsOf(answer)]))
  const found = fingerprints
    .filter(({ signs }) => signs.some((sign) => shown.has(sign)))
    .flatMap(
      (fingerprint) =>
        attempt({ where: 'fingerprint', id: fingerprint.id }, report, () => seen(fingerprint, answers)) ?? [],
    )
  const told = found.filter((one) => !found.some((other) => outweighs(other, one)))
  return told.sort((a, b) => weight(b) - weight(a)).map((one) => guess(one, told))
}

/** A server built on another matches both, and mere possibilities aren't shown if something is certain. */
function outweighs(other: Seen, one: Seen): boolean {
  if (other.fingerprint.builtOn?.includes(one.fingerprint.id) === true)
    return CERTAINTY[other.confidence] >= CERTAINTY[one.confidence]
  return other.confidence === 'high' && one.confidence === 'low' && isApp(other) === isApp(one)
}

const isApp = ({ fingerprint }: Seen): boolean => fingerprint.layer === 'app'

interface Seen {
  readonly fingerprint: Fingerprint
  readonly confidence: Confidence
  readonly shown: readonly Shown[]
}

/** The signs with the highest confidence, each at its first occurrence. */
function seen(fingerprint: Fingerprint, answers: readonly ApiResponse[]): readonly Seen[] {
  for (const confidence of ['high', 'medium', 'low'] as const) {
    const signs = fingerprint.signs.filter((sign) => sign.confidence === confidence)
    const shown = signs.flatMap((sign) => first(sign, answers) ?? [])
    if (shown.length > 0) return [{ fingerprint, confidence, shown: shown.slice(0, MOST) }]
  }
  return []
}

/** The most signs that are shown; more add nothing. */
const MOST = 2

function first(sign: Sign, answers: readonly ApiResponse[]): Shown | null {
  for (const answer of answers) {
    const shown = signsOf(answer).has(sign) ? sign.shows(answer) : null
    if (shown !== null) return shown
  }
  return null
}

const CERTAINTY: Record<Confidence, number> = { high: 4, medium: 2.5, low: 1 }
const PLACE: Record<Layer, number> = { app: 0.5, proxy: 0, edge: -2 }

const weight = ({ confidence, fingerprint }: Seen): number => CERTAINTY[confidence] + PLACE[fingerprint.layer]

function guess(one: Seen, all: readonly Seen[]): FrameworkGuess {
  const { fingerprint, confidence, shown } = one
  const { id, title, layer } = fingerprint
  const titles = (some: readonly Seen[], conjunction: 'and' | 'or'): Text =>
    list(
      some.map((other) => other.fingerprint.title),
      conjunction,
    )
  const rivals = all.filter(
    (other) => other !== one && isApp(other) === isApp(one) && other.confidence === confidence,
  )
  const others = all.filter((other) => isApp(other) !== isApp(one))
  return {
    framework: id,
    title,
    layer,
    confidence,
    why: [
      ...text`The server ${IS[confidence]} ${title} (${listed(shown)}).`,
      ...(confidence === 'high' || rivals.length === 0
        ? []
        : text` It could also be ${titles(rivals, 'or')}.`),
      ...(others.length === 0
        ? []
        : text` ${titles(others, 'and')} ${others.length === 1 ? 'is' : 'are'} ${isApp(one) ? 'in front of' : 'behind'} it: send the CORS headers from only one of them.`),
    ],
    evidence: shown.flatMap(({ evidence }) => evidence),
  }
}

const IS: Record<Confidence, string> = { high: 'looks like', medium: 'is likely', low: 'may be' }

const listed = (shown: readonly Shown[]): Text =>
  shown.flatMap(({ what }, i) => [...(i === 0 ? [] : [i === shown.length - 1 ? ' and ' : ', ']), ...what])
