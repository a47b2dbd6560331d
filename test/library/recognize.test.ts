import { describe, expect, it } from 'vitest'
import { recognize } from '../../src/index.ts'

const CHROME =
  "Access to fetch at 'https://api.example/a?token=abcdefghijklmnop' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."

describe('recognize', () => {
  it('says what a message means', () => {
    const [message, ...others] = recognize(`TypeError\n${CHROME}`)
    expect(others).toEqual([])
    expect(message).toMatchObject({
      engine: 'chromium',
      code: 'MissingAllowOriginHeader',
      phase: 'actual',
      values: { origin: 'https://app.example', method: null },
      note: null,
    })
    expect(message?.rules.map(({ id }) => id)).toContain('allow-origin-missing')
    expect(message?.rules.every(({ means }) => means.length > 10)).toBe(true)
  })

  it('masks secrets unless told otherwise', () => {
    expect(JSON.stringify(recognize(CHROME))).not.toContain('abcdefghijklmnop')
    expect(recognize(CHROME, { showSecrets: true })[0]?.values.url).toContain('abcdefghijklmnop')
  })

  it('finds nothing in other words', () => expect(recognize('TypeError: Failed to fetch')).toEqual([]))
})
