import { outcomeOfCheck } from '../../../src/check/outcome-of-check.ts'
import { trimOws } from '../../../src/fetch/header-list.ts'
import { checkUrl } from '../../../src/library/check-url.ts'
import { makeSend } from '../../../src/network/send-over-network.ts'
import { redactionFor } from '../../../src/redact/redaction-for.ts'
import { type EngineCase, hopUrl } from '../engine-case.ts'
import type { JudgedCase } from '../engine-session.ts'
import { headerOf, type LabRequest } from '../lab/http-connection.ts'
import type { Lab } from '../lab/server.ts'
import type { EngineName } from '../options.ts'

/** What a check did otherwise than the browser. */
export interface ComparedCheck {
  readonly differences: readonly string[]
  /** How many preflights were compared. */
  readonly preflights: number
  /** How many actual requests had the same headers, whatever their order, of how many. */
  readonly actual: { readonly same: number; readonly all: number }
}

/** Checks a case's URL at the lab, and compares with what the browser did there. */
export async function compareCheck(
  lab: Lab,
  { case: engineCase, verdict }: JudgedCase,
  everyArrival: readonly LabRequest[],
  engine: EngineName,
): Promise<ComparedCheck> {
  lab.add(engineCase)
  const arrived = withoutRetries(everyArrival, engineCase)
  const { request } = engineCase
  const cookies = headerOf(arrived.find((one) => headerOf(one, 'cookie') !== '') ?? NOTHING, 'cookie')
  const checked = await checkUrl(
    {
      url: hopUrl(engineCase, 0),
      origin: engineCase.page,
      method: request.method,
      headers: request.headers.map(([name, value]) => ({ name, value: trimOws(value) })),
      credentials: request.credentials,
      mode: request.mode,
      body: request.body,
      cookie: cookies === '' ? null : cookies,
      noReferrer: request.referrerPolicy === 'no-referrer',
      engine,
      // They differ with the system, and where the browser has no window.
      ofBrowser: ofBrowser(arrived, engineCase),
    },
    {
      send: makeSend({ resolve: (url) => ({ host: '127.0.0.1', port: lab.portFor(url) }) }),
      redaction: redactionFor(false),
      timeout: 10_000,
      insecure: true,
      sendsChanges: true,
      preflightOnly: false,
    },
  )
  const own = lab.seen(engineCase.id)
  const browser = verdict.outcome === 'cors' ? `cors ${verdict.corsError}` : verdict.outcome
  const check = 'typeError' in checked ? 'other' : outcomeOf(checked, engine)
  const line = ({ method, target }: LabRequest): string => `${method} ${target}`
  const differences = [
    ...different('outcome', browser, check),
    ...different('requests', arrived.map(line).join(', '), own.map(line).join(', ')),
  ]
  let preflights = 0
  let same = 0
  let all = 0
  for (const [i, one] of arrived.entries()) {
    const other = own[i]
    if (other === undefined || line(one) !== line(other)) break
    if (isPreflight(one)) {
      preflights++
      differences.push(...different(`preflight ${i}`, written(one).join('\n'), written(other).join('\n')))
    } else {
      all++
      if (written(one).toSorted().join('\n') === written(other).toSorted().join('\n')) same++
      console.log(
        line(one),
        request.headers,
        request.referrerPolicy,
        '\n  browser',
        written(one).filter((l) => !written(other).includes(l)),
        '\n  check',
        written(other).filter((l) => !written(one).includes(l)),
      )
    }
  }
  return { differences, preflights, actual: { same, all } }
}

/** Browsers send a request again whose connection was closed, if it was an old one. */
const withoutRetries = (arrived: readonly LabRequest[], { hops }: EngineCase): readonly LabRequest[] =>
  arrived.filter((one, i) => {
    const before = arrived[i - 1]
    if (before === undefined || before.method !== one.method || before.target !== one.target) return true
    const hop = hops[Number(/[?&]hop=(\d+)/.exec(one.target)?.[1] ?? 0)]
    return hop?.[isPreflight(one) ? 'preflight' : 'actual'].drop !== true
  })

/** What the browser says of itself, and not the page. */
const ofBrowser = (arrived: readonly LabRequest[], { request }: EngineCase) =>
  ['User-Agent', 'Accept-Language']
    .filter(
      (name) =>
        name === 'User-Agent' || !request.headers.some(([own]) => own.toLowerCase() === name.toLowerCase()),
    )
    .map((name) => ({ name, value: headerOf(arrived[0] ?? NOTHING, name.toLowerCase()) }))
    .filter(({ value }) => value !== '')

const NOTHING: LabRequest = { method: '', scheme: 'https', target: '', headers: [], body: '' }

const isPreflight = (request: LabRequest): boolean =>
  request.method === 'OPTIONS' && headerOf(request, 'access-control-request-method') !== ''

const written = ({ headers }: LabRequest): readonly string[] =>
  headers.map(([name, value]) => `${name}: ${value}`)

const different = (what: string, browser: string, check: string): readonly string[] =>
  browser === check ? [] : [`${what}: ${browser} in the browser, ${check} by the check`]

type Checked = Exclude<Awaited<ReturnType<typeof checkUrl>>, { readonly typeError: unknown }>

/** What the check says, in the words that the browser's own verdict has. */
function outcomeOf(checked: Checked, engine: EngineName): string {
  const [{ verdict } = { verdict: null }] = checked.examined.diagnoses
  if (verdict === null) return 'nothing'
  const outcome = outcomeOfCheck(checked)
  if (outcome !== 'blocked')
    return outcome === 'allowed' ? 'shared' : outcome === 'failed' ? 'other' : outcome
  if (verdict.type !== 'blocked')
    return verdict.type === 'unexplained' || verdict.type === 'not-cors' ? 'other' : verdict.type
  const { code, codes } = verdict.engines[engine]
  // Firefox's word for whatever is not CORS's doing.
  const named = (code === null ? codes : [code]).filter((one) => one !== 'CORSDidNotSucceed')
  return named.length === 0 ? 'other' : `cors ${named.join(' or ')}`
}
