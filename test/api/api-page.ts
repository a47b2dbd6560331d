import { readdirSync, readFileSync } from 'node:fs'
import { type Declarations, type Declared, ts } from './declarations.ts'

/** The modules of the package, in the order of the page. */
const MODULES = [
  { name: 'whycors', file: 'index' },
  { name: 'whycors/dev', file: 'dev/index' },
  { name: 'whycors/vite', file: 'dev/vite' },
  { name: 'whycors/playwright', file: 'playwright/index' },
  { name: 'whycors/playwright/reporter', file: 'playwright/reporter' },
] as const

/** Returns docs/api.md: everything that the package exports, with its doc comments, and the types behind it. */
export function apiPage(declarations: Declarations): string {
  const shown = new Map<string, string>()
  const modules = MODULES.map(({ name, file }) => {
    const all = declarations.exportsOf(file)
    const isNew = (one: Declared): boolean => !shown.has(keyOf(one))
    const again = all.filter((one) => !isNew(one))
    const own = all.filter(isNew)
    for (const one of own) shown.set(keyOf(one), name)
    const values = own.filter(({ node }) => !isType(node))
    return [
      `## \`${name}\``,
      proseOf(declarations.about(file)),
      ...values.map((one) => entry(one, declarations, name)),
      ...own.filter(({ node }) => isType(node)).map((one) => entry(one, declarations, name)),
      again.length === 0
        ? ''
        : `Also exports ${again.map((one) => `\`${one.exportedAs}\``).join(', ')}, as above.`,
    ].filter((part) => part !== '')
  })
  return `${[
    '# The library',
    'Everything that the package exports, made of its declarations by `npm run docs`. It works with `import` and with `require`.',
    ...modules.flat(),
    ...typesBehind(declarations, shown),
    ...schemas(),
  ].join('\n\n')}\n`
}

/** Types that exported ones refer to, and that can't be imported by name. */
function typesBehind(declarations: Declarations, shown: ReadonlyMap<string, string>): readonly string[] {
  const found = new Map<string, Declared>()
  const pending = MODULES.flatMap(({ file }) => declarations.exportsOf(file))
  for (let one = pending.pop(); one !== undefined; one = pending.pop())
    for (const used of declarations.usedBy(one)) {
      // What is computed from values has its names in docs/rules.md and its like.
      if (!isType(used.node) || shown.has(keyOf(used)) || found.has(keyOf(used))) continue
      found.set(keyOf(used), used)
      pending.push(used)
    }
  return [
    '## Types behind these',
    'They can’t be imported by name; `Parameters`, `ReturnType` and indexed access reach them.',
    ...[...found.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => entry(one, declarations, null)),
  ]
}

function schemas(): readonly string[] {
  const rows = readdirSync('src/schema')
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { $ref } = JSON.parse(readFileSync(`src/schema/${name}`, 'utf8')) as { readonly $ref: string }
      return `| [\`whycors/schema/${name}\`](../src/schema/${name}) | \`${$ref.split('/').at(-1)}\` |`
    })
  return [
    '## JSON Schemas',
    'Of what the command line prints with `--format json`. New fields keep `format`; a change of meaning raises it.',
    ['| schema | type |', '| --- | --- |', ...rows].join('\n'),
  ]
}

const keyOf = ({ file, name }: Declared): string => `${file} ${name}`

const isType = (node: Declared['node']): boolean =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)

/** One declaration: its name, what its comment says, and the declaration itself. */
function entry(declared: Declared, { valuesOf }: Declarations, module: string | null): string {
  const { name, exportedAs, node, source } = declared
  const comment = source.text
    .slice(node.getFullStart(), node.getStart(source))
    .match(/\/\*\*[\s\S]*?\*\/(?![\s\S]*\/\*\*)/)?.[0]
  const values = valuesOf(declared)
  const text = values === null || values.length === 0 ? written(declared) : union(name, values)
  const title = name === 'default' ? `The default export of \`${module}\`` : `\`${exportedAs}\``
  const alias =
    exportedAs === name || name === 'default' ? '' : `In these declarations it is called \`${name}\`.`
  return [
    `### ${title}`,
    proseOf(comment ?? ''),
    alias,
    `\`\`\`ts\n${text}\n\`\`\``,
    ...tagsOf(comment ?? ''),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** A declaration without what every one of them begins and ends with. */
const written = ({ node, source }: Declared): string =>
  node
    .getText(source)
    .replace(/^export (?:default )?(?:declare )?/, '')
    .replace(/^ +/gm, (blanks) => ' '.repeat(blanks.length / 2))
    .replace(/;$/gm, '')

/** A type of many words, in lines of at most 110 characters. */
function union(name: string, values: readonly string[]): string {
  const lines = [`type ${name} =`]
  for (const value of values) {
    const word = ` | '${value}'`
    const last = lines.at(-1) ?? ''
    if (lines.length > 1 && last.length + word.length <= 110) lines[lines.length - 1] = last + word
    else lines.push(` ${word}`)
  }
  return lines.join('\n')
}

/** The lines of a doc comment, without its signs. */
const linesOf = (comment: string): readonly string[] =>
  comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())

const linked = (words: string): string => words.replace(/\{@link ([\w.]+)\}/g, '`$1`')

/** What a doc comment says before its first tag. */
function proseOf(comment: string): string {
  const lines = linesOf(comment)
  const end = lines.findIndex((line) => /^@/.test(line.trim()))
  return linked(
    lines
      .slice(0, end < 0 ? undefined : end)
      .join('\n')
      .trim(),
  )
}

/** The examples of a doc comment, and what the function throws. */
function tagsOf(comment: string): readonly string[] {
  const tags = linesOf(comment)
    .join('\n')
    .split(/^@(?=example|throws)/m)
    .slice(1)
  const examples = tags
    .filter((tag) => tag.startsWith('example'))
    .map((tag) => tag.slice('example'.length).trim())
  const throws = tags
    .filter((tag) => tag.startsWith('throws'))
    .map((tag) => tag.match(/^throws \{(\w+)\} ([\s\S]*)/))
    .map((match) => `- \`${match?.[1]}\` ${linked((match?.[2] ?? '').trim().replace(/\s+/g, ' '))}`)
  return [...examples, ...(throws.length === 0 ? [] : [`Throws\n${throws.join('\n')}`])]
}
