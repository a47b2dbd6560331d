import { expect, test } from 'vitest'
import { frameworks } from '../src/audit/frameworks/index.ts'
import { lints } from '../src/audit/lints/index.ts'
import { cautions } from '../src/cautions/index.ts'
import { algorithmOf, type FailedStep } from '../src/fetch/steps.ts'
import { settings } from '../src/fix/settings/index.ts'
import { rulePage } from '../src/recognize/rule-page.ts'
import { allRules, rules } from '../src/rules/index.ts'
import { plain } from '../src/text/plain.ts'
import type { Text } from '../src/text/text.ts'

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

test('docs/audit.md is made of the lints; `npm run docs` writes it', async () => {
  const said = (words: Text): string => plain(words, (value) => value)
  const cweOf = (cwe: string | null): string =>
    cwe === null ? '' : `[${cwe}](https://cwe.mitre.org/data/definitions/${cwe.replace(/\D/g, '')}.html)`
  const page = [
    '# What an audit finds',
    '',
    '`whycors audit URL --origin ORIGIN` looks for these mistakes in the CORS configuration of your own API. ORIGIN is that of',
    'a page that calls it. The requests are listed before they are sent; they are GET and OPTIONS only, and redirects are not',
    'followed. Most say in `Origin` that they come from another website, and what is sent back shows whom the API allows.',
    '',
    'How serious a finding is depends on what the responses show, such as whether credentials are allowed. With a finding of',
    'severity *high*, any website can read what only the user should; the exit code is then 1.',
    '',
    row('lint', 'what it finds', 'weakness', 'in `explain`'),
    row('---', '---', '---', '---'),
    ...lints.map(({ id, means, cwe }) =>
      row(`\`${id}\``, means, cweOf(cwe), cautions.some((one) => one.id === id) ? 'yes' : ''),
    ),
    '',
    'What a recording shows too, `whycors explain` says as a warning with the same name.',
    '',
    '## Settings',
    '',
    'What to change, in frameworks that the responses show.',
    '',
    ...frameworks.flatMap(({ title, docs, settings }) => [
      `### ${title}`,
      '',
      `<${docs}>`,
      '',
      ...Object.entries(settings).map(([correction, words]) => `- ${correction}: ${said(words)}`),
      '',
    ]),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../docs/audit.md')
})
