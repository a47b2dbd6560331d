import { describe, expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { type Diagnosis, emptyExchange, judgeWhatIf, redacting, whatIfOf } from '../../src/internal.ts'
import { fieldsOf, hopField, MOST_HEADERS, readForm } from '../../src/panel/what-if/what-if-form.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed, sample } from './panel-diagnoses.ts'

const SECRET = 'kQ2vL7mNp4RtY8wBcZx9'
const [blocked] = diagnosed([
  chromeEntry({
    method: 'PUT',
    url: `https://api.test/a?access_token=${SECRET}`,
    status: 0,
    error: 'net::ERR_FAILED',
    request: { Authorization: `Bearer ${SECRET}` },
  }),
  chromePreflight({
    method: 'PUT',
    url: `https://api.test/a?access_token=${SECRET}`,
    asks: 'authorization',
    response: { 'Set-Cookie': `a=${SECRET}`, 'Access-Control-Allow-Origin': 'https://app.example' },
  }),
]).diagnoses as [Diagnosis]
const { exchange } = blocked.verdict

describe('the fields of an exchange', () => {
  it('hold no secret', () => {
    expect(JSON.stringify(exchange)).toContain(SECRET)
    expect(JSON.stringify(fieldsOf(exchange, redacting))).not.toContain(SECRET)
  })

  it('are read as what was recorded, masked values too', () => {
    const { recording, entries } = sample()
    for (const one of [exchange, emptyExchange, ...exchangesOf(recording, entries)])
      expect(readForm(one, fieldsOf(one, redacting), redacting)).toEqual({
        whatIf: whatIfOf(one),
        wrong: [],
        leftOut: 0,
      })
  })

  it('are so few that each key can be judged at once, and it says how many there were', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `x-${i}`)
    const [many] = diagnosed([
      chromeEntry({
        method: 'PUT',
        status: 0,
        error: 'net::ERR_FAILED',
        request: Object.fromEntries(names.map((name) => [name, '1'])),
      }),
      chromePreflight({
        method: 'PUT',
        asks: names.join(','),
        response: {
          ...Object.fromEntries(names.map((name) => [name, '1'])),
          'Access-Control-Allow-Origin': 'https://app.example',
        },
      }),
    ]).diagnoses as [Diagnosis]
    const fields = fieldsOf(many.verdict.exchange, redacting)
    expect(fields['headers']?.split('\n')).toHaveLength(MOST_HEADERS)
    expect(fields['0.preflight.headers']?.split('\n').at(-1)).toBe(
      'Access-Control-Allow-Origin: https://app.example',
    )
    const { whatIf, wrong, leftOut } = readForm(many.verdict.exchange, fields, redacting)
    expect([wrong, leftOut]).toEqual([[], 2 * 20_000 - 2 * MOST_HEADERS])
    expect(judgeWhatIf(many.verdict.exchange, whatIf, redacting.value).type).toBe('blocked')
  })

  it('keep what was masked while something else is edited', () => {
    const fields = { ...fieldsOf(exchange, redacting), method: 'DELETE' }
    const { whatIf } = readForm(exchange, fields, redacting)
    expect(whatIf.method).toBe('DELETE')
    expect(JSON.stringify(whatIf.headers)).toContain(SECRET)
    expect(whatIf.hops[0].url).toContain(SECRET)
  })

  it('change the verdict', () => {
    const name = hopField(0, 'preflight.headers')
    const fields = fieldsOf(exchange, redacting)
    const allowed = `${fields[name]}\nAccess-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: authorization`
    const judged = (edits: Readonly<Record<string, string>>) =>
      judgeWhatIf(exchange, readForm(exchange, { ...fields, ...edits }, redacting).whatIf, (value) => value)
        .type
    expect(judged({})).toBe('blocked')
    // Whether credentials are sent isn't known, and they would need a header too.
    expect(judged({ [name]: allowed })).toBe('depends')
    expect(judged({ [name]: allowed, credentials: 'omit' })).toBe('cannot-tell')
    expect(
      judged({
        [name]: allowed,
        credentials: 'omit',
        [hopField(0, 'response.status')]: '200',
        [hopField(0, 'response.headers')]: 'Access-Control-Allow-Origin: *',
      }),
    ).toBe('shared')
  })

  it('name what cannot be read', () => {
    const fields = {
      ...fieldsOf(emptyExchange, redacting),
      headers: 'half a line',
      [hopField(0, 'response.status')]: '2000',
    }
    const { whatIf, wrong } = readForm(emptyExchange, fields, redacting)
    expect(wrong).toEqual(['half a line', '2000'])
    expect(whatIf.hops[0].response).toBeNull()
  })
})
