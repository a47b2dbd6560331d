import { entryOf } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { requestHeader } from '../evidence/place.ts'
import { asciiLower } from '../fetch/header-list.ts'
import { code, list, text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { defineCaution } from './caution.ts'

/**
 * The page sends CORS response headers as request headers, which has no effect.
 *
 * Example: `fetch(url, {headers: {'Access-Control-Allow-Origin': '*'}})`, to an API that allows every header.
 */
export default defineCaution({
  id: 'access-control-request-header-by-mistake',
  notice: (verdict) => {
    const { exchange } = verdict
    if (
      verdict.type === 'not-cors' ||
      failingChecks(verdict).some(({ finding }) => finding.rule.id === 'access-control-header-sent')
    )
      return null
    const entry = entryOf(exchange.chain[0])
    const names = valuesOfFact(exchange.facts.headerList).flatMap((headers) =>
      headers.map(({ name }) => name),
    )
    const mistaken = names.filter((name) => /^access-control-(allow|expose|max)-/i.test(name))
    const distinct = [...new Map(mistaken.map((name) => [asciiLower(name), name])).values()]
    return distinct.length === 0 ? null : { entry, names: distinct }
  },
  summary: ({ names }) =>
    text`The page sends ${list(names.map(code))}, which only ${names.length === 1 ? 'works' : 'work'} in a response.`,
  detail: () =>
    text`A page can't allow itself anything. In a request, these headers only force a preflight, and a server that lists its allowed headers refuses them. Remove them from the page's code.`,
  evidence: ({ entry, names }) => names.flatMap((name) => requestHeader(entry, name)),
})
