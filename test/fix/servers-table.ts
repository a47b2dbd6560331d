import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Generator } from '../../src/fix/generators/generator.ts'
import { generators } from '../../src/fix/generators/index.ts'

/** What vitest's JSON reporter writes, as far as the table is made of it. */
interface Results {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
    }[]
  }[]
}

/** What the battery asks, and how its tests are told from each other: by the titles above them. */
const COLUMNS: readonly (readonly [string, (titles: readonly string[]) => boolean])[] = [
  ['shared', (titles) => titles.includes('in real Chromium') && /is shared$/.test(titles.at(-1) ?? '')],
  ['origins', (titles) => titles.includes('in real Chromium') && /is refused$/.test(titles.at(-1) ?? '')],
  ['methods', (titles) => titles.includes('other methods are refused')],
  ['headers', (titles) => titles.includes('other headers are refused')],
  ['login', (titles) => titles.includes('the preflight passes in front of authentication')],
  ['errors', (titles) => titles.includes('errors can be read')],
  ['Vary', (titles) => titles.includes('varies by origin')],
  ['names', (titles) => titles.includes('hostile names')],
  ['upstream', (titles) => titles.includes('of all that the app sends')],
]

const page = 'docs/servers.md'

/** Returns the table of servers in docs/servers.md, made of what a run of the server tests found. */
export function serversTable({ testResults }: Results): string {
  const passed = (generator: Generator): readonly (readonly string[])[] =>
    testResults
      .filter(({ name }) => basename(name) === `${generator.id}.test.ts`)
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed')
      .map(({ ancestorTitles, title }) => [...ancestorTitles, title])
  const rows = generators.map((generator: Generator) => {
    const tests = passed(generator)
    const marks =
      generator.proof.type === 'run'
        ? COLUMNS.map(([, isAbout]) => (tests.some(isAbout) ? '✓' : ''))
        : COLUMNS.map(() => '')
    return [`\`${generator.id}\``, generator.title, proofOf(generator, tests.length), ...marks]
  })
  const head = ['`--for`', 'server', 'verified on', ...COLUMNS.map(([name]) => name)]
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function proofOf({ proof }: Generator, passed: number): string {
  if (proof.type === 'unchecked') return `*not checked by a program: ${proof.because}*`
  if (passed === 0) return '**did not run**'
  return proof.type === 'run' ? proof.on : `*by syntax only: ${proof.by}*`
}

/**
 * Compares the table with the results in a file, or writes it (`--write`). Returns the exit code. The file
 * comes from `vitest run --config vitest.servers.config.ts --reporter=json --outputFile=FILE`.
 */
export async function main([file = '', mode = '']: readonly string[]): Promise<number> {
  const table = serversTable(JSON.parse(readFileSync(file, 'utf8')) as Results)
  const text = readFileSync(page, 'utf8')
  const place = /(?<=<!-- servers:begin -->\n)[\s\S]*?(?=\n<!-- servers:end -->)/
  if (mode === '--write') {
    writeFileSync(
      page,
      text.replace(place, () => table),
    )
    return 0
  }
  if (place.exec(text)?.[0] === table) return 0
  console.error(
    `The table of servers in docs/servers.md is not what the tests found: npm run servers. It should be\n\n${table}`,
  )
  return 1
}
