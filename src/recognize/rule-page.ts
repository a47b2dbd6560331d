import { engines } from '../engines/index.ts'
import { algorithmOf, type FailedStep } from '../fetch/steps.ts'
import { allRules, rules } from '../rules/index.ts'
import { code, link, list, type Text, text } from '../text/text.ts'
import { codesOf, possibleRules } from './possible-rules.ts'
import { NO_VALUES } from './sentence.ts'

/** Returns paragraphs about a rule, without values: its meaning, what browsers call it, and its place in the standard. */
export function rulePage(id: string): readonly Text[] {
  const rule = allRules.find((one) => one.id === id)
  const step = (Object.keys(rules) as FailedStep[]).find((one) => rules[one].some((two) => two.id === id))
  if (rule === undefined || step === undefined) return []
  const { algorithm, url } = algorithmOf(step)
  const named = (['chromium', 'firefox', 'webkit'] as const).flatMap((engine): Text[] => {
    const codes = codesOf[engine].filter((one) =>
      possibleRules({ engine, code: one, phase: null, values: NO_VALUES, at: 0, end: 0 }).some(
        (two) => two === id,
      ),
    )
    return codes.length === 0 ? [] : [text`  ${engines[engine].title}: ${list(codes.map(code), 'or')}`]
  })
  return [
    [id],
    [''],
    [rule.means],
    ...(named.length === 0 ? [] : [[''], ['Browsers call it:'], ...named]),
    [''],
    text`The standard: ${link(url, algorithm)}.`,
    text`To find it in a recording: ${code('whycors explain FILE.har')}. For the configuration: ${code('whycors fix FILE.har')}.`,
  ]
}
