import type { ExchangeReport, Report } from '../internal.ts'

/** Blocked fetches of merged reports to one API, with the same reason. */
export interface MergedProblem {
  readonly method: string
  /** The API's host. */
  readonly host: string
  readonly headline: string
  /** The number of fetches and of recordings with it. */
  readonly count: number
  readonly recordings: number
  /** The first occurrence: the recording's name and the entry. */
  readonly file: string
  readonly entry: number | null
}

/** Counts the blocked fetches of reports by problem. */
export interface ProblemCounter {
  add(exchange: ExchangeReport): void
  /** Returns the problems, those in the most recordings first. */
  problems(sources: Report['sources']): readonly MergedProblem[]
}

interface Counted {
  readonly first: ExchangeReport
  readonly host: string
  readonly files: Set<number>
  count: number
}

export function problemCounter(): ProblemCounter {
  const problems = new Map<string, Counted>()
  return {
    add(exchange) {
      if (exchange.verdict !== 'blocked') return
      const host = hostOf(exchange.url)
      const key = JSON.stringify([host, exchange.method, exchange.origin, exchange.headline])
      const known = problems.get(key) ?? { first: exchange, host, files: new Set<number>(), count: 0 }
      problems.set(key, known)
      known.files.add(exchange.file)
      known.count++
    },
    problems: (sources) =>
      [...problems.values()]
        .map(({ first, host, files, count }) => ({
          method: first.method,
          host,
          headline: first.headline,
          count,
          recordings: files.size,
          file: sources[first.file]?.file ?? '',
          entry: first.entries.actual ?? first.entries.preflight,
        }))
        .sort((a, b) => b.recordings - a.recordings || b.count - a.count),
  }
}

const hostOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? url
