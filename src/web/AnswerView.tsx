import { allRules, type Recognized, recognizedText } from '../internal.ts'
import { redaction } from '../panel/parts/redaction.ts'
import { Words } from '../panel/parts/Words.tsx'
import type { Answer } from './answer.ts'
import { hashOfRule } from './route.ts'
import { webStrings } from './web-strings.ts'

/** The meaning of a pasted message, or why a text can't be read. */
export function AnswerView({ answer }: { readonly answer: Answer }) {
  switch (answer.type) {
    case 'sentences':
      return (
        <>
          {answer.recognized.map((one, i) => (
            <SentenceView key={i} recognized={one} />
          ))}
          <p class="dim">{webStrings.recordTitle}</p>
        </>
      )
    case 'neighbor':
      return (
        <>
          <h2>{answer.neighbor.title}</h2>
          <p>
            <Words text={answer.neighbor.means} />
          </p>
          <p>
            <b>{webStrings.next}:</b> <Words text={answer.neighbor.next} />
          </p>
        </>
      )
    case 'failed':
      return (
        <>
          <h2>{answer.title}</h2>
          {answer.why !== '' && <p>{answer.why}</p>}
        </>
      )
    case 'har':
    case 'exchanges':
    case 'rule':
      return null
  }
}

function SentenceView({ recognized }: { readonly recognized: Recognized }) {
  const { heading, values, note, untold } = recognizedText(recognized)
  const rules = allRules.filter(({ id }) => recognized.rules.some((one) => one === id))
  return (
    <>
      <h2>
        <Words text={heading} />
      </h2>
      {values.length > 0 && (
        <dl class="values">
          {values.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{shown(name, value)}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rules.length > 0 && (
        <>
          <h3>{rules.length === 1 ? webStrings.oneRule : webStrings.someRules(rules.length)}</h3>
          <ul class="rule-list">
            {rules.map(({ id, means }) => (
              <li key={id}>
                <a href={hashOfRule(id)}>{id}</a> {means}
              </li>
            ))}
          </ul>
        </>
      )}
      {note !== null && (
        <p>
          <Words text={note} />
        </p>
      )}
      {untold !== null && (
        <p class="dim">
          <Words text={untold} />
        </p>
      )}
    </>
  )
}

function shown(name: string, value: string): string {
  if (/^(URL|redirected from)$/.test(name)) return redaction.url(value)
  return /^[A-Z]/.test(name) ? redaction.header(name, value) : redaction.value(value)
}
