import { describe, expect, it } from 'vitest'
import { type Diagnosis, diagnoseInSteps, emptyMemory } from '../../src/diagnose.ts'
import { type Kinds, makeKinds } from '../../src/evidence/kinds.ts'
import type { HeaderList } from '../../src/fetch/header-list.ts'
import type { Planned } from '../../src/fix/planned.ts'
import { mergePolicies } from '../../src/fix/policy/merge-policies.ts'
import type { HarEntry, Recording } from '../../src/har/har-entry.ts'
import { atOnce } from '../../src/in-steps.ts'
import { failingChecks, nextFailingChecks } from '../../src/verdict/failing-checks.ts'
import { type Models, makeModels } from '../../src/verdict/models.ts'
import { readRecording, recordingPaths } from '../repository-recordings.ts'

const options = { engine: null, show: (value: string) => value }

/** The most entries of a recording that are repeated: what they are doesn't repeat, what is read of them does. */
const MOST = 120

/** The same requests three times more, each time with other values where each response has its own. */
const again = (entries: readonly HarEntry[], { file }: Recording): readonly HarEntry[] =>
  [0, 1, 2, 3].flatMap((round) =>
    entries.map(
      (entry, i): HarEntry => ({
        ...entry,
        file,
        index: round * entries.length + i,
        started: entry.started === null ? null : entry.started + round * 3_600_000,
        time: entry.time === null ? null : entry.time + round * 0.5,
        response: {
          ...entry.response,
          headers: entry.response.headers.map((header) => withOtherValue(header, round)),
        },
      }),
    ),
  )

const withOtherValue = (header: HeaderList[number], round: number): HeaderList[number] =>
  round > 0 && /^(date|age|x-request-id)$/i.test(header.name) ? { ...header, value: `${round}` } : header

function told({ verdict, rootCauses, cautions, plan, bugs }: Diagnosis): string {
  const checks = [...failingChecks(verdict), ...nextFailingChecks(verdict)].map(({ finding, ...check }) => [
    finding.rule.id,
    finding.args,
    check,
  ])
  return JSON.stringify([verdict.type, verdict.engines, checks, rootCauses, cautions, plan, bugs])
}

const policiesOf = (diagnoses: readonly Planned[]): unknown =>
  mergePolicies(diagnoses).map(({ wishes, ...merged }) => [
    merged,
    wishes.map(({ policy, needs }) => [policy, needs]),
  ])

const diagnosed = (
  recording: Recording,
  entries: readonly HarEntry[],
  models: Models,
  kinds: Kinds,
): readonly Diagnosis[] =>
  atOnce(
    diagnoseInSteps(recording, entries, options, {
      ...emptyMemory(),
      exchanges: { byEntry: null, kinds },
      models,
    }),
  )

/** Models that count for how many fetches they stand. */
function counted() {
  const models = makeModels(options)
  const count = { of: 0 }
  const counting: Models = {
    ...models,
    of: (exchange) => {
      const model = models.of(exchange)
      if (model !== null) count.of++
      return model
    },
  }
  return { models: counting, count }
}

let reused = 0

describe('what is found out about a fetch once holds for all with the same content', () => {
  it('has recordings to read', () => expect(recordingPaths.length).toBeGreaterThan(50))

  const expectSame = (recording: Recording, entries: readonly HarEntry[]): void => {
    const { models, count } = counted()
    const known = diagnosed(recording, entries, models, makeKinds())
    const fresh = diagnosed(recording, entries, { ...models, of: () => null }, { of: () => null })
    expect(known.map(told)).toEqual(fresh.map(told))
    expect(policiesOf(known)).toEqual(policiesOf(fresh))
    reused += count.of
  }

  it.each(recordingPaths)('in %s', (path) => {
    const { recording, entries } = readRecording(path)
    expectSame(recording, entries)
    expectSame(recording, again(entries.slice(0, MOST), recording))
  })

  it('has fetches with the same content', () => expect(reused).toBeGreaterThan(500))
})
