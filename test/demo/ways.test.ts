import { expect, test } from 'vitest'
import { startDemo } from '../../src/start/demo/server.ts'
import { waysAt } from '../../src/start/demo/ways.ts'
import { samplePlaces } from './sample-demo.ts'

const ways = waysAt(samplePlaces)

test('each way has an id of its own and a sentence, and no two answer at the same place', () => {
  expect(new Set(ways.map(({ id }) => id)).size).toBe(ways.length)
  for (const { sentence } of ways) expect(sentence).toMatch(/^\S.*[^.]\.$/)
  const routes = ways.flatMap((way) => way.routes.map(({ at, path }) => at + path))
  expect(new Set(routes).size).toBe(routes.length)
})

test('every call has an answer, but the one to where nobody is', () => {
  const routes = new Set(ways.flatMap((way) => way.routes.map(({ at, path }) => at + path)))
  for (const { id, calls } of ways) {
    for (const { to, path } of calls) {
      expect(routes.has(to + path.replace(/\?.*/, '')), id).toBe(to !== 'legacy')
    }
  }
})

test('the page has a button for each, and a header that is there twice is sent twice', async () => {
  const demo = await startDemo()
  try {
    const html = await (await fetch(`http://127.0.0.1:${demo.ports.page}/`)).text()
    for (const { id } of ways) expect(html).toContain(`<article id="${id}">`)
    const { headers } = await fetch(`http://127.0.0.1:${demo.ports.search}/search/suggest?q=ket`)
    expect(headers.get('access-control-allow-origin')).toBe(`${demo.at.page}, ${demo.at.page}`)
  } finally {
    await demo.close()
  }
})
