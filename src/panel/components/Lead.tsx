import type { Explanation } from '../../internal.ts'
import { strings } from '../strings.ts'
import { Mending } from './Mending.tsx'
import { ExternalLink, Words } from './Words.tsx'

/** The sentence, the line that decides, what it should be, and who must act. */
export function Lead({ explanation }: { readonly explanation: Explanation }) {
  const { headline, causes, rootCauses } = explanation
  const [first] = rootCauses
  return (
    <section class="lead">
      <h1>
        <Words text={headline} />
      </h1>
      <Mending explanation={explanation} />
      {first !== undefined && (
        <p class="who">
          <b>
            <Words text={first.summary} />
          </b>{' '}
          <Words text={first.detail} /> <span class="dim">{strings.confidence(first.confidence)}</span>
        </p>
      )}
      {causes.map((cause, i) => (
        <p key={cause.rule}>
          {i > 0 && (
            <>
              <b>
                <Words text={cause.summary} />
              </b>{' '}
            </>
          )}
          <Words text={cause.detail} />{' '}
          {cause.assumption !== null && (
            <i>
              <Words text={cause.assumption} />{' '}
            </i>
          )}
          <span class="dim">
            {strings.decidedBy} <ExternalLink url={cause.step.url}>{cause.step.algorithm}</ExternalLink> ·{' '}
            {cause.rule}
          </span>
        </p>
      ))}
    </section>
  )
}
