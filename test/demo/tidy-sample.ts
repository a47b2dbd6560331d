/** The part of a DevTools recording that tidying reads; the rest passes through. */
export interface DevToolsLog {
  readonly pages?: unknown
  readonly entries: readonly DevToolsEntry[]
}

interface DevToolsEntry {
  readonly request: { readonly url: string; readonly headers: readonly Header[]; readonly postData?: unknown }
  readonly response: { readonly content?: unknown }
  readonly pageref?: unknown
}

interface Header {
  readonly name: string
  readonly value: string
}

/**
 * Returns the recording without what nobody needs to see in a sample: the page's own files, the list of pages, bodies,
 * and the word that gives away a browser without a window.
 */
export function tidySample({ pages: _, ...log }: DevToolsLog, page: string): DevToolsLog {
  const others = log.entries.filter(({ request }) => new URL(request.url).origin !== page)
  return { ...log, entries: others.map(tidyEntry) }
}

const tidyEntry = ({ pageref: _, request, response, ...rest }: DevToolsEntry): DevToolsEntry => ({
  ...rest,
  request: { ...request, headers: request.headers.map(tidyHeader) },
  response,
})

const tidyHeader = ({ name, value }: Header): Header => ({
  name,
  value: value.replaceAll('HeadlessChrome', 'Chrome'),
})
