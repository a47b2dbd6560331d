import { useMemo } from 'preact/hooks'
import { type Exchange, explanationOf, judgeWhatIf, plain } from '../../internal.ts'
import { Engines } from '../parts/Engines.tsx'
import { redaction } from '../parts/redaction.ts'
import { VerdictTag } from '../parts/Tag.tsx'
import { Words } from '../parts/Words.tsx'
import { whatIfStrings as strings } from '../parts/what-if-strings.ts'
import type { ReadForm } from './what-if-form.ts'

export interface WhatIfResultProps {
  readonly exchange: Exchange
  readonly read: ReadForm
}

/** The result of an edited exchange: the verdict in a sentence, what fails next, and each engine's verdict. */
export function WhatIfResult({ exchange, read: { whatIf, wrong } }: WhatIfResultProps) {
  const { type, headline, causes, alsoFailing, engines } = useMemo(() => {
    const verdict = judgeWhatIf(exchange, whatIf, redaction.value)
    return explanationOf({ verdict, rootCauses: [], cautions: [], plan: null, bugs: [] })
  }, [exchange, whatIf])
  const [cause] = causes
  return (
    <section class="result">
      <p class="verdict" role="status">
        <VerdictTag type={type} />{' '}
        <b>{type === 'cannot-tell' ? strings.unknown : <Words text={headline} />}</b>
      </p>
      {cause !== undefined && (
        <p>
          <Words text={cause.detail} />
        </p>
      )}
      {alsoFailing.length > 0 && (
        <p>
          {strings.next}{' '}
          {alsoFailing.map(({ summary, assumption }, i) => (
            <span key={plain(summary, (value) => value)}>
              {i > 0 && ' '}
              <Words text={assumption === null ? summary : [...summary, ' ', ...assumption]} />
            </span>
          ))}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="refused">
          {strings.wrong}{' '}
          {wrong.map((line, i) => (
            <code key={i}>{line}</code>
          ))}
        </p>
      )}
      {type !== 'not-cors' && <Engines engines={engines} />}
    </section>
  )
}
