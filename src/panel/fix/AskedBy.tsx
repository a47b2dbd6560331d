import { type CorsPolicy, type Diagnosis, LIMITS, type Wish, whoAsked } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { pathAndQueryOf } from '../parts/short-url.ts'
import { grantedWords, strings } from '../parts/strings.ts'
import { useCapped } from '../parts/use-capped.tsx'
import { timesOf } from './fix-view.ts'

export interface AskedByProps {
  readonly policy: CorsPolicy
  readonly wishes: readonly Wish[]
}

/** How many requests are listed for one permission. */
const NAMED = 4

/** Every permission of a policy with the requests that need it, so that unneeded ones stand out. */
export function AskedBy({ policy, wishes }: AskedByProps) {
  const { shown, others } = useCapped(whoAsked(policy, wishes), LIMITS.lines)
  return (
    <details>
      <summary>{strings.whoAsked}</summary>
      <table>
        <tbody>
          {shown.map(({ part, value, by, today }) => (
            <tr key={`${part} ${value}`}>
              <th scope="row">
                {grantedWords[part]} {part !== 'credentials' && <code>{redaction.value(value)}</code>}
              </th>
              <td>
                {by.length === 0 && (
                  <span class="tag maybe">{today ? strings.allowedToday : strings.nobodyAsked}</span>
                )}
                {by.slice(0, NAMED).map((one, i) => (
                  <code key={i}>{requestLine(one)}</code>
                ))}
                {timesOf(by) > NAMED && (
                  <span class="dim">{strings.moreOf(timesOf(by) - Math.min(NAMED, by.length))}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others !== null && <p>{others}</p>}
    </details>
  )
}

const requestLine = ({ verdict: { exchange } }: Pick<Diagnosis, 'verdict'>): string =>
  `${redaction.value(exchange.method)} ${pathAndQueryOf(redaction.url(exchange.url))}`
