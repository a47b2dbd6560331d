import { type OracleCase, readOracleCases } from './oracle-case.ts'

/** Generated cases of which a server sees all that matters: one server, and responses that Node can send. */
export const oneServerCases: readonly OracleCase[] = readOracleCases().filter(
  ({ via, request: { mode = 'cors', method, redirect = 'follow' }, hops, chromium }) => {
    const [hop, ...others] = hops
    const responses = [hop?.preflight, hop?.actual].flatMap((one) => one ?? [])
    return (
      via === 'fetch' &&
      mode === 'cors' &&
      redirect === 'follow' &&
      method === method.toUpperCase() &&
      others.length === 0 &&
      chromium.pageError === undefined &&
      chromium.net === null &&
      responses.every(
        ({ drop, headers = [] }) => drop !== true && headers.every(([, value]) => /^[\t -~]*$/.test(value)),
      )
    )
  },
)

/** Returns what the server of a case answers to a request, as `writeHead` takes it. */
export function responseTo(
  { hops: [hop] }: OracleCase,
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
): { readonly status: number; readonly headers: string[] } {
  const given = 'access-control-request-method' in asked ? hop?.preflight : hop?.actual
  const values = {
    $origin: asked['origin'] ?? '',
    $acrm: asked['access-control-request-method'] ?? '',
    $acrh: asked['access-control-request-headers'] ?? '',
  }
  const headers = (given?.headers ?? []).flatMap(([name, value]) => [
    name,
    Object.entries(values).reduce((text, [from, to]) => text.replaceAll(from, () => String(to)), value),
  ])
  return { status: given?.status ?? 200, headers }
}
