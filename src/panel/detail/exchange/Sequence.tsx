import { type Diagnosis, keptFromPage, type Message, messageWords } from '../../../internal.ts'
import { redaction } from '../../parts/redaction.ts'
import { hostOriginOf, pathAndQueryOf } from '../../parts/short-url.ts'
import { strings } from '../../parts/strings.ts'
import { explained } from '../../state/explained.ts'
import { HeaderLines } from '../HeaderLines.tsx'

/** The messages as arrows between page and server; the one at which the fetch failed is marked. */
export function Sequence({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { sequence, origin } = explained(diagnosis)
  const servers = sequence.map(({ url }) => hostOriginOf(url))
  return (
    <ol class="sequence">
      {sequence.map((message, i) => (
        <li key={i}>
          {(i === 0 || servers[i] !== servers[i - 1]) && (
            <p class="ends">
              <code>{origin === null ? strings.page : redaction.value(origin)}</code>
              <code>{redaction.value(servers[i] ?? '')}</code>
            </p>
          )}
          <RequestArrow message={message} />
          <AnswerArrow message={message} time={timeOf(diagnosis, message)} />
        </li>
      ))}
    </ol>
  )
}

function RequestArrow({ message }: { readonly message: Message }) {
  const { sent, method, url, kind, request } = message
  const note = sent === false ? messageWords.neverSent : sent === null ? messageWords.sentUnknown : null
  return (
    <div class={`hop out${sent === true ? '' : ' never'}`}>
      <p class="what">
        <code>
          {redaction.value(method)} {pathAndQueryOf(redaction.url(url))}
        </code>
        {kind === 'preflight' && <span class="dim"> {messageWords.preflight}</span>}
        {note !== null && <b class={sent === false ? 'stopped' : 'dim'}> {note}</b>}
      </p>
      <div class="arrow" />
      {sent !== false && <HeaderLines lines={request} />}
    </div>
  )
}

function AnswerArrow({ message, time }: { readonly message: Message; readonly time: number | null }) {
  const { status, response, failed, sent } = message
  const kept = keptFromPage(message)
  if (sent === false) return null
  if (status === null) return <p class="unanswered dim">{messageWords.noResponse}</p>
  return (
    <div class={`hop answer${failed ? ' failed' : ''}`}>
      <p class="what">
        <b>
          {failed && <span aria-hidden="true">✕ </span>}
          <code class={status.guilty ? 'guilty' : ''}>
            {status.code} {redaction.value(status.text)}
          </code>
        </b>
        {time !== null && <span class="dim"> {strings.milliseconds(time)}</span>}
        {kept !== null && <small class="dim"> {kept}</small>}
      </p>
      <div class="arrow" />
      <HeaderLines lines={response} />
    </div>
  )
}

function timeOf({ verdict }: Diagnosis, { entry }: Message): number | null {
  const entries = verdict.exchange.chain.flatMap((hop) => [hop.preflight, hop.actual])
  return entries.find((one) => one !== null && one.index === entry)?.time ?? null
}
