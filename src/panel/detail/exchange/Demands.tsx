import { type Demand, type Diagnosis, messageWords, originParts } from '../../../internal.ts'
import { redaction } from '../../parts/redaction.ts'
import { Section } from '../../parts/Section.tsx'
import { hostOriginOf } from '../../parts/short-url.ts'
import { askedWords, demandWords, strings } from '../../parts/strings.ts'
import { Tag, type Tone } from '../../parts/Tag.tsx'
import { demandList, explained } from '../../state/explained.ts'

const TONES: Record<Demand['state'], Tone> = {
  granted: 'good',
  refused: 'bad',
  'not needed': 'plain',
  depends: 'maybe',
  unknown: 'maybe',
}

/** What the request needed from the server, and what the server allowed, each with the line that decides. */
export function Demands({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const demands = demandList(diagnosis)
  if (demands.length === 0) return null
  return (
    <Section title={strings.grants}>
      <table class="grants">
        <thead>
          <tr>
            <td />
            <th scope="col">{strings.thePageNeeds}</th>
            <th scope="col">{strings.theServerGranted}</th>
            <th scope="col">{strings.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {demands.map((demand, i) => (
            <tr key={i}>
              <th scope="row">
                {askedWords[demand.what]}
                {demand.phase === 'preflight' && isTwice(demand) && <small> {messageWords.preflight}</small>}
              </th>
              <td>
                <Asked demand={demand} diagnosis={diagnosis} />
              </td>
              <td>
                <Granted demand={demand} />
              </td>
              <td>
                <Tag {...demandWords[demand.state]} tone={TONES[demand.state]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <OriginTable diagnosis={diagnosis} />
    </Section>
  )
}

/** These are checked in both responses. */
const isTwice = ({ what }: Demand): boolean => what === 'origin' || what === 'credentials'

function Asked({ demand, diagnosis }: { readonly demand: Demand; readonly diagnosis: Diagnosis }) {
  const { credentialsMode } = diagnosis.verdict.exchange.facts
  if (demand.what !== 'credentials') {
    return demand.asked === null ? (
      <span class="dim">{strings.notRecorded}</span>
    ) : (
      <code>{redaction.value(demand.asked)}</code>
    )
  }
  return (
    <>
      <code>
        {demand.asked === null
          ? strings.credentialsUnknown
          : demand.asked === 'include'
            ? strings.credentialsInclude
            : strings.credentialsNone}
      </code>{' '}
      {credentialsMode.known && (
        <small class="dim">{strings.source(redaction.value(credentialsMode.source.field))}</small>
      )}
    </>
  )
}

function Granted({ demand: { header, granted, recorded, state } }: { readonly demand: Demand }) {
  if (header === null) return <code>{granted}</code>
  if (!recorded)
    return <span class="dim">{state === 'not needed' ? strings.nothing : strings.notRecorded}</span>
  if (granted === null) return <span class="dim">{strings.noHeader(header)}</span>
  return (
    <code title={header}>
      <span class="dim">{header}:</span> {redaction.header(header, granted)}
    </code>
  )
}

/** The two origins side by side: "same origin" means that all three parts are the same. */
function OriginTable({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { origin, url } = explained(diagnosis)
  const parts = origin === null ? null : originParts(origin, hostOriginOf(url))
  if (parts === null || parts.every(({ same }) => same)) return null
  return (
    <p class="parts">
      {strings.originParts}:{' '}
      {parts.map(({ part, page, api, same }) => (
        <span key={part} class={same ? 'dim' : ''}>
          {strings.parts[part]} <code>{redaction.value(page)}</code> {same ? '=' : '≠'}{' '}
          <code>{redaction.value(api)}</code> <small>({same ? strings.same : strings.differs})</small>
        </span>
      ))}
    </p>
  )
}
