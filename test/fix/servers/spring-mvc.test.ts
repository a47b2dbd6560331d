import { describe, expect, test } from 'vitest'
import { policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { ERRORS, type Failing } from './battery/places.ts'
import { runsOn } from './start/runs-on.ts'
import { springHere, startSpring } from './start/start-spring.ts'

/** A POST that no origin was allowed is a 403 of Spring; the app itself has to be asked with one that was. */
const errors = ERRORS.map(
  ([method, path, status]): Failing => [method === 'POST' ? 'PUT' : method, path, status],
)

describe('Spring MVC', () => {
  battery(
    startSpring,
    {
      'hostile names': 'Spring before 6 knows no method but the eight of HTTP',
      'origins by pattern': "In Spring's patterns `*` stands for dots too",
    },
    errors,
  )

  test('keeps hostile header names with methods that it knows', async () => {
    const { hostile } = policies
    const running = await startSpring({ ...hostile, methods: ['PUT'] })
    try {
      for (const origin of hostile.origins) {
        const asked = { origin, method: 'PUT', credentials: true }
        expect((await ask(running.port, { ...asked, headers: hostile.headers })).outcome).toBe('shared')
        for (const name of ['x-!', "x-'", 'x-#0', 'x-%t%d%', "x-'+alert+"])
          expect((await ask(running.port, { ...asked, headers: [name] })).outcome).toBe('blocked')
      }
    } finally {
      await running.stop()
    }
  })

  runsOn('spring-mvc', springHere, { exactly: false })
})
