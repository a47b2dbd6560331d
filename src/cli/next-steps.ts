import { quoteWord } from '../internal.ts'
import { checkWords } from './check/check-words.ts'
import { columnsOf } from './columns.ts'
import { isUrl } from './is-url.ts'
import type { NumberedProblem } from './numbered-problems.ts'
import type { Options } from './options.ts'
import type { TextOptions } from './text-options.ts'

/** Returns the commands to run next, with the files and the options that the numbers depend on. */
export function nextSteps(
  problems: readonly NumberedProblem[],
  options: Options,
  { redaction, style }: TextOptions,
): readonly string[] {
  const [first] = problems
  if (first === undefined) return []
  const word = (value: string): string => {
    const shown = redaction.value(value)
    return /^[\w@%+=:,./-]+$/.test(shown) ? shown : quoteWord[options.shell](shown)
  }
  const files = options.sample
    ? '--sample'
    : options.operands.some(isUrl)
      ? checkWords(options, word).join(' ')
      : options.operands.map(word).join(' ')
  const { engine, origin } = options
  const same = [
    ...(options.all ? ['--all'] : []),
    ...(origin === null ? [] : [`--origin ${word(origin)}`]),
    ...(engine === null ? [] : [`--engine ${engine}`]),
  ]
  const targets = new Set(
    problems.flatMap(({ problem: { example } }) =>
      example.plan === null || example.plan.policy === null ? [] : [example.plan.target],
    ),
  )
  const rule = problems.flatMap(({ problem: { example } }) =>
    example.verdict.type === 'blocked' ? [example.verdict.failing[0].finding.rule.id] : [],
  )[0]
  const steps = [
    ...(problems.length > 1
      ? [[`whycors explain ${[files, first.number, ...same].join(' ')}`, 'one problem alone']]
      : []),
    ...(targets.size === 0
      ? []
      : [
          [
            `whycors fix ${files}${origin === null ? '' : ` --origin ${word(origin)}`}`,
            targets.size > 1 ? 'configuration; --origin picks an API' : 'the configuration that fixes it',
          ],
        ]),
    ...(rule === undefined ? [] : [[`whycors rules ${rule}`, 'what this rule means']]),
  ]
  if (steps.length === 0) return []
  const width = steps.reduce((most, [command = '']) => Math.max(most, columnsOf(command)), 0)
  const pad = (command: string): string => `${command}${' '.repeat(width - columnsOf(command))}`
  return [
    style.bold('What next'),
    ...steps.map(([command = '', what = '']) =>
      width > MOST ? `  ${command}\n      ${what}` : `  ${pad(command)}  ${what}`,
    ),
  ]
}

/** The most columns of commands that leave space for the text next to them. */
const MOST = 40
