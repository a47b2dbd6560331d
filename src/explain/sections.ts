import { guessedGenerator } from '../fix/guessed-generator.ts'
import type { PlanLayer } from '../fix/layer-of.ts'
import type { Plan } from '../fix/plan.ts'
import { code, link, list, type Text, text } from '../text/text.ts'
import { messageText } from './message-text.ts'
import { otherAdvice } from './other-advice.ts'
import { typeWords } from './outcome-words.ts'
import { policyGroups } from './policy-groups.ts'
import { type EngineText, type Item, type Section, said } from './section.ts'
import type { CauseText, Told } from './told.ts'

/** Returns the sections of an explanation in their order; empty ones are left out. */
export function sectionsOf(told: Told, preflights: readonly Text[]): readonly Section[] {
  const settled = isSettled(told)
  const all: readonly Section[] = [
    { id: 'reason', title: 'Why', items: told.causes.map(reasonItem) },
    {
      id: 'exchange',
      title: 'What happened',
      items: told.sequence.map((message) => ({
        ...said(messageText(message)),
        picture: { type: 'message', message },
      })),
    },
    { id: 'next', title: "You'd hit these next", items: told.alsoFailing.map(nextItem) },
    {
      id: 'root-causes',
      title: rootCausesTitle(told),
      items: told.rootCauses.map(({ confidence, summary, detail, evidence }) => ({
        ...said(confidence === 'high' ? detail : [...detail, ` (confidence: ${confidence})`]),
        lead: summary,
        evidence,
      })),
    },
    // If the recording names a reason other than CORS, the preflight doesn't matter.
    { id: 'preflight', title: 'Preflight', items: settled ? [] : preflights.map(said) },
    { id: 'unknown', title: 'Not known', items: told.unknown.map(said) },
    { id: 'engines', title: 'In each browser', items: enginesItems(told) },
    {
      id: 'warnings',
      title: 'Warnings',
      items: told.cautions.map(({ summary, detail }) => ({ ...said(detail), lead: summary })),
    },
    {
      id: 'fix',
      title: 'Fix',
      items: told.plan === null ? [] : fixItems(told.plan, alternativesOf(told)),
    },
  ]
  return all.filter(({ items }) => items.length > 0)
}

/** Reports whether the recording itself names the reason, and it isn't CORS. */
const isSettled = ({ type, rootCauses }: Told): boolean =>
  type === 'unexplained' && rootCauses[0]?.confidence === 'high'

function rootCausesTitle(told: Told): string {
  if (isSettled(told)) return 'Cause'
  return told.rootCauses[0]?.confidence === 'high' ? 'Likely cause' : 'Possible causes'
}

/** The headline is the summary of the first cause. */
const reasonItem = ({ rule, summary, detail, assumption, step }: CauseText, i: number): Item => ({
  ...said(text`${detail}${assumption === null ? [] : [' ', ...assumption]} Rule ${link(step.url, rule)}.`),
  lead: i === 0 ? null : summary,
})

const nextItem = ({ summary, assumption }: CauseText): Item =>
  said(assumption === null ? summary : [...summary, ' ', ...assumption])

/** Returns the table of the browsers; none if no browser has anything to report. */
function enginesItems({ engines, type }: Told): readonly Item[] {
  const differs = engines.some(
    ({ id, codes, outcome }) =>
      id !== 'spec' && (codes.length > 0 || (type === 'unexplained' && outcome === 'shared')),
  )
  if (!differs || type === 'not-cors') return []
  return engines.map((engine) => ({ ...said(engineText(engine)), picture: { type: 'engine', engine } }))
}

const engineText = ({ title, codes, outcome }: EngineText): Text =>
  text`${title}: ${codes.length === 0 ? typeWords[outcome] : list(codes.map(code), 'or')}`

/** Reports whether a root cause already says which headers to remove, so that the advice isn't given twice. */
export const saysWhatToLeaveOut = ({ rootCauses }: Told): boolean =>
  rootCauses.some(({ id }) => ['needless-preflight-trigger', 'tracing-header'].includes(id))

/** The advice to remove headers. The advice on credentials begins with its condition. */
const isToLeaveOut = ([first]: Text): boolean =>
  typeof first === 'string' && /^Alternatively, in the page: remove /.test(first)

/** Returns what the page could change instead, except what a root cause already says. */
export const alternativesOf = (told: Told): readonly Text[] =>
  (told.plan === null ? [] : otherAdvice(told.plan)).filter(
    (one) => !(saysWhatToLeaveOut(told) && isToLeaveOut(one)),
  )

function fixItems(plan: Plan, alternatives: readonly Text[]): readonly Item[] {
  const { policy, target, required, why, first } = plan
  const groups = policy === null ? [] : policyGroups(policy, target)
  const server = policy === null ? null : serverText(plan)
  return [
    ...(first === null ? [] : [said(first)]),
    ...groups.map((group): Item => {
      const lines = group.lines.map(({ name, value }) => code(`${name}: ${value}`))
      return { ...said(text`${group.title} ${list(lines)}`), picture: { type: 'headers', group } }
    }),
    ...required.map((advice) => said(text`In the page: ${advice}`)),
    said(why),
    ...alternatives.map(said),
    ...(server === null ? [] : [said(server)]),
  ]
}

/**
 * Returns where to make the change: what kind of server the API is, and which server created the blocked response; null
 * if neither is known.
 */
export function serverText({ frameworks, layer }: Plan): Text | null {
  const guessed = guessedGenerator(frameworks, layer)
  if (layer !== null && layer.who !== 'app' && layer.who !== 'page') return madeBy(layer)
  if (guessed !== null) return guessed.guess.why
  const [first] = frameworks
  return first === undefined || first.confidence === 'low' ? null : first.why
}

/** Names the server that created the blocked response, no more certain than its signs. */
function madeBy({ who, name, certainty }: PlanLayer): Text {
  if (who === 'product') {
    const product = name ?? 'a product'
    return certainty === 'high'
      ? text`The blocked response is from ${product}: change it there.`
      : text`The blocked response is likely from ${product}; if so, change it there.`
  }
  const maker = name ?? 'A proxy'
  return certainty === 'high'
    ? text`${maker} made the blocked response, so CORS settings of an application behind it have no effect.`
    : text`${maker} likely made the blocked response; if so, CORS settings of an application behind it have no effect.`
}
