import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import type { HostileCase } from '../hostile-case.ts'
import { withField } from '../with-field.ts'

const ORIGIN = 'Access-Control-Allow-Origin'
const NO_HEADER = /no `?Access-Control-Allow-Origin/
const plain = chromeEntry({ error: 'net::ERR_FAILED' })
const preflight = chromePreflight({
  method: 'PUT',
  response: { [ORIGIN]: '*', 'Access-Control-Max-Age': '1e308' },
})
const put = chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' })

const TIMES = [
  '',
  '0',
  'NaN',
  '1e308',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '9999-99-99T99:99:99Z',
  '2026-01-01T00:00:00+99:99',
  '1970-01-01',
  1e308,
  -1e308,
]
const NUMBERS = ['-1', '1e308', '-1e308', '1e999', '9007199254740993', '0.1', '-0', '1e-320']

/** Times and numbers that overflow, or are none. */
export const NUMBERS_AND_TIMES: readonly HostileCase[] = [
  {
    what: 'times before the beginning and after the end of all times',
    har: () => harText(TIMES.map((time) => withField(plain, 'startedDateTime', time))),
    says: NO_HEADER,
  },
  {
    what: 'preflights whose times don’t fit their requests’',
    har: () =>
      harText(
        TIMES.flatMap((time, i) => [
          withField(preflight, 'startedDateTime', time),
          withField(put, 'startedDateTime', TIMES.at(-1 - i)),
        ]),
      ),
    says: /PUT/,
  },
  ...NUMBERS.map((number) => ({
    what: `${number} as status, duration, size, timings and age`,
    har: () => {
      const fields = [
        'time',
        'response.status',
        'response.headersSize',
        'response.bodySize',
        'response.content.size',
        'request.headersSize',
        'response._transferSize',
        'timings.wait',
        'timings.send',
        '_initiator.lineNumber',
      ]
      const entry = fields.reduce<object>((one, path) => withField(one, path, '#'), plain)
      return harText([plain, put, preflight, entry]).replaceAll('"#"', number)
    },
    says: NO_HEADER,
  })),
  {
    what: 'ages of a preflight’s permission that are no numbers, or larger than all',
    har: () =>
      harText(
        ['-1', '1e9', '99999999999999999999999', '0x10', 'NaN', '600, 600', ' 5 '].flatMap((age, i) => [
          chromePreflight({
            at: i * 9000,
            method: 'PUT',
            response: {
              [ORIGIN]: 'https://app.example',
              'Access-Control-Allow-Methods': 'PUT',
              'Access-Control-Max-Age': age,
            },
          }),
          chromeEntry({ at: i * 9000 + 10, method: 'PUT', error: 'net::ERR_FAILED' }),
          chromeEntry({ at: i * 9000 + 5000, method: 'PUT', error: 'net::ERR_FAILED' }),
        ]),
      ),
    says: NO_HEADER,
  },
  {
    what: 'statuses that no response has',
    har: () =>
      harText(
        [0, 1, 99, 199, 600, 999, 1000, -200].map((status) => withField(plain, 'response.status', status)),
      ),
    says: /GET|requests?/,
  },
]
