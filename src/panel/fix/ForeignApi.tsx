import { useMemo } from 'preact/hooks'
import { type Diagnosis, proxies } from '../../internal.ts'
import { Facts } from '../parts/Facts.tsx'
import { LongValue } from '../parts/LongValue.tsx'
import { PanelWords } from '../parts/PanelWords.tsx'
import { strings } from '../parts/strings.ts'
import { remember, remembered } from '../state/remembered.ts'
import type { Session } from '../state/session.ts'
import { useStore } from '../state/use-store.ts'
import { proxiedApiOf, proxyNamed } from './proxy-view.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { SnippetCode } from './SnippetCode.tsx'
import { SnippetNotes } from './SnippetNotes.tsx'
import { useSettled } from './use-settled.ts'

export interface ForeignApiProps {
  readonly diagnosis: Diagnosis
  readonly session: Session
}

/** How many URLs are listed with the paths that replace them. */
const LISTED = 6

/** What to do if the API belongs to somebody else: call it through the page's own server. */
export function ForeignApi({ diagnosis, session }: ForeignApiProps) {
  const { store } = session
  const { detail } = useStore(store)
  const diagnoses = useSettled(session.peersOf(diagnosis), diagnosis)
  const { foreign, proxy: chosen } = detail
  const api = useMemo(
    () => (foreign ? proxiedApiOf(diagnosis, diagnoses) : null),
    [foreign, diagnosis, diagnoses],
  )
  const proxy = proxyNamed(chosen ?? remembered('proxy'))
  const snippet = api === null ? null : proxy.generate(api)
  return (
    <details
      class="foreign"
      open={foreign}
      onToggle={(event) => store.dispatch({ type: 'foreign', foreign: event.currentTarget.open })}
    >
      <summary>{strings.notYours}</summary>
      <p>{strings.notYoursText}</p>
      <SnippetCode code={snippet?.type === 'snippet' ? snippet.code : null}>
        <label class="check">
          {strings.proxy}
          <select
            class="proxy"
            onChange={(event) => {
              remember('proxy', event.currentTarget.value)
              store.dispatch({ type: 'proxy', id: event.currentTarget.value })
            }}
          >
            {proxies.map(({ id, title, serves }) => (
              <option key={id} value={id} selected={id === proxy.id}>
                {title} ({strings.serves[serves]})
              </option>
            ))}
          </select>
        </label>
        <span class="gap" />
      </SnippetCode>
      {snippet?.type === 'unsupported' && (
        <p class="refused" role="status">
          {strings.noSnippet(proxy.title)} <PanelWords text={snippet.why} />
        </p>
      )}
      {snippet?.type === 'snippet' && (
        <>
          <Facts
            facts={[
              [
                strings.askInstead,
                <ul key="moved">
                  {snippet.moved.slice(0, LISTED).map(({ from, to }) => (
                    <li key={from}>
                      <code>
                        <LongValue text={to} />
                      </code>{' '}
                      {strings.insteadOf}{' '}
                      <code>
                        <LongValue text={from} />
                      </code>
                    </li>
                  ))}
                  {snippet.moved.length > LISTED && (
                    <li class="dim">{strings.moreOf(snippet.moved.length - LISTED)}</li>
                  )}
                </ul>,
              ],
            ]}
          />
          <SnippetNotes {...snippet} removeFirst={[]} proof={proxy.proof} docs={proxy.docs} />
        </>
      )}
      {foreign && <Shortcuts />}
    </details>
  )
}
