import { readHarText } from '../../src/har/read-har.ts'
import {
  checksOf,
  demandsOf,
  diagnose,
  diagnoseInSteps,
  emptyMemory,
  explanationOf,
  judgeWhatIf,
  redacting,
} from '../../src/internal.ts'
import { fieldsOf, readForm } from '../../src/panel/what-if/what-if-form.ts'
import { whycors } from '../cli/run-whycors.ts'

/** Has a recording read, diagnosed, explained in every format and fixed, as the command line does. */
export async function explainAndFix(har: string): Promise<void> {
  for (const args of [
    ['--all'],
    ['--all', '--format', 'json'],
    ['--all', '--format', 'sarif'],
    ['fix', '--for', 'express'],
  ]) {
    const { err } = await whycors([...args, 'a.har'], { 'a.har': har })
    if (err.includes('this is a bug')) throw new Error(err)
  }
}

/** Has a recording diagnosed and shown as the panel does. */
export function showInPanel(har: string): void {
  const { recording, entries } = readHarText(har, 0, 'a.har')
  for (const diagnosis of diagnose(recording, entries, { engine: null, show: redacting.value }))
    for (const shown of [
      explanationOf(diagnosis),
      checksOf(diagnosis.verdict),
      // A header that answers many demands is shown once.
      demandsOf(diagnosis.verdict).map((demand) => ({ ...demand, granted: demand.granted !== null })),
    ])
      JSON.stringify(shown)
}

/** Returns what the panel does at once when the only fetch of a recording is chosen, by what is shown. */
export function shownAtOnce(har: string): Readonly<Record<string, () => unknown>> {
  const { recording, entries } = readHarText(har, 0, 'a.har')
  const [diagnosis] = diagnose(recording, entries, { engine: null, show: redacting.value })
  if (diagnosis === undefined) throw new Error('no fetch')
  const { exchange } = diagnosis.verdict
  const form = () => {
    const { whatIf } = readForm(exchange, fieldsOf(exchange, redacting), redacting)
    const verdict = judgeWhatIf(exchange, whatIf, redacting.value)
    return explanationOf({ verdict, rootCauses: [], cautions: [], plan: null, bugs: [] })
  }
  return {
    causes: () => [diagnosis.rootCauses, diagnosis.cautions],
    plan: () => diagnosis.plan,
    explanation: () => explanationOf(diagnosis),
    form,
  }
}

/** Returns the steps in which the panel diagnoses a recording; between any two of them it can draw. */
export function stepsOf(har: string): { next(): { readonly done?: boolean } } {
  const { recording, entries } = readHarText(har, 0, 'a.har')
  return diagnoseInSteps(recording, entries, { engine: null, show: redacting.value }, emptyMemory())
}

/** What the code here must not do: looks for each of many items in all of them. */
export function inSquare(size: number): number {
  const items = Array.from({ length: size }, (_, i) => i)
  return items.filter((item) => items.includes(item + 1)).length
}

/** What it must not do either: from each blank, the pattern goes to the last one. */
export const trimmedByPattern = (size: number): number => `a${' '.repeat(size)}b`.replace(/ +$/, '').length
