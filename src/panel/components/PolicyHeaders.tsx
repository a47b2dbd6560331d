import { type CorsPolicy, policyLines, redacting } from '../../internal.ts'
import { strings } from '../strings.ts'

/** The policy as the header lines that the server should send, in whatever way. */
export function PolicyHeaders({ policy }: { readonly policy: CorsPolicy }) {
  const lines = policyLines(policy)
  const block = (title: string, preflightOnly: boolean) => {
    const own = lines.filter((line) => line.preflightOnly === preflightOnly)
    if (own.length === 0) return null
    return (
      <>
        <p>{title}</p>
        <pre>{own.map(({ name, value }) => `${name}: ${redacting.value(value)}`).join('\n')}</pre>
      </>
    )
  }
  return (
    <details>
      <summary>{strings.asHeaders}</summary>
      {block(strings.onEvery, false)}
      {block(strings.onPreflight, true)}
    </details>
  )
}
