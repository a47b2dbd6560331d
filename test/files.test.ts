import { describe, expect, it } from 'vitest'
import { filesOf, sourceOf, sources, withoutComments } from './sources.ts'

describe('files', () => {
  const folders = ['fetch', 'rules', 'evidence', 'verdict', 'properties']
  const tests = folders.flatMap((folder) => filesOf(`test/${folder}`))

  it.each([...sources, ...tests, 'test/architecture.test.ts', 'test/files.test.ts'])(
    '%s has 250 lines at most',
    (file) => expect(sourceOf(file).trimEnd().split('\n').length).toBeLessThanOrEqual(250),
  )

  it.each(sources)('%s is named for what it exports', (file) => {
    const name = file.split('/').at(-1) ?? ''
    const isComponent = /^src\/(panel|web)\//.test(file) && file.endsWith('.tsx')
    expect(name).toMatch(
      isComponent
        ? /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)\.tsx$/
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/,
    )
    expect(name).not.toMatch(/(^|-)(utils?|helpers?|managers?|services?|types)\.tsx?$/)
  })

  it.each(sources)(
    '%s hands no list to a call item by item: a large one has more items than a call takes',
    (file) =>
      expect(withoutComments(sourceOf(file))).not.toMatch(
        /\.(?:push|unshift|splice|concat)\([^()[\]{}]*\.\.\.\w|\b(?:max|min|fromCharCode|fromCodePoint)\(\.\.\.|\.apply\(/,
      ),
  )

  it.each(sources)('%s has nothing left to do, and no type that means nothing', (file) => {
    const source = sourceOf(file)
    expect(source).not.toMatch(/\b(TODO|FIXME|XXX|HACK)\b/)
    expect(source).not.toMatch(/@ts-(ignore|nocheck|expect-error)/)
    // Rules (causes, cautions) of different arguments have no other common type.
    const code = withoutComments(source).replace(/type Any(\w+)(?:<[^>]*>)? = \1<string, any(?:, \w+)?>/, '')
    expect(code).not.toMatch(/(?:[:<|&]|\bas|, )\s*any\s*(?=[,;)>\]=|&{]|\[\]|$)/m)
  })

  it.each(sources)('%s parses URLs with parseUrl', (file) =>
    expect(withoutComments(sourceOf(file))).not.toMatch(/\bURL\.(canParse|parse)\b/),
  )

  const core = sources.filter((file) => !/^src\/(cli|dev|network|panel|playwright|start|web)\//.test(file))
  it.each(core)('%s is the same at every time and place', (file) =>
    // What stands in quotes is what a snippet says.
    expect(withoutComments(sourceOf(file)).replace(/'[^'\n]*'/g, "''")).not.toMatch(
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.\w+\(|\bprocess\.|\bsetTimeout\(|\bawait fetch\(/,
    ),
  )
})
