import { urlOrigin } from '../parse-url.ts'
import type { HarEntry } from './har-entry.ts'
import { isNamed } from './is-named.ts'
import { NO_PAGES, type PageUrls } from './page-urls.ts'
import { isSkipped, parseEntry, sentOf } from './parse-entry.ts'
import { parseHeaders, withoutPseudoHeaders } from './parse-headers.ts'
import { parseTime } from './parse-time.ts'
import { RecordedHeader } from './recorded-header.ts'
import type { Likeness } from './scan/likeness.ts'
import { arrayOf, countOrNull, own } from './untrusted.ts'

/** An entry that others are like. */
interface Model {
  readonly entry: HarEntry
  /** Whether the entry's `cookies` show that some were sent. */
  readonly hasCookies: boolean
  /** Whether some headers may not be of the request: see {@link parseEntry}. */
  readonly mayBeFirefox: boolean
}

/** Entries that are like others but for what differs in each. */
export class AlikeEntries {
  #models = new WeakMap<object, Model | 'none'>()
  #pages = NO_PAGES

  /** Returns what `parseEntry` returns for an entry; null if more differs than is compared here. */
  read(like: Likeness, file: number, index: number, pages: PageUrls): HarEntry | null {
    const model = this.#modelOf(like.model, pages)
    if (model === null) return null
    const { request, response, vendor, page, ofPage } = model.entry
    let { started, time } = model.entry
    let { url } = request
    let { contentSize } = response
    let { queued } = vendor
    let [sent, got] = NONE
    for (let i = 0; i < like.count; i++) {
      const part = like.part(i)
      switch (like.path(i)) {
        case 'startedDateTime':
          started = parseTime(part)
          break
        case 'time':
          time = countOrNull(part)
          break
        case 'request.url':
          if (typeof part !== 'string' || urlOrigin(part) === null) return null
          url = part
          break
        case 'request.headers':
          if (model.mayBeFirefox || !(part instanceof RecordedHeader)) return null
          sent = like.list(i)
          break
        case 'response.headers':
          // On the type it depends whether the body is read.
          if (isType(part) || isType(like.headerBefore(i))) return null
          got = like.list(i)
          break
        case 'response.content.size':
          contentSize = countOrNull(part)
          break
        case 'timings._blocked_queueing':
          queued = countOrNull(part)
          break
        case 'timings.blocked':
        case 'timings.connect':
        case 'timings.dns':
        case 'timings.receive':
        case 'timings.send':
        case 'timings.ssl':
        case 'timings.wait':
          break
        default:
          return null
      }
    }
    const headers = sent === null ? null : sentOf(sent)
    return {
      file,
      index,
      started,
      time,
      request: {
        method: request.method,
        url,
        headers: headers === null ? request.headers : headers.read.distinct,
        onTheWire: headers === null ? request.onTheWire : headers.onTheWire,
        hasCookies: headers === null ? request.hasCookies : headers.read.hasCookie || model.hasCookies,
        cookieValues: request.cookieValues,
        headersSize: request.headersSize,
      },
      response:
        got === null && contentSize === response.contentSize
          ? response
          : {
              status: response.status,
              statusText: response.statusText,
              headers: got === null ? response.headers : withoutPseudoHeaders(parseHeaders(got)),
              redirectUrl: response.redirectUrl,
              mimeType: response.mimeType,
              contentSize,
              errorBody: response.errorBody,
              headersSize: response.headersSize,
            },
      page,
      ofPage,
      vendor: queued === vendor.queued ? vendor : { ...vendor, queued },
    }
  }

  #modelOf(recorded: unknown, pages: PageUrls): Model | null {
    if (typeof recorded !== 'object' || recorded === null) return null
    if (pages !== this.#pages) {
      this.#pages = pages
      this.#models = new WeakMap()
    }
    const known = this.#models.get(recorded)
    if (known !== undefined) return known === 'none' ? null : known
    const model = modelOf(recorded, pages)
    this.#models.set(recorded, model ?? 'none')
    return model
  }
}

const NONE: readonly [unknown, unknown] = [null, null]

const isType = (header: unknown): boolean =>
  !(header instanceof RecordedHeader) || isNamed(header.name, 'content-type')

/** Returns the entry as it's read; null if it doesn't state its URL or its method, which then follow from more than them. */
function modelOf(recorded: object, pages: PageUrls): Model | null {
  const entry = parseEntry(recorded, 0, 0, pages)
  const request = own(recorded, 'request')
  if (isSkipped(entry)) return null
  if (own(request, 'url') !== entry.request.url || own(request, 'method') !== entry.request.method)
    return null
  return {
    entry,
    hasCookies: arrayOf(own(request, 'cookies')).length > 0,
    mayBeFirefox: own(recorded, '_resourceType') === undefined && own(recorded, '_initiator') === undefined,
  }
}
