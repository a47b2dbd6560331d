import { alternativesOf, type Diagnosis, serverText, type Text } from '../../internal.ts'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'
import { explained } from '../state/explained.ts'
import type { Session } from '../state/session.ts'
import { TryIt } from '../trial/TryIt.tsx'
import { ForeignApi } from './ForeignApi.tsx'
import { ServerFix } from './ServerFix.tsx'

export interface FixTabProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/**
 * What to change so that the request is allowed: what has to be fixed first, the server's configuration, and
 * alternatives.
 */
export function FixTab({ diagnosis, session }: FixTabProps) {
  const explanation = explained(diagnosis)
  const { plan, type } = explanation
  if (plan === null)
    return type === 'unexplained' ? (
      <>
        <p class="hint">{strings.noServerFix}</p>
        <TryIt diagnosis={diagnosis} policy={null} session={session} />
      </>
    ) : (
      <p class="hint">{strings.nothingToFix}</p>
    )
  const server = plan.policy === null ? null : serverText(plan)
  const others = [...(server === null ? [] : [server]), ...alternativesOf(explanation)]
  return (
    <>
      {plan.first !== null && (
        <p class="first">
          <PanelWords text={plan.first} />
        </p>
      )}
      {plan.required.map((advice, i) => (
        <p key={i} class="first">
          <b>{strings.inThePage}</b> <PanelWords text={advice} />
        </p>
      ))}
      {plan.policy === null ? (
        <>
          <TryIt diagnosis={diagnosis} policy={null} session={session} />
          {sentencesOf([plan.why, ...others])}
        </>
      ) : (
        <ServerFix diagnosis={diagnosis} session={session}>
          {sentencesOf(others)}
        </ServerFix>
      )}
      <ForeignApi diagnosis={diagnosis} session={session} />
    </>
  )
}

const sentencesOf = (texts: readonly Text[]) =>
  texts.length === 0 ? null : (
    <ul class="sentences">
      {texts.map((text, i) => (
        <li key={i}>
          <PanelWords text={text} />
        </li>
      ))}
    </ul>
  )
