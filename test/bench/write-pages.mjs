import { readFileSync, writeFileSync } from 'node:fs'

/** Where the figures stand in README.md. */
const PLACE = /<!-- npm run bench -- --write -->[\s\S]*?<!-- \/bench -->/

/** What is left out, and by which option. */
const LEFT_OUT = [
  ['--no-sizes', 'recordings of 2 GB and of 1,000,000 entries'],
  ['--no-panel', 'the panel and the web page'],
]

const tableOf = (rows) => `| | measured | goal | met |
|---|---|---|---|
${rows.map(({ what, measured, goal, met }) => `| ${what} | ${measured} | ${goal} | ${met ? 'yes' : 'no'} |`).join('\n')}`

/** Writes docs/bench.md and the table in README.md. */
export function writePages(machine, rows) {
  writeFileSync('docs/bench.md', page(machine, rows))
  const readme = readFileSync('README.md', 'utf8')
  if (!PLACE.test(readme)) throw new Error('README.md has no place for the figures')
  writeFileSync(
    'README.md',
    readme.replace(PLACE, () => inReadme(machine, rows)),
  )
}

function inReadme(machine, rows) {
  return `<!-- npm run bench -- --write -->

Measured on ${machine}; [docs/bench.md](docs/bench.md) says how:

${tableOf(rows)}

<!-- /bench -->`
}

function page(machine, rows) {
  const leftOut = LEFT_OUT.filter(([option]) => process.argv.includes(option)).map(
    ([option, what]) => `Not measured in this run (\`${option}\`): ${what}.\n`,
  )
  return `# Performance

Measured in one run by \`npm run bench -- --write\`, on: ${machine}. Times are those of a whole process, compared with a
process that only calls \`JSON.parse\` on the same file, or that does nothing; the best of several runs in turns counts.
\`diagnose()\` is measured once its code is warm. The panel and the web page run in Chromium. Of a task counts what it
took of the processor: it says the same on a busy machine. What Chromium itself takes to receive what DevTools sends is
stated apart, because nothing can split it. A key counts until the rows that it finds are drawn; a text is typed three
times, and the best time of each key counts.

${tableOf(rows)}
${leftOut.length === 0 ? '' : `\n${leftOut.join('')}`}`
}
