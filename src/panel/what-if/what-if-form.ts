import {
  capped,
  type Exchange,
  headersOfLines,
  type Redaction,
  type WhatIf,
  type WhatIfHop,
  type WhatIfResponse,
  whatIfOf,
} from '../../internal.ts'

/** The text of each field, by its name; {@link hopField} returns the names of a hop's fields. */
export type WhatIfFields = Readonly<Record<string, string>>

export type HopPart =
  | 'url'
  | 'preflight.status'
  | 'preflight.headers'
  | 'response.status'
  | 'response.headers'

/** Returns the name of a field of one URL of a fetch. */
export const hopField = (hop: number, part: HopPart): string => `${hop}.${part}`

/** The parsed form. */
export interface ReadForm {
  readonly whatIf: WhatIf
  /** Lines that aren't headers, and statuses that aren't numbers. */
  readonly wrong: readonly string[]
  /** How many recorded headers the form leaves out. */
  readonly leftOut: number
}

/** How many headers a list of the form has at most: each key typed judges all of them, in all browsers. */
export const MOST_HEADERS = 500

/** Returns an exchange as the form shows it: with the first headers of each list, and those that CORS reads. */
function boundedWhatIf(exchange: Exchange): { readonly base: WhatIf; readonly leftOut: number } {
  const whole = whatIfOf(exchange)
  let leftOut = 0
  const bounded = (headers: WhatIf['headers']): WhatIf['headers'] => {
    const { shown, more } = capped(headers, MOST_HEADERS, ({ name }) => /^access-control-/i.test(name))
    leftOut += more
    return shown
  }
  const response = (one: WhatIfResponse | null): WhatIfResponse | null =>
    one === null ? null : { ...one, headers: bounded(one.headers) }
  const hop = (one: WhatIfHop): WhatIfHop => ({
    ...one,
    preflight: response(one.preflight),
    response: response(one.response),
  })
  const [first, ...rest] = whole.hops
  const base = { ...whole, headers: bounded(whole.headers), hops: [hop(first), ...rest.map(hop)] as const }
  return { base: leftOut === 0 ? whole : base, leftOut }
}

/** Returns the fields for an exchange, secrets masked. */
export const fieldsOf = (exchange: Exchange, redaction: Redaction): WhatIfFields =>
  fieldsFor(boundedWhatIf(exchange).base, redaction)

function fieldsFor(base: WhatIf, redaction: Redaction): WhatIfFields {
  const { origin, method, credentialsMode, mode, headers, hops } = base
  const linesOf = (response: Pick<WhatIfResponse, 'headers'> | null): string =>
    (response?.headers ?? []).map((header) => shownLine(header, redaction)).join('\n')
  return Object.fromEntries([
    ['origin', redaction.value(origin)],
    ['method', redaction.value(method)],
    ['credentials', credentialsMode ?? ''],
    ['mode', mode ?? ''],
    ['headers', linesOf({ headers })],
    ...hops.flatMap(({ url, preflight, response }, i) => [
      [hopField(i, 'url'), redaction.url(url)],
      [hopField(i, 'preflight.status'), statusText(preflight)],
      [hopField(i, 'preflight.headers'), linesOf(preflight)],
      [hopField(i, 'response.status'), statusText(response)],
      [hopField(i, 'response.headers'), linesOf(response)],
    ]),
  ])
}

const statusText = (response: WhatIfResponse | null): string =>
  response === null ? '' : String(response.status)

const shownLine = ({ name, value }: { name: string; value: string }, redaction: Redaction): string =>
  `${redaction.value(name)}: ${redaction.header(name, value)}`

/** Parses the fields of an exchange. Masked values that weren't changed keep their original value. */
export function readForm(exchange: Exchange, fields: WhatIfFields, redaction: Redaction): ReadForm {
  const { base, leftOut } = boundedWhatIf(exchange)
  const asShown = fieldsFor(base, redaction)
  const wrong: string[] = []
  const textOf = (name: string, recorded: string): string => {
    const text = fields[name] ?? ''
    return text === asShown[name] ? recorded : text.trim()
  }
  const headersIn = (name: string, recorded: WhatIf['headers']): WhatIf['headers'] => {
    const read = headersOfLines(fields[name] ?? '')
    for (const one of read.wrong) wrong.push(one)
    const masked = new Map(recorded.map((header) => [shownLine(header, redaction), header]))
    return read.headers.map((header) => masked.get(`${header.name}: ${header.value}`) ?? header)
  }
  const responseIn = (hop: number, side: 'preflight' | 'response', recorded: WhatIfResponse | null) => {
    const status = (fields[hopField(hop, `${side}.status`)] ?? '').trim()
    const headers = headersIn(hopField(hop, `${side}.headers`), recorded?.headers ?? [])
    if (status === '') return null
    if (!/^[1-5]\d\d$/.test(status)) wrong.push(status)
    return /^[1-5]\d\d$/.test(status) ? { status: Number(status), headers } : null
  }
  const hopIn = (recorded: WhatIfHop, i: number): WhatIfHop => ({
    url: textOf(hopField(i, 'url'), recorded.url),
    preflight: responseIn(i, 'preflight', recorded.preflight),
    response: responseIn(i, 'response', recorded.response),
  })
  const [first, ...rest] = base.hops
  const credentials = fields['credentials'] ?? ''
  const mode = fields['mode'] ?? ''
  return {
    whatIf: {
      origin: textOf('origin', base.origin),
      method: textOf('method', base.method),
      credentialsMode: CREDENTIALS.find((one) => one === credentials) ?? null,
      mode: MODES.find((one) => one === mode) ?? (mode === base.mode ? base.mode : null),
      headers: headersIn('headers', base.headers),
      hops: [hopIn(first, 0), ...rest.map((hop, i) => hopIn(hop, i + 1))],
    },
    wrong,
    leftOut,
  }
}

export const CREDENTIALS = ['include', 'same-origin', 'omit'] as const
export const MODES = ['cors', 'no-cors', 'same-origin'] as const
