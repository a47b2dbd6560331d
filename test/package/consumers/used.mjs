/** Uses everything that the package exports, and returns what came of it; needs nothing of a platform. */
export async function used(whycors, text) {
  const { check, diff, explain, fix, generators, HarSyntaxError, readHar, recognize, version } = whycors
  const { recording, entries, skipped } = await readHar(text)
  const fixes = await fix(JSON.parse(text), { for: 'nginx' })
  const { stillBlocked, broken } = await diff(text, text)
  const open = [['Access-Control-Allow-Origin', '*']]
  const send = async () => ({
    status: 200,
    statusText: 'OK',
    httpVersion: 'HTTP/1.1',
    headers: open,
    body: new Uint8Array(),
    started: 0,
    ms: 1,
  })
  const checked = await check('https://api.example/', { origin: 'https://app.example', send })
  const error = await explain('{').catch((reason) => reason)
  return {
    version,
    report: await explain(new TextEncoder().encode(text), { all: true, name: 'a.har' }),
    read: [recording.browser, entries.length, skipped.length],
    fixes: fixes.map(({ type, target }) => `${type} ${target}`),
    checked: [checked.outcome, checked.requests.length, checked.report.exchanges.length],
    diff: [stillBlocked.length, broken.length],
    generators: generators.length,
    recognized: recognize('PreflightMissingAllowOriginHeader').map(({ code }) => code),
    error: [error instanceof HarSyntaxError, error.message],
  }
}
