import { expect, test } from 'vitest'
import { apiPage } from './api-page.ts'
import { readDeclarations } from './declarations.ts'

const declarations = readDeclarations()

test('docs/api.md is made of the declarations; `npm run docs` writes it', async () => {
  await expect(apiPage(declarations)).toMatchFileSnapshot('../../docs/api.md')
})

test.each(['index', 'dev/index', 'dev/vite', 'playwright/index', 'playwright/reporter'])(
  'everything that %s exports has a doc comment',
  (module) => {
    const exported = declarations.exportsOf(module)
    expect(exported.length).toBeGreaterThan(0)
    const bare = exported.filter(
      ({ node, source }) =>
        !/\/\*\*[\s\S]*\*\/\s*$/.test(source.text.slice(node.getFullStart(), node.getStart(source))),
    )
    expect(bare.map(({ name }) => name)).toEqual([])
  },
)

test('functions of the library have an example', () => {
  const functions = declarations
    .exportsOf('index')
    .filter(({ node, name }) => node.getText().includes('function ') || name === 'generators')
  expect(functions.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['explain', 'fix', 'diff', 'readHar']),
  )
  for (const { name, node, source } of functions)
    expect(`${name}: ${source.text.slice(node.getFullStart(), node.getStart(source))}`).toContain('@example')
})
