import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { whycors } from '../cli/run-whycors.ts'
import { sourceOf, sources } from '../sources.ts'
import { commentsOf } from './comments-of.ts'
import { namesIn } from './names-in.ts'
import { sentencesOf } from './sentences-of.ts'
import { unclearIn, unknownIn } from './unknown-words.ts'

/** Sources whose strings nobody reads: what is matched, not said, and the demo's servers. */
const UNREAD = /^src\/(fetch|start\/demo|har\/scan)\//

/** What the code called fixes, changes and corrections before. */
const OLD_NAME = /\bmend(s|ed|ing)?\b/i

describe('what users read has no word that they don’t know', () => {
  test.each(sources.filter((path) => !UNREAD.test(path)))('%s', (path) =>
    expect(sentencesOf(path, sourceOf(path)).flatMap(unknownIn)).toEqual([]),
  )

  const pages = [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'manifest.json',
    'package.json',
    '.github/pull_request_template.md',
    '.github/actions/whycors/action.yml',
    'src/engines/README.md',
    'extension/_locales/en/messages.json',
    ...['docs', 'extension/store', '.github/ISSUE_TEMPLATE'].flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (/\.(md|yml|json)$/.test(name) ? [`${folder}/${name}`] : [])),
    ),
  ]
  test.each(pages)('%s', (path) => {
    const text = readFileSync(path, 'utf8').replace(/```[\s\S]*?```|`[^`]*`/g, '…')
    expect(text.split('\n\n').flatMap(unknownIn)).toEqual([])
  })

  const recordings = ['recordings', 'field/recordings', 'explain/recordings'].flatMap((folder) =>
    readdirSync(`test/${folder}`).flatMap((name) =>
      /\.har(\.gz)?$/.test(name) ? [`test/${folder}/${name}`] : [],
    ),
  )
  test.each(recordings)('what is printed of %s', async (path) => {
    const file = readFileSync(path)
    const files = { 'a.har': path.endsWith('.gz') ? gunzipSync(file) : file }
    const ran = [
      await whycors(['explain', 'a.har', '--all'], files),
      await whycors(['fix', 'a.har', '--for', 'nginx'], files),
      await whycors(['fix', 'a.har', '--proxy', 'vite'], files),
    ]
    // Values of the recording stand in backticks or in the picture of the exchange.
    const said = [ran[0]?.out ?? '', ...ran.map(({ err }) => err)]
      .join('\n')
      .replace(/^ *(?:▶ *)?[<>] .*$/gm, '')
      .replace(/`[^`]*`/g, '…')
    expect(said.split('\n\n').flatMap(unknownIn)).toEqual([])
  })

  test.each(sources)('the comments of %s', (path) =>
    expect(
      commentsOf(path, sourceOf(path)).flatMap((words) => [...unknownIn(words), ...unclearIn(words)]),
    ).toEqual([]),
  )

  const others = [
    ...readdirSync('.').filter((name) => /\.(mjs|ts)$/.test(name)),
    ...['src', 'extension', '.github'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
        /\.(css|html|mjs|yml)$/.test(name) ? [`${folder}/${name}`] : [],
      ),
    ),
  ]
  test.each(others)('what %s says', (path) => {
    const text = readFileSync(path, 'utf8')
    const said = /\.(mjs|ts)$/.test(path)
      ? [...commentsOf(path, text), ...sentencesOf(path, text)]
      : [text.replace(/\n\s*[*#]? ?/g, ' ')]
    expect(said.flatMap((words) => [...unknownIn(words), ...unclearIn(words)])).toEqual([])
  })

  test.each(sources)('the names in %s', (path) =>
    expect(namesIn(`${path} ${sourceOf(path)}`).filter((name) => OLD_NAME.test(name))).toEqual([]),
  )

  test('the words are found where they are', () => {
    expect(unknownIn('This mends the request of a page that needs leave.')).toHaveLength(2)
    expect(unknownIn('Fix the server, then the response is allowed.')).toEqual([])
    const source = ['const a = `We $', '{b} mend it` // mend this', "import 'a mend'"]
      .join('')
      .replace('it` // mend this', 'it` // mend this\n')
    expect(sentencesOf('a.ts', source)).toEqual(['We … mend it'])
    expect(commentsOf('a.ts', source)).toEqual(['mend this'])
    expect(commentsOf('a.ts', '/**\n * Returns\n * whether\n */\nconst a = 1 // b\n// c\n  // d\n')).toEqual([
      'Returns whether',
      'b c d',
    ])
    expect(unclearIn('Returns whether everyone who asks is told.')).toHaveLength(2)
    expect(namesIn('const mendAll = (recommended) => mendAll')).toEqual(['const', 'mend All', 'recommended'])
  })
})
