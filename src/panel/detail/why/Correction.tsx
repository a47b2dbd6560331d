import { andMore, capped, type Explanation, LIMITS, messageWords } from '../../../internal.ts'
import { MiddleText } from '../../parts/MiddleText.tsx'
import { redaction } from '../../parts/redaction.ts'
import { pathAndQueryOf } from '../../parts/short-url.ts'
import { strings } from '../../parts/strings.ts'
import { correctionsOf } from './correction.ts'

/** The lines of the response that decide, and what they should be. */
export function Correction({ explanation }: { readonly explanation: Explanation }) {
  const all = correctionsOf(explanation)
  if (all.length === 0) return null
  return (
    <>
      {all.map(({ message, status, now, instead }) => (
        <figure class="correction" key={`${message.kind}${message.hop}`}>
          <figcaption>
            <code>
              {redaction.value(message.method)}{' '}
              <MiddleText text={pathAndQueryOf(redaction.url(message.url))} />
            </code>
            {message.status !== null && status === null && ` → ${message.status.code}`} ·{' '}
            {message.kind === 'preflight' ? strings.preflightResponse : strings.actualResponse}
          </figcaption>
          <dl>
            {status !== null && (
              <Line
                mark="−"
                label={strings.isNow}
                name=""
                value={`${status} ${redaction.value(message.status?.text ?? '')}`}
              />
            )}
            {capped(now, LIMITS.items).shown.map((line, i) => (
              <Line
                key={i}
                mark="−"
                label={strings.isNow}
                name={line.name}
                value={line.value === null ? messageWords.missing : redaction.header(line.name, line.value)}
              />
            ))}
            {now.length > LIMITS.items + 1 && (
              <Line mark="−" label={strings.isNow} name="" value={andMore(now.length - LIMITS.items)} />
            )}
            {status !== null && <Line mark="+" label={strings.shouldBe} name="" value="204 No Content" />}
            {instead.map(({ name, value }) => (
              <Line key={name} mark="+" label={strings.shouldBe} name={name} value={redaction.value(value)} />
            ))}
          </dl>
        </figure>
      ))}
    </>
  )
}

interface LineProps {
  readonly mark: '−' | '+'
  readonly label: string
  readonly name: string
  readonly value: string
}

const Line = ({ mark, label, name, value }: LineProps) => (
  <div class={mark === '+' ? 'good' : 'bad'}>
    <dt>
      <span aria-hidden="true">{mark}</span> {label}
    </dt>
    <dd>{name === '' ? value : `${name}: ${value}`}</dd>
  </div>
)
