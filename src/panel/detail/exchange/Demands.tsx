import { type Demand, type Diagnosis, LIMITS, messageWords, originParts } from '../../../internal.ts'
import { LongValue } from '../../parts/LongValue.tsx'
import { redaction, wholeRedaction } from '../../parts/redaction.ts'
import { Section } from '../../parts/Section.tsx'
import { hostOriginOf } from '../../parts/short-url.ts'
import { askedWords, demandWords, strings } from '../../parts/strings.ts'
import { Tag, type Tone } from '../../parts/Tag.tsx'
import { useCapped } from '../../parts/use-capped.tsx'
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
  const all = demandList(diagnosis)
  const { shown, others } = useCapped(all, LIMITS.items, ({ state }) => state === 'refused')
  if (all.length === 0) return null
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
          {shown.map((demand, i) => (
            <tr key={i}>
              <th scope="row">
                {askedWords[demand.what]}
                {demand.phase === 'preflight' && isTwice(demand) && <small> {messageWords.preflight}</small>}
              </th>
              <td>
                <Asked demand={demand} diagnosis={diagnosis} />
              </td>
              {!isAnsweredAlike(demand, shown[i - 1]) && (
                <td rowSpan={countAlike(shown, i)}>
                  <Granted demand={demand} />
                </td>
              )}
              <td>
                <Tag {...demandWords[demand.state]} tone={TONES[demand.state]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others !== null && <p>{others}</p>}
      <OriginTable diagnosis={diagnosis} />
    </Section>
  )
}

/** Reports whether the same header of the same response decides two demands: it is shown once. */
const isAnsweredAlike = (demand: Demand, other: Demand | undefined): boolean =>
  other !== undefined &&
  demand.header !== null &&
  demand.recorded &&
  demand.header === other.header &&
  demand.phase === other.phase

function countAlike(demands: readonly Demand[], from: number): number {
  const demand = demands[from]
  let to = from + 1
  while (demand !== undefined && isAnsweredAlike(demand, demands[to])) to++
  return to - from
}

/** These are checked in both responses. */
const isTwice = ({ what }: Demand): boolean => what === 'origin' || what === 'credentials'

function Asked({ demand, diagnosis }: { readonly demand: Demand; readonly diagnosis: Diagnosis }) {
  const { credentialsMode } = diagnosis.verdict.exchange.facts
  if (demand.what !== 'credentials') {
    return demand.asked === null ? (
      <span class="dim">{strings.notRecorded}</span>
    ) : (
      <code>
        <LongValue text={wholeRedaction.value(demand.asked)} />
      </code>
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
      {credentialsMode.known && <small class="dim">{strings.source(credentialsMode.source.field)}</small>}
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
      <span class="dim">{header}:</span> <LongValue text={wholeRedaction.header(header, granted)} />
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
