import { closeSync, openSync, writeSync } from 'node:fs'

const headers = (values) => Object.entries(values).map(([name, value]) => ({ name, value }))

/** Writes a recording as Chrome exports it: so many fetches of eleven APIs, each response with a body; every `blockedEvery`th is blocked. */
export function writeRecording(file, { count, body, blockedEvery }) {
  const out = openSync(file, 'w')
  const creator = { name: 'WebInspector', version: '537.36' }
  const head = JSON.stringify({ log: { version: '1.2', creator, pages: [], entries: [] } })
  writeSync(out, head.slice(0, -']}}'.length))
  const text = '{"id":1,"name":"Kettle \\"large\\"","price":"12.50 €"}\n'.repeat(Math.ceil(body / 60))
  for (let i = 0; i < count; i++) {
    const entry = entryOf(i, blockedEvery > 0 && i % blockedEvery === 0, text.slice(0, body))
    writeSync(out, `${i === 0 ? '' : ','}\n${JSON.stringify(entry)}`)
  }
  writeSync(out, '\n]}}')
  closeSync(out)
}

/**
 * Writes a recording of small fetches, of which every hundredth is blocked; the last ones, so many, are alike and were made
 * at the same time.
 */
export function writeConcurrent(file, { count, alike }) {
  const out = openSync(file, 'w')
  const creator = { name: 'WebInspector', version: '537.36' }
  writeSync(
    out,
    JSON.stringify({ log: { version: '1.2', creator, pages: [], entries: [] } }).slice(0, -']}}'.length),
  )
  let lines = []
  for (let i = 0; i < count; i++) {
    const entry = i < count - alike ? entryOf(i, i % 100 === 0, '') : entryOf(count - alike, true, '')
    lines.push(`${i === 0 ? '' : ','}\n${JSON.stringify(entry)}`)
    if (lines.length < 500 && i < count - 1) continue
    writeSync(out, lines.join(''))
    lines = []
  }
  writeSync(out, '\n]}}')
  closeSync(out)
}

/** One fetch; without bodies such entries have about 1.5 kB. */
function entryOf(i, isBlocked, text) {
  const host = `api${i % 11}.example`
  const sent = {
    ':authority': host,
    ':method': 'GET',
    ':scheme': 'https',
    accept: 'application/json, text/plain, */*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    'accept-language': 'en-US,en;q=0.9',
    origin: 'https://app.example',
    referer: 'https://app.example/',
    'sec-fetch-dest': 'empty',
    'sec-fetch-mode': 'cors',
    'sec-fetch-site': 'cross-site',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0',
  }
  const allows = { 'access-control-allow-origin': 'https://app.example', vary: 'Origin' }
  return {
    _initiator: { type: 'script' },
    _resourceType: 'fetch',
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + i * 37).toISOString(),
    time: 20.5,
    request: {
      method: 'GET',
      url: `https://${host}/v1/items/${i}?page=${i % 50}`,
      httpVersion: 'h2',
      headers: headers(sent),
      cookies: [],
    },
    response: {
      status: 200,
      statusText: '',
      headers: headers({
        'content-type': 'application/json',
        'cache-control': 'no-cache',
        date: 'Thu, 01 Jan 2026 00:00:00 GMT',
        server: 'nginx',
        etag: `W/"${i.toString(16)}-abc"`,
        ...(isBlocked ? {} : allows),
      }),
      content: { size: text.length, mimeType: 'application/json', text: isBlocked ? '' : text },
      redirectURL: '',
      _error: isBlocked ? 'net::ERR_FAILED' : null,
    },
    timings: { send: 0.1, wait: 18, receive: 1.2 },
  }
}
