import { type Diagnosis, failingChecks, type HarEntry, type HeaderLine } from '../../../internal.ts'
import { LongValue } from '../../parts/LongValue.tsx'
import { redaction, wholeRedaction } from '../../parts/redaction.ts'
import { strings } from '../../parts/strings.ts'
import { HeaderLines } from '../HeaderLines.tsx'

/** All headers of all messages as recorded, with the lines that decide marked. */
export function HeadersTab({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { chain } = diagnosis.verdict.exchange
  const entries = chain
    .flatMap((hop) => [hop.preflight, hop.actual, hop.standIn])
    .filter((entry) => entry !== null)
  return (
    <>
      {entries.map((entry) => (
        <section key={entry.index} class="raw">
          <h2>
            <code>
              {redaction.value(entry.request.method)}{' '}
              <LongValue text={wholeRedaction.url(entry.request.url)} />
            </code>
          </h2>
          <Side entry={entry} side="request" diagnosis={diagnosis} />
          <Side entry={entry} side="response" diagnosis={diagnosis} />
        </section>
      ))}
    </>
  )
}

interface SideProps {
  readonly entry: HarEntry
  readonly side: 'request' | 'response'
  readonly diagnosis: Diagnosis
}

function Side({ entry, side, diagnosis }: SideProps) {
  const lines = linesOf(entry, side, diagnosis)
  const { status, statusText } = entry.response
  const title = side === 'request' ? strings.requestHeaders : strings.responseHeaders
  return (
    <>
      <h3>
        {title}{' '}
        {side === 'response' && status > 0 && <code>{`${status} ${redaction.value(statusText)}`}</code>}
      </h3>
      {lines.length === 0 && <p class="dim">{strings.nothingRecorded}</p>}
      <HeaderLines lines={lines} />
    </>
  )
}

function linesOf(entry: HarEntry, side: SideProps['side'], { verdict }: Diagnosis): readonly HeaderLine[] {
  const prefix = `${side}.headers.`
  const blamed = failingChecks(verdict)
    .flatMap(({ evidence }) => evidence)
    .filter((one) => one.entry === entry.index && one.field.startsWith(prefix))
    .map(({ field, value }) => ({ name: field.slice(prefix.length), value }))
  const keys = new Set(blamed.map(({ name, value }) => `${name.toLowerCase()}\n${value}`))
  const isBlamed = (name: string, value: string): boolean =>
    side === 'response' && keys.has(`${name.toLowerCase()}\n${value}`)
  const missing = side === 'response' ? blamed.filter(({ value }) => value === null) : []
  return [
    ...entry[side].headers.map(({ name, value }) => ({ name, value, guilty: isBlamed(name, value) })),
    ...missing.map(({ name }) => ({ name, value: null, guilty: true })),
  ]
}
