import { code, type Explanation, guessedGenerator, type PolicyGroup, type Text, text } from '../internal.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** Returns the command that writes the policy for the server that the API seems to be; nothing where that is open. */
export function commandText(plan: Explanation['plan']): readonly Text[] {
  const guessed = plan === null || plan.policy === null ? null : guessedGenerator(plan.frameworks, plan.layer)
  return guessed === null
    ? []
    : [text`Run ${code(`whycors fix --for ${guessed.generator.id}`)} for the code.`]
}

/** Returns header lines of a policy, to be copied. */
export const policyHeaderLines = (
  { lines }: PolicyGroup,
  { style, redaction, width }: TextOptions,
): readonly string[] =>
  lines.flatMap(({ name, value }) =>
    wrap([{ words: `${name}: ${redaction.value(value)}`, draw: style.green }], {
      width,
      first: '      ',
      rest: '          ',
    }),
  )
