import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../src/evidence/exchange.ts'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { failingChecks, nextFailingChecks } from '../../src/verdict/failing-checks.ts'
import { judge } from '../../src/verdict/judge.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { editedExchange, imaginedExchange } from '../../src/what-if/edited-exchange.ts'
import { headersOfLines, linesOfHeaders } from '../../src/what-if/header-lines.ts'
import { judgeWhatIf } from '../../src/what-if/judge-what-if.ts'
import { type WhatIf, type WhatIfResponse, whatIfOf } from '../../src/what-if/what-if.ts'

const folder = new URL('../oracle/recordings/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.har.gz'))
const options = { engine: null, show: (value: string) => value }

const readExchanges = (name: string): readonly Exchange[] => {
  const text = gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')
  const { recording, entries } = readHarText(text, 0, name)
  return exchangesOf(recording, entries)
}

/** What somebody would see: as the form shows it, and reads it again. */
function throughTheForm(whatIf: WhatIf): WhatIf {
  const written = (response: WhatIfResponse | null): WhatIfResponse | null =>
    response === null
      ? null
      : { status: Number(String(response.status)), headers: headersOf(linesOfHeaders(response.headers)) }
  const headersOf = (lines: string) => headersOfLines(lines).headers
  const hopOf = (hop: WhatIf['hops'][number]) => ({
    url: hop.url,
    preflight: written(hop.preflight),
    response: written(hop.response),
  })
  const [first, ...rest] = whatIf.hops
  return {
    ...whatIf,
    headers: headersOf(linesOfHeaders(whatIf.headers)),
    hops: [hopOf(first), ...rest.map(hopOf)],
  }
}

const ENGINES = ['spec', 'chromium', 'firefox', 'webkit'] as const

const told = (verdict: Verdict): unknown => ({
  type: verdict.type,
  failing: failingChecks(verdict).map(({ finding, phase, hop }) => [finding.rule.id, phase, hop]),
  next: nextFailingChecks(verdict).map(({ finding, phase, hop }) => [finding.rule.id, phase, hop]),
  engines: ENGINES.map((id) => {
    const { outcome, codes, message } = verdict.engines[id]
    return [id, outcome, codes, message]
  }),
})

/** Everything is known and nothing but headers decides: what is made of the form alone has to be the same. */
const isPlain = ({ verdict, exchange }: { verdict: Verdict; exchange: Exchange }): boolean => {
  const { facts, chain } = exchange
  return (
    (verdict.type === 'blocked' || verdict.type === 'shared') &&
    [facts.origin, facts.mode, facts.credentialsMode, facts.headerList, facts.preflightNeeded].every(
      ({ known }) => known,
    ) &&
    'branches' in verdict &&
    // A redirect can end a fetch by the page's own redirect mode too.
    verdict.branches.length === 1 &&
    verdict.branches.every(({ outcome }) => outcome.type === 'blocked' || outcome.type === 'shared') &&
    chain.every(({ standIn }) => standIn === null)
  )
}

let made = 0

describe.each(names)('the exchanges of %s', (name) => {
  const judged = readExchanges(name).map((exchange) => ({ exchange, verdict: judge(exchange, options) }))

  it('have the recorded verdict if they are edited to the recorded values', () => {
    for (const { exchange, verdict } of judged) {
      const edited = throughTheForm(whatIfOf(exchange))
      expect(editedExchange(exchange, edited)).toBe(exchange)
      expect(told(judgeWhatIf(exchange, edited, options.show))).toEqual(told(verdict))
    }
  })

  it('have it too if they are made up of those values', () => {
    const plain = judged.filter(isPlain)
    const wrong = plain
      .map(({ exchange, verdict }) => ({
        url: exchange.url,
        mine: told(judge(imaginedExchange(exchange, throughTheForm(whatIfOf(exchange))), options)),
        recorded: told(verdict),
      }))
      .filter(({ mine, recorded }) => JSON.stringify(mine) !== JSON.stringify(recorded))
    expect(wrong).toEqual([])
    made += plain.length
  })
})

it('many of them are made up of nothing but their values', () => expect(made).toBeGreaterThan(1000))
