import { expect, it } from 'vitest'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'

const redirected = (times: number) =>
  harText(
    Array.from({ length: times + 1 }, (_, i) =>
      chromeEntry({
        url: `https://api.test/${i}`,
        at: i * 20,
        time: 10,
        status: i < times ? 302 : 200,
        response: { 'Access-Control-Allow-Origin': '*', ...(i < times ? { Location: `/${i + 1}` } : {}) },
      }),
    ),
  )

it('more redirects than browsers follow don’t mean that headers disallow anything, nor that the page got anything', async () => {
  const { out } = await whycors(['explain', 'a.har'], { 'a.har': redirected(21) })
  expect(out).toMatch(/^1 +! +GET +api\.test\/0 +more than 20 redirects, but no failure$/m)
  expect(out.replace(/\s+/g, ' ')).toContain(
    'The recording has more redirects in a row than browsers follow (20), but it shows no failure.',
  )
  expect(out).not.toMatch(/don't allow|got the response/)
})

it('twenty are allowed', async () => {
  const { out } = await whycors(['explain', '--all', 'a.har'], { 'a.har': redirected(20) })
  expect(out).toMatch(/^1 +✓ +GET +api\.test\/0 +allowed$/m)
})
