import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { diagnoseInSteps, emptyMemory } from '../../src/diagnose.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { atOnce } from '../../src/in-steps.ts'
import { failingChecks } from '../../src/verdict/failing-checks.ts'
import { type Models, makeModels } from '../../src/verdict/models.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { chromeEntry, harText } from '../make-har.ts'

const options = { engine: null, show: (value: string) => value }

/** More than the whole verdicts that are kept. */
const MANY = 700

it('the checks that a fetch fails stay without the whole verdict that they are part of', async () => {
  const entries = Array.from({ length: MANY }, (_, at) =>
    chromeEntry({ at, url: `https://api.test/${at}`, error: 'net::ERR_FAILED' }),
  )
  const { recording, entries: read } = readHarText(harText(entries), 0, 'a.har')
  const wholes: WeakRef<Verdict>[] = []
  const models = makeModels(options)
  const watched: Models = {
    ...models,
    whole: (exchange) => {
      const whole = models.whole(exchange)
      wholes.push(new WeakRef(whole))
      return whole
    },
  }
  const memory = { ...emptyMemory(), models: watched }
  const diagnoses = atOnce(diagnoseInSteps(recording, read, options, memory))
  const failing = diagnoses.map(({ verdict }) => failingChecks(verdict))
  expect(failing.every((checks) => checks.length > 0)).toBe(true)
  expect(wholes.length).toBeGreaterThan(MANY / 2)
  // Until then, what a WeakRef was made of stays.
  await new Promise((resolve) => setTimeout(resolve, 0))
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  expect(wholes.slice(0, 100).filter((one) => one.deref() !== undefined)).toEqual([])
  expect(diagnoses.map(({ verdict }) => failingChecks(verdict))).toEqual(failing)
})
