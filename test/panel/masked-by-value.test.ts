import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeSession } from '../../src/panel/make-session.ts'
import { systemClock } from '../../src/panel/state/inspected.ts'

const SECRET = '6b1059ac-0d0f-4900-adb4-c259de81004a'

test('a session masks a secret wherever it recurs once a recording has shown it as one', async () => {
  const session = makeSession(null, systemClock, null)
  const url = `https://id.example.org/c/${SECRET}/done`
  expect(session.redaction.url(url)).toContain(SECRET)
  const path = new URL('../field/recordings/cookie-value-in-location.har', import.meta.url)
  await session.readFiles([{ name: 'a.har', blob: new Blob([readFileSync(path)]) }])
  await expect.poll(() => session.store.get().diagnoses.length).toBe(1)
  expect(session.redaction.url(url)).not.toContain(SECRET)
})
