import { code, type Explanation, guessedGenerator, type PolicyGroup, type Text, text } from '../internal.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** Returns the command that writes the policy for the recognized kind of server; nothing if it isn't known. */
export function commandText(plan: Explanation['plan']): readonly Text[] {
  const guessed = plan === null || plan.policy === null ? null : guessedGenerator(plan.frameworks, plan.layer)
  return guessed === null
    ? []
    : [text`Run ${code(`whycors fix --for ${guessed.generator.id}`)} for the code.`]
}

/** Returns the header lines of a policy, for copying. */
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
