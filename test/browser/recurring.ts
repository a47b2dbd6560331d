import { chromeEntry } from '../make-har.ts'

/** A blocked request whose path has a secret that only a header gives away. */
export const recurring = chromeEntry({
  url: 'https://api.test/v1/Tiger-Hunter2/items',
  error: 'net::ERR_FAILED',
  request: { Authorization: 'Bearer Tiger-Hunter2' },
})
