import {
  possibleTracingLibrariesOf,
  type TracingLibrary,
  tracingLibrariesOf,
} from '../knowledge/tracing-headers.ts'
import { code, type Inline, type Text, text } from '../text/text.ts'

/**
 * Returns how to stop sending tracing headers (at least one, in lowercase) to a host: the option of each library that
 * owns them, or, if several libraries share them, the option of the first and its names in the others.
 */
export function tracingAdvice(names: readonly string[], host: string): Text {
  const certain = tracingLibrariesOf(names)
  if (certain.length > 0)
    return joined(
      certain.map((library) => way(library, host)),
      ', and ',
    )
  const [first, ...others] = possibleTracingLibrariesOf(names)
  if (first === undefined) return text`tell the library to leave ${code(host)} alone`
  if (others.length === 0) return way(first, host)
  const aliases = others.map(
    ({ title, option }, i) => text`${title} ${i === 0 ? 'calls that ' : ''}${option.name}`,
  )
  return text`${way(first, host)} (${joined(aliases, ', ')})`
}

const way = ({ option, of }: TracingLibrary, host: string): Text =>
  option.lists === 'who gets them'
    ? text`leave ${code(host)} out of ${option.name} of ${of}`
    : text`add ${code(host)} to ${option.name} of ${of}`

const joined = (parts: readonly Text[], between: string): Text =>
  parts.flatMap((part, i): readonly Inline[] => (i === 0 ? part : [between, ...part]))
