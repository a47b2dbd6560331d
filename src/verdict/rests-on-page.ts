import { plainExchange } from '../evidence/exchange.ts'
import { open } from '../evidence/fact.ts'
import { UNKNOWN } from '../evidence/observed.ts'
import { failingChecks } from './failing-checks.ts'
import { judge } from './judge.ts'
import type { Verdict } from './verdict.ts'

const isOfPage = (field: string | undefined): boolean => field?.startsWith('page.') === true

const known = new WeakMap<Verdict, boolean>()

/**
 * Reports whether a verdict depends on the page's report of its request. The report may be false, so such a verdict has
 * to be labeled wherever it's shown.
 */
export function restsOnPage(verdict: Verdict): boolean {
  const found = known.get(verdict) ?? findWhetherItRests(verdict)
  known.set(verdict, found)
  return found
}

function findWhetherItRests(verdict: Verdict): boolean {
  const { exchange } = verdict
  const { facts, observed } = exchange
  const told = {
    mode: facts.mode.known && isOfPage(facts.mode.source.field),
    credentials: facts.credentialsMode.known && isOfPage(facts.credentialsMode.source.field),
    outcome: isOfPage(observed.source?.field),
  }
  if (!told.mode && !told.credentials && !told.outcome) return false
  const without = judge(
    {
      ...plainExchange(exchange),
      observed: told.outcome ? UNKNOWN : observed,
      facts: {
        ...facts,
        mode: told.mode ? open(['cors', 'no-cors', 'same-origin'], 'no fetch metadata') : facts.mode,
        credentialsMode: told.credentials
          ? open(['same-origin', 'include'], 'no recording states the credentials mode')
          : facts.credentialsMode,
      },
    },
    { engine: null, show: (value) => value },
  )
  return reasonOf(without) !== reasonOf(verdict)
}

/** What a verdict says: its type, and what fails. */
const reasonOf = (verdict: Verdict): string =>
  [verdict.type, ...failingChecks(verdict).map(({ finding }) => finding.rule.id)].join()
