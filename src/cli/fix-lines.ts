import { type Explanation, guessedGenerator, policyLines, type Text } from '../internal.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** What the API is, as far as that is more than a possibility, and how to have the policy written for it. */
function serverLines({ frameworks }: NonNullable<Explanation['plan']>): readonly Text[] {
  const [first] = frameworks
  const guessed = guessedGenerator(frameworks)
  if (guessed !== null)
    return [[...guessed.guess.why, ` "whycors fix --for ${guessed.generator.id}" writes this for it.`]]
  return first === undefined || first.confidence === 'low' ? [] : [first.why]
}

/** Returns what to change, as the headers that the server should send and what the page should do. */
export function fixLines(
  plan: Explanation['plan'],
  { style, redaction, width }: TextOptions,
  paragraph: (text: Text, first: string, rest: string) => readonly string[],
): readonly string[] {
  if (plan === null) return []
  const lines = plan.policy === null ? [] : policyLines(plan.policy)
  const headers = (preflightOnly: boolean): readonly string[] =>
    lines
      .filter((line) => line.preflightOnly === preflightOnly)
      .flatMap(({ name, value }) =>
        wrap([{ words: `${name}: ${redaction.value(value)}`, draw: style.green }], {
          width,
          first: '      ',
          rest: '          ',
        }),
      )
  const [always, preflight] = [headers(false), headers(true)]
  return [
    '',
    `  ${style.bold('Fix')} ${style.dim(plan.policy === null ? 'in the page' : `on ${redaction.value(plan.target)}`)}`,
    ...(always.length === 0 ? [] : ['    on every response, errors included:', ...always]),
    ...(preflight.length === 0
      ? []
      : ['    and in the answer to OPTIONS (204, before any login):', ...preflight]),
    ...plan.required.flatMap((advice) => paragraph(advice, '  - ', '    ')),
    ...paragraph(plan.why, '  ', '  ').map(style.dim),
    ...plan.alternatives.flatMap((advice) => paragraph(advice, '  - ', '    ')),
    ...(plan.policy === null ? [] : serverLines(plan)).flatMap((words) => paragraph(words, '  ', '  ')),
  ]
}
