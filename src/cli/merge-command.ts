import { emptyMerge, mergeReports, version } from '../internal.ts'
import type { ExitCode } from './exit-code.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import { mergeLines } from './merge-lines.ts'
import { problemCounter } from './merged-problems.ts'
import type { Options } from './options.ts'
import { makeStyle } from './style.ts'

/** Merges the reports of many recordings into one, and prints it, or how often each problem occurred. */
export async function mergeCommand({ operands, format }: Options, io: Io): Promise<ExitCode> {
  if (format !== 'text' && format !== 'json' && format !== 'ndjson') {
    io.err(`whycors: merge has no ${format} format; use text, json or ndjson\n`)
    return 2
  }
  const merged = emptyMerge()
  const counter = problemCounter()
  let count = 0
  let blocked = false
  for (const path of operands) {
    try {
      for await (const exchange of mergeReports(io.read(path), merged)) {
        blocked ||= exchange.verdict === 'blocked'
        if (format === 'text') counter.add(exchange)
        else if (format === 'ndjson') await io.out(`${JSON.stringify(exchange)}\n`)
        // The merged sources come after the fetches, so that these needn't be kept.
        else await io.out(`${count === 0 ? '{\n  "exchanges": [' : ','}\n    ${JSON.stringify(exchange)}`)
        count++
      }
    } catch (error) {
      io.err(`whycors: ${inputError(error, path)}\n`)
      return 2
    }
  }
  const rest = merged.rest(version)
  if (format === 'text') {
    const lines = mergeLines(rest.sources.length, counter.problems(rest.sources), {
      style: makeStyle(io.color),
      width: io.width,
    })
    await io.out(`${lines.join('\n')}\n`)
  } else if (format === 'ndjson') await io.out(`${JSON.stringify(rest)}\n`)
  else {
    const begun = count === 0 ? '{\n  "exchanges": [],' : '\n  ],'
    await io.out(`${begun}${JSON.stringify(rest, null, 2).slice('{'.length)}\n`)
  }
  if ((rest.bugs ?? []).length > 0) return 2
  return blocked ? 1 : 0
}
