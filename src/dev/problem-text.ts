import { problemLines } from '../cli/problem-lines.ts'
import { saying } from '../cli/saying.ts'
import { makeStyle } from '../cli/style.ts'
import type { TextOptions } from '../cli/text-options.ts'
import { wrap } from '../cli/wrap.ts'
import type { GeneratorId } from '../index.ts'
import {
  type Generator,
  guessedGenerator,
  limited,
  originNotes,
  type Redaction,
  writerNamed,
} from '../internal.ts'
import type { NewProblem } from './new-problems.ts'

/** The options for a problem's text. */
export interface ProblemTextOptions {
  readonly redaction: Redaction
  readonly color: boolean
  readonly width: number
  /** The known kind of server; null: the one recognized from the responses. */
  readonly named: GeneratorId | null
  /** The kind of server if the responses don't show it. */
  readonly usual: GeneratorId
  /** Further notes on this problem, each one or two sentences. */
  readonly notes: readonly string[]
}

/** Returns the explanation of a problem for a terminal, with the configuration that fixes it. */
export function problemText(found: NewProblem, given: ProblemTextOptions): string {
  const style = makeStyle(given.color)
  const options: TextOptions = {
    style,
    redaction: limited(given.redaction),
    width: given.width,
    listWidth: given.width,
    includes: () => true,
    folds: () => false,
    sections: ['reason', 'next', 'root-causes', 'fix'],
  }
  const notes = given.notes.flatMap((note) =>
    wrap([{ words: note, draw: (words) => words }], { width: given.width, first: '  - ', rest: '    ' }),
  )
  return [
    style.bold('whycors: browsers block a response of this server'),
    ...problemLines(found, options),
    ...(notes.length === 0 ? [] : ['', `  ${style.bold('About this server')}`, ...notes]),
    ...fixLines(found, options, given),
    '',
  ].join('\n')
}

function fixLines(
  { problem: { example }, policy: merged }: NewProblem,
  options: TextOptions,
  { named, usual }: ProblemTextOptions,
): readonly string[] {
  if (merged === null || example.plan === null) return []
  const { frameworks, layer } = example.plan
  const guessed: Generator | null = guessedGenerator(frameworks, layer)?.generator ?? null
  const generator = writerNamed(named) ?? guessed ?? writerNamed(usual)
  if (generator === null) return []
  const snippet = generator.generate(merged.policy, example.verdict.exchange.url)
  const say = saying(options.redaction)
  const paragraph = (words: string): readonly string[] =>
    wrap([{ words, draw: (one) => one }], { width: options.width, first: '  ', rest: '  ' })
  const title = ['', `  ${options.style.bold(`In ${generator.title}`)}`]
  if (snippet.type === 'unsupported') return [...title, ...paragraph(say(snippet.why))]
  return [
    ...title,
    ...originNotes(merged.policy, merged.leftOut).flatMap(({ note }) => paragraph(say(note))),
    ...paragraph(say(snippet.where)),
    '',
    ...snippet.code
      .trimEnd()
      .split('\n')
      .map((line) => options.style.green(`    ${line}`.trimEnd())),
    '',
    ...snippet.removeFirst.flatMap((words) => paragraph(`Remove first: ${say(words)}`)),
  ]
}
