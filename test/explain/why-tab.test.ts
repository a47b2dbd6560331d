import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnose, isListed, redacting, wordsIn } from '../../src/internal.ts'
import { openText } from './panel-text.ts'

/** As many words as fit on one screen of 1280 by 800 and are read at a glance. */
const MOST = 180

const inFolder = (folder: string): readonly string[] => readdirSync(folder).map((name) => `${folder}/${name}`)

describe.each(['src/cli/sample.har', ...inFolder('test/recordings'), ...inFolder('test/explain/recordings')])(
  'the Why tab of each problem in %s',
  (path) => {
    const { recording, entries } = readHarText(readFileSync(path, 'utf8'), 0, path)
    const diagnoses = diagnose(recording, entries, { engine: null, show: redacting.value })
    const listed = diagnoses.filter((one) => isListed(one, false))
    const examined = { recording, entries: entries.length, diagnoses, skipped: [], truncated: null }
    const texts = listed.map((one) => openText('why', one, examined))

    it('is short while nothing is unfolded', () =>
      expect(texts.filter((text) => wordsIn(text) > MOST)).toEqual([]))

    it('says nothing twice', () => {
      for (const text of texts) {
        const lines = text.split('\n').filter((line) => wordsIn(line) > 3)
        expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([])
      }
    })
  },
)
