import { beforeAll, describe, expect, it } from 'vitest'
import { sourceOf, sources, withoutComments } from '../../sources.ts'
import { explainedSurvivors } from './explained-survivors.ts'
import { findSurvivors, type Survey } from './find-survivors.ts'
import { instrumentedJobs } from './instrumented-jobs.ts'
import { DECIDING, FUNCTIONS, INSIDE, OTHERS, REDACTION, UNMASKING } from './masking.ts'
import { masksIn, type Site } from './masking-sites.ts'
import { MaskingSwitch } from './masking-switch.ts'

describe('the places that mask', () => {
  it.each([
    ['redaction.url(one)', ['redaction.url(one)']],
    ['options.redaction.header(name, value)', ['options.redaction.header(name, value)']],
    ['plain(words, redaction.value)', ['redaction.value']],
    ['const say = redaction.value', ['redaction.value']],
    ['said(show(place))', ['show(place)']],
    ['words.map(show)', ['show']],
    ['redactText(words, redaction)', ['redactText(words, redaction)']],
    ['redactionFor(false)', ['redactionFor(false)']],
    ['secrets ? showingSecrets : redaction', ['secrets ? showingSecrets : redaction']],
    ['type Show = typeof redaction.value', []],
    ['headers.value(one)', []],
    ['progress.show(words)', []],
  ])('of %s are found', (code, calls) =>
    expect(masksIn('src/a.ts', code).map(({ call }) => call)).toEqual(calls),
  )

  it('know every function of src/redact', () => {
    const exported = sources
      .filter((file) => file.startsWith('src/redact/'))
      .flatMap((file) => [...sourceOf(file).matchAll(/^export (?:const|function) (\w+)/gm)])
      .map(([, name = '']) => name)
    // They are no functions.
    const rest = ['mask', 'redacting', ...UNMASKING]
    const known = [...Object.keys(INSIDE), ...DECIDING, ...rest]
    expect(exported.filter((name) => !known.includes(name))).toEqual([])
    expect(DECIDING.filter((name) => !exported.includes(name))).toEqual([])
    expect(OTHERS.filter((file) => !/\bshow\b/.test(withoutComments(sourceOf(file))))).toEqual([])
  })

  it('have no other names', () => {
    const functions = Object.keys(FUNCTIONS).join('|')
    const renamed = new RegExp(
      String.raw`\b(?:${functions}) as \w|= (?:${functions})$|\{[^{}]*\b(?:url|value|header)\b[^{}]*\}\s*(?:: (?:Recording)?Redaction\b|= \w*redaction\b)`,
      'im',
    )
    const found = sources.flatMap((file) => {
      const code = withoutComments(sourceOf(file))
      const typed = [...code.matchAll(/\b(\w+)\??: (?:Recording)?Redaction\b/g)].map(([, name = '']) => name)
      const unnamed = typed.filter((name) => !REDACTION.test(name) && !UNMASKING.includes(name))
      return [...unnamed, ...(renamed.exec(code) ?? [])].map((one) => `${file}: ${one}`)
    })
    expect(found).toEqual([])
  })
})

describe('with each place that masks switched off, one at a time', () => {
  const masking = new MaskingSwitch()
  let survey: Survey
  let sites: readonly Site[]
  let explained: ReadonlySet<number>

  const inWords = (ids: readonly number[]): readonly string[] =>
    ids.map((id) => {
      const { file, line, call } = sites[id] ?? { file: '', line: 0, call: '' }
      const survivor = survey.survivors.find((one) => one.id === id)
      const why =
        survivor?.isReached === true ? `masks in ${survivor.needing.length} jobs, needlessly` : 'not reached'
      return `${file}:${line} ${call} (${why})`
    })

  beforeAll(async () => {
    const made = await instrumentedJobs()
    sites = made.sites
    explained = new Set(
      explainedSurvivors.flatMap(({ file, call }) =>
        sites.flatMap((site) => (site.file === file && site.call === call ? [site.id] : [])),
      ),
    )
    survey = await findSurvivors(made.jobs, sites, masking, explained)
  }, 900_000)

  it('something leaks each time, and a test fails', () => {
    const ids = survey.survivors.map(({ id }) => id)
    expect(inWords(ids.filter((id) => !explained.has(id)))).toEqual([])
  })

  it('nothing leaks while all are on', () => expect(survey.leaks).toEqual([]))

  it('only the survivors that are explained are left', () => {
    const isThere = ({ file, call }: (typeof explainedSurvivors)[number]): boolean =>
      sites.some((site) => site.file === file && site.call === call)
    expect(explainedSurvivors.filter((one) => !isThere(one))).toEqual([])
    expect(inWords([...explained].filter((id) => survey.killers.has(id)))).toEqual([])
  })

  it('they are many', () => expect(sites.length).toBeGreaterThan(400))

  it('no redaction is called from a place that was not found', () => expect([...masking.unknown]).toEqual([]))
})
