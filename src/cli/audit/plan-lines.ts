import { type AuditReport, type Probe, plural } from '../../internal.ts'
import { columnsOf } from '../columns.ts'
import type { Style } from '../style.ts'
import { wrap } from '../wrap.ts'

interface PlanDrawing {
  readonly style: Style
  readonly width: number
  /** The names that are looked up in the DNS. */
  readonly names: readonly string[]
}

/** Returns the list of the requests that an audit sends. */
export function planLines(
  { target, requests }: AuditReport,
  probes: readonly Probe[],
  { style, width, names }: PlanDrawing,
): readonly string[] {
  const rows = requests.map((request, i) => ({
    number: String(i + 1),
    what: `${request.method.padEnd(7)} ${whereTo(request.url, target)}${originOf(request)}${askedIn(request)}`,
    purpose: request.purpose,
    isConditional: probes[i]?.onlyIfListed ?? false,
  }))
  const always = rows.filter(({ isConditional }) => !isConditional)
  const more = rows.filter(({ isConditional }) => isConditional)
  const line = ({ number, what, purpose }: (typeof rows)[number]): readonly string[] => {
    const start = `${number.padStart(4)}  ${what}`
    const room = width - columnsOf(start) - 2
    return columnsOf(purpose) <= room
      ? [`${start}  ${style.dim(purpose)}`]
      : [start, `${' '.repeat(14)}${style.dim(purpose)}`]
  }
  const words = `${plural(requests.length, 'request', 'requests')} at most to ${target}, one after the other. All are GET or OPTIONS, with this Origin:`
  return [
    ...wrap([{ words, draw: (same) => same }], { width, first: '', rest: '' }),
    '',
    ...always.flatMap(line),
    ...(more.length === 0 ? [] : ['', "Only if the API doesn't allow every origin:", ...more.flatMap(line)]),
    ...(names.length === 0
      ? []
      : [
          '',
          ...wrap([{ words: `Looked up in the DNS: ${names.join(', ')}`, draw: (same) => same }], {
            width,
            first: '',
            rest: '  ',
          }),
        ]),
  ]
}

type Request = AuditReport['requests'][number]

/** The path, if it isn't that of the audited URL. */
function whereTo(url: string, target: string): string {
  return url === target.replace(/#.*$/s, '') ? '' : `${url.replace(/^[^:]*:\/\/[^/?#]*|[?#].*$/gs, '')} `
}

const headerOf = ({ headers }: Request, name: string): string | null =>
  headers.find((header) => header.name === name)?.value ?? null

const originOf = (request: Request): string => headerOf(request, 'Origin') ?? '(no Origin)'

/** What a preflight asks for, and a cookie that is made up. */
function askedIn(request: Request): string {
  const [method, headers] = ['Access-Control-Request-Method', 'Access-Control-Request-Headers'].map((name) =>
    headerOf(request, name),
  )
  const asked = [method, headers].filter((value) => value !== null && value !== undefined)
  return asked.length === 0 ? '' : `, for ${asked.join(' with ')}`
}
