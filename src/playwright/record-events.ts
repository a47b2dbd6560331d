import { version } from '../version.ts'
import type { PlaywrightPage, PlaywrightRequest } from './recordable-page.ts'
import type { CorsRecorder } from './recorder.ts'
import { waitUntil } from './wait-until.ts'

/**
 * Records Playwright's request events in Firefox and WebKit, which include neither preflights nor headers of blocked
 * responses. The reason is then often open, and the explanation says so.
 */
export function recordEvents(page: PlaywrightPage): CorsRecorder {
  const entries: object[] = []
  let pending = 0
  const keep = async (request: PlaywrightRequest): Promise<void> => {
    pending++
    try {
      entries.push(await entryOf(request, page.url()))
    } catch {
      // The page was closed meanwhile.
    } finally {
      pending--
    }
  }
  page.on('requestfinished', (request) => void keep(request))
  page.on('requestfailed', (request) => void keep(request))
  return {
    har: () => ({
      log: {
        version: '1.2',
        // With this name, the recording counts as one without preflights.
        creator: { name: 'Playwright', version: `(recorded by whycors ${version})` },
        pages: [],
        entries: [...entries],
      },
    }),
    idle: (timeout) => waitUntil(() => pending === 0, timeout),
  }
}

async function entryOf(request: PlaywrightRequest, pageUrl: string): Promise<object> {
  const failure = request.failure()
  const response = failure === null ? await request.response() : null
  const lines = Object.entries(await request.allHeaders()).map(([name, value]) => ({ name, value }))
  const hasReferer = lines.some(({ name }) => name === 'referer')
  const headers = (await response?.headersArray()) ?? []
  const { startTime, responseEnd } = request.timing()
  return {
    startedDateTime: new Date(Math.max(0, startTime)).toISOString(),
    time: Math.max(0, responseEnd),
    request: {
      method: request.method(),
      url: request.url(),
      headers:
        hasReferer || !/^https?:/.test(pageUrl) ? lines : [...lines, { name: 'referer', value: pageUrl }],
      cookies: [],
    },
    response: {
      status: response?.status() ?? 0,
      statusText: response?.statusText() ?? '',
      headers,
      redirectURL: headers.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
      content: { size: -1, mimeType: '' },
      ...(failure === null ? {} : { _failureText: failure.errorText }),
    },
    _resourceType: request.resourceType(),
  }
}
