import { expect, test } from 'vitest'
import { algorithmOf, type FailedStep } from '../src/fetch/steps.ts'
import { settings } from '../src/fix/settings/index.ts'
import { rulePage } from '../src/recognize/rule-page.ts'
import { allRules, rules } from '../src/rules/index.ts'
import { plain } from '../src/text/plain.ts'

const ROW = /\|/g
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(ROW, '\\|')).join(' | ')} |`

const stepOf = (id: string): FailedStep =>
  (Object.keys(rules) as FailedStep[]).find((step) => rules[step].some((rule) => rule.id === id)) ??
  'CORS check: no origin'

/** What each browser calls a rule, as `whycors rules ID` prints it. */
const callsIt = (id: string): string =>
  rulePage(id)
    .map((words) => plain(words, (value) => value).trim())
    .filter((line) => /^(Chrome|Firefox|Safari): /.test(line))
    .join('; ')

test('docs/rules.md is made of the rules; `npm run docs` writes it', async () => {
  const rows = allRules.map(({ id, means }) => {
    const { algorithm, url } = algorithmOf(stepOf(id))
    return row(`\`${id}\``, means, callsIt(id), `[${algorithm}](${url})`)
  })
  const page = [
    '# The rules',
    '',
    'Why a request can be blocked, in the order in which browsers check. `whycors rules ID` prints one of them, and',
    '`whycors rules "MESSAGE"` finds the rules behind a console message.',
    '',
    row('rule', 'what it means', 'what browsers call it', 'in the standard'),
    row('---', '---', '---', '---'),
    ...rows,
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../docs/rules.md')
})

test('docs/settings.md is made of the settings; `npm run docs` writes it', async () => {
  const page = [
    '# Products and development servers',
    '',
    'CORS is a setting in these. `whycors fix FILE.har --for NAME` writes it.',
    '',
    row('`--for`', 'product', 'kind', 'documentation'),
    row('---', '---', '---', '---'),
    ...settings.map(({ id, title, kind, docs }) => row(`\`${id}\``, title, kind, `<${docs}>`)),
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../docs/settings.md')
})
