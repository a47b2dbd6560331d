import type { ExchangeReport, Report } from '../../src/internal.ts'
import { whycors } from '../cli/run-whycors.ts'
import type { Driven } from './driven.ts'
import { choose, explanationText, selectRequest } from './read-panel.ts'

/** Returns what the command line finds in a recording. */
export async function cliReport(har: string): Promise<Report> {
  const { out, err } = await whycors(['explain', 'recording.har', '--all', '--format', 'json'], {
    'recording.har': har,
  })
  if (err !== '') throw new Error(err)
  return JSON.parse(out) as Report
}

/** Returns every sentence that the command line says of a fetch, without the marks that a terminal needs. */
function sentencesOf({
  headline,
  causes,
  rootCauses,
  cautions,
  alsoFailing,
  plan,
}: ExchangeReport): string[] {
  return [
    headline,
    ...causes.flatMap(({ summary, detail }) => [summary, detail]),
    ...rootCauses.flatMap(({ summary, detail }) => [summary, detail]),
    ...cautions.flatMap(({ summary, detail }) => [summary, detail]),
    ...alsoFailing.map(({ summary }) => summary),
    ...(plan === null ? [] : [...plan.client.filter(isNotFirst(plan.first)), afterPromise(plan.why)]),
  ].map(bare)
}

/** The URL that has to be called directly first is no alternative as well. */
const isNotFirst =
  (first: string | null) =>
  (advice: string): boolean =>
    first === null || directIn(advice) === undefined || directIn(advice) !== directIn(first)

const directIn = (advice: string): string | undefined => /\bcall `([^`]+)` directly/i.exec(advice)?.[1]

/** Of an API with several requests, the panel makes one promise for all of them. */
const afterPromise = (why: string): string => why.replace(/^.*?[.!?]\)?( |$)/s, '')

/** Blanks may differ where a line is broken, and values stand in backticks only where there is no color. */
const bare = (text: string): string => text.replace(/`/g, '').replace(/\s+/g, '')

export interface Missing {
  readonly request: string
  readonly sentences: readonly string[]
}

/** Returns what the panel leaves unsaid of what the command line says of the same recording. */
export async function missingSentences(panel: Driven, { exchanges }: Report): Promise<Missing[]> {
  await choose(panel, 'grouping', 'time')
  await choose(panel, 'show', 'all')
  const missing: Missing[] = []
  for (const exchange of exchanges) {
    const { pathname, search } = new URL(exchange.url)
    await selectRequest(panel, exchange.method, pathname + search)
    const told = bare(await explanationText(panel))
    const sentences = sentencesOf(exchange).filter((sentence) => !told.includes(sentence))
    if (sentences.length > 0) missing.push({ request: `${exchange.method} ${exchange.url}`, sentences })
  }
  return missing
}
