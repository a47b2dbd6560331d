// Compiled in the installed project, with no types of Node.js or of a page.
import {
  type Check,
  type CorsPolicy,
  check,
  type ExchangeReport,
  explain,
  type Fix,
  fix,
  type GeneratorId,
  generators,
  HarSyntaxError,
  type Report,
  readHar,
  recognize,
  type Send,
} from 'whycors'

export async function main(bytes: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const report: Report = await explain(bytes, { engine: 'firefox', all: true, origin: undefined })
  const blocked: readonly ExchangeReport[] = report.exchanges.filter(({ verdict }) => verdict === 'blocked')
  const fixes: readonly Fix[] = await fix(report, { for: 'express' })
  return [
    ...blocked.map(({ headline }) => headline),
    ...fixes.map((one) => (one.type === 'configuration' ? one.code : one.type)),
  ]
}

export const ids: readonly GeneratorId[] = generators.map(({ id }) => id)
export const originsOf = ({ origins }: CorsPolicy): readonly string[] => (origins === '*' ? ['*'] : origins)
export const offset = (error: unknown): number => (error instanceof HarSyntaxError ? error.byteOffset : -1)
export const countOf = async (): Promise<number> => (await readHar({ log: { entries: [] } })).entries.length
export const urls: readonly (string | null)[] = recognize('').map(({ values }) => values.url)

export const outcomeOf = async (send: Send): Promise<Check['outcome']> =>
  (await check('https://api.example/', { origin: 'https://app.example', headers: { 'X-A': '1' }, send }))
    .outcome

// What must not compile does not: each of these lines is an error of its own.
// @ts-expect-error a number is no recording
void explain(1)
// @ts-expect-error there is no such engine
void explain('', { engine: 'presto' })
// @ts-expect-error there is no such kind of server
void fix('', { for: 'abacus' })
// @ts-expect-error there is no such field
void explain('').then(({ verdicts }) => verdicts)
// @ts-expect-error only some fixes have code
void fix('').then(([one]) => one?.code)
// @ts-expect-error a check needs the page's origin
void check('https://api.example/', {})
