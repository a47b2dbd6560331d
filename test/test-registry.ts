import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = (name: string): URL => new URL(`../src/${name}/`, import.meta.url)

/** What the files of a folder, and of those in it, define: the source of each thing with its comment, by its id. */
function definedIn(name: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder(name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, folder(name)), 'utf8')
      const ids = [...source.matchAll(/^export (default|const \w+ =) \w+\(\{\n {2}id: '([a-z0-9-]+)'/gm)]
      if (source.includes('export default'))
        expect(
          ids.map(([, , id]) => id),
          `src/${name}/${file}: begin with "export default define…({" and "  id: '${basename(file, '.ts')}'", the file's name`,
        ).toEqual([basename(file, '.ts')])
      return ids.map(({ index, 2: id = '' }) => [id, source.slice(0, index)] as const)
    })
  return new Map(found)
}

const COMMENT = /\/\*\*\n \* [A-Za-z].*\n(?: \*.*\n)*? \* Example: .*\n(?: \*.*\n)* ?\*\/\n$/

/** Returns which cases tests lack for a cause or caution: one that shows it, and a near miss that must not. */
function missingCases(name: 'causes' | 'cautions', tests: string, id: string): readonly string[] {
  // A line of the table of Chrome's errors has both: the error that is it, and one that is not.
  if (tests.includes(`', '${id}', 'net::ERR_`)) return []
  if (name === 'causes') return [`shows: '${id}'`, `showsNot: '${id}'`].filter((one) => !tests.includes(one))
  const cases = tests.split(`testCaution('${id}'`)[1]?.split('testCaution(')[0] ?? ''
  return ['noticed: true', 'noticed: false'].filter((one) => !cases.includes(one))
}

/** Tests that each file of `src/causes/` or `src/cautions/` has its line in the list, a comment and its cases. */
export function testRegistry(name: 'causes' | 'cautions', ids: readonly string[]): void {
  const tests = readdirSync(new URL(`${name}/`, import.meta.url))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(`${name}/${file}`, import.meta.url), 'utf8'))
    .join('\n')
  const defined = definedIn(name)
  const files = [...defined.keys()]

  describe(`the registry of ${name}`, () => {
    test('has every file once, under its name', () => {
      const wrong = [
        ...files.filter((id) => !ids.includes(id)).map((id) => `add ${id} to src/${name}/index.ts`),
        ...ids
          .filter((id, i) => ids.indexOf(id) !== i)
          .map((id) => `take ${id} out of src/${name}/index.ts: it is there twice`),
        ...ids.filter((id) => !files.includes(id)).map((id) => `no file of src/${name}/ defines ${id}`),
      ]
      expect(wrong).toEqual([])
    })

    test('says what each one is, with an example', () => {
      const wrong = files
        .filter((id) => !COMMENT.test(defined.get(id) ?? ''))
        .map(
          (id) => `${id}: before its "export", a comment of several lines: a sentence, and " * Example: …"`,
        )
      expect(wrong).toEqual([])
    })

    test('has a recording that shows each one, and a near miss', () => {
      const wrong = ids.flatMap((id) => {
        const runner = name === 'cautions' ? `testCaution('${id}', …)` : 'testCauses(…)'
        return missingCases(name, tests, id).map(
          (one) => `${id}: add a case with \`${one}\` to a \`${runner}\` under test/${name}/`,
        )
      })
      expect(wrong).toEqual([])
    })
  })
}
