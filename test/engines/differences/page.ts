import type { EngineName } from '../options.ts'
import type { Measured, Measurements } from './measured.ts'
import { type Row, rows } from './rows.ts'

const TITLES: readonly (readonly [EngineName, string])[] = [
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
]

/** What the engines differ in beyond these rows, and no recording shows. */
const BEYOND = `## What no rule reads

These were measured too. They are no decisions of CORS, or cannot be told from a recording, so no property stands for them.

| what | Chromium | Firefox | WebKitGTK |
| --- | --- | --- | --- |
| Fonts of another origin | CORS, as the standard | CORS | no CORS at all |
| From an https page to \`http://localhost\` | allowed, then CORS | not measured | mixed content |
| An image of an https page, redirected to http | upgraded to https | upgraded | upgraded |
| A preflight response whose body ends too early | its headers suffice | not measured | fails |
| Status 407 without a proxy | a network error | not measured | shared |
| A blank before the colon of a header; a lone CR as the end of a line | read | not measured | not read |
| Two different \`Location\` or \`Content-Length\` | a network error | not measured | one is taken |
| A PUT whose connection is closed without a byte | a network error | \`CORSMultipleAllowOriginNotAllowed\`, which is a mistake | a network error |
| \`Access-Control-Expose-Headers: *\` with credentials | nothing more | not measured | \`Accept\` too |
| XMLHttpRequest with a string as body and a quoted charset in \`Content-Type\` | the quotes stay: a preflight | not measured | rewritten to UTF-8 first, as XMLHttpRequest's standard asks: no preflight |
| A preflight whose method or header was refused | forgotten | not measured | remembered, for the next request that it allows |
| \`cache: 'no-store'\` | no remembered preflight is used | not measured | it is used |
| Which of several refused headers is named | the order of a hash table | the first in alphabetical order | the first that script set |
`

/** Returns the page "How browsers differ", made of the rows and of what the browsers did with their examples. */
export function pageOf({ versions, examples }: Measurements): string {
  const sections = rows.map((row) => sectionOf(row, examples))
  return `<!-- Made by \`npm run differences\`: do not edit. -->

# How browsers differ

Where the browser engines do other than the Fetch standard, or name it in another order. Each row is one property of
\`Implementation\` ([implementation.ts](../fetch/implementation.ts)); an engine is the standard with its own values of them.
What each browser did was measured in ${TITLES.map(([engine]) => versions[engine]).join(', ')}; WebKitGTK shares
most of its code with Safari, which was not measured itself. A test holds the rules against these measurements, and
\`npm run test:engines -- --engine chromium|firefox|webkit\` against the live browsers.

In the tables, *sent* counts the servers of a redirect chain from 0.

${sections.join('\n\n')}

${BEYOND}`
}

function sectionOf(row: Row, examples: Measurements['examples']): string {
  const { property, title, standard, deviating } = row
  const others = deviating.map(([engine, what]) => `- **${engine}:** ${what}.`)
  const tables = row.examples.map(([what], i) => tableOf(what, examples[`${property}-${i}`]))
  return [
    `## ${title}`,
    `\`${property}\``,
    [`- **Standard:** ${standard}`, ...others].join('\n'),
    ...tables,
  ].join('\n\n')
}

function tableOf(what: string, measured: Readonly<Record<EngineName, Measured>> | undefined): string {
  const lines = TITLES.map(([engine, title]) => {
    const one = measured?.[engine]
    return `| ${title} | ${one === undefined ? 'not measured' : outcomeOf(one)} | ${one?.arrived || '–'} |`
  })
  return [`| ${what} | outcome | sent |`, '| --- | --- | --- |', ...lines].join('\n')
}

const outcomeOf = ({ got, code }: Measured): string => {
  if (got !== null) return `shared: ${got}`
  return code === null ? 'network error' : `blocked: \`${code}\``
}
