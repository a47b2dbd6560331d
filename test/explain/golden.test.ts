import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnose, isListed, redacting, version } from '../../src/internal.ts'
import { whycors } from '../cli/run-whycors.ts'
import { panelText } from './panel-text.ts'

const folder = new URL('recordings/', import.meta.url)
const names = readdirSync(folder).map((file) => file.replace(/\.har$/, ''))

const FORMATS = { text: 'txt', markdown: 'md', json: 'json', sarif: 'sarif.json' } as const

/** Reports hold the version, which is not what they are compared for. */
const withoutVersion = (out: string): string => out.replaceAll(`"version": "${version}"`, '"version": "…"')

describe.each(names)('%s', (name) => {
  const har = readFileSync(new URL(`${name}.har`, folder), 'utf8')

  it.each(Object.entries(FORMATS))('as %s', async (format, ending) => {
    const { out, err } = await whycors(['explain', 'recording.har', '--all', '--format', format], {
      'recording.har': har,
    })
    expect(err).toBe('')
    await expect(withoutVersion(out)).toMatchFileSnapshot(`golden/${name}.${ending}`)
  })

  it('in the panel', async () => {
    const read = readHarText(har, 0, 'recording.har')
    const diagnoses = diagnose(read.recording, read.entries, { engine: null, show: redacting.value })
    const examined = {
      recording: read.recording,
      entries: read.entries.length,
      diagnoses,
      skipped: [],
      truncated: null,
    }
    const texts: string[] = []
    for (const diagnosis of diagnoses.filter((one) => isListed(one, true)))
      texts.push(await panelText(diagnosis, examined))
    await expect(texts.join('\n---\n\n')).toMatchFileSnapshot(`golden/${name}.panel.txt`)
  })
})
