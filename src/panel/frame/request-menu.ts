import type { Diagnosis } from '../../internal.ts'
import { parseUrl, shellInfo } from '../../internal.ts'
import { snippetOf } from '../fix/snippet-of.ts'
import { saveText } from '../parts/clipboard.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import type { MenuItem } from '../parts/Menu.tsx'
import { redaction, wholeRedaction } from '../parts/redaction.ts'
import { preferredShell } from '../parts/use-shell.ts'
import { curlFor, harOf, jsonOf, markdownOf } from '../state/exports.ts'
import type { Session } from '../state/session.ts'

/** Returns the menu of a request; `copy` copies a text and says so. */
export function requestMenu(
  diagnosis: Diagnosis,
  session: Session,
  copy: (text: string, said?: string) => void,
): readonly (MenuItem | null)[] {
  const { store, openInNetwork } = session
  const { url, method } = diagnosis.verdict.exchange
  const host = parseUrl(url)?.hostname ?? ''
  const snippet = snippetOf(diagnosis, session)
  const filter = (text: string): void => store.dispatch({ type: 'filter', text: text.trim() })
  const shell = preferredShell()
  const before = store.get().list.filter
  const curl = (which: 'preflight' | 'actual', label: (shell: string) => string): readonly MenuItem[] => {
    const text = curlFor(diagnosis, which, session, false, shell)
    return text === null ? [] : [{ label: label(shellInfo(shell).title), run: () => copy(text) }]
  }
  return [
    ...(snippet === null || !snippet.isClear
      ? []
      : [
          {
            label: frameStrings.copyFix,
            keys: 'C',
            run: () => copy(snippet.code, frameStrings.copiedFix(snippet.title)),
          },
        ]),
    { label: frameStrings.copyExplanation, run: () => copy(markdownOf(diagnosis, false)) },
    { label: frameStrings.copyUrl, run: () => copy(wholeRedaction.url(url)) },
    ...curl('preflight', frameStrings.copyPreflightCurl),
    ...curl('actual', frameStrings.copyRequestCurl),
    { label: frameStrings.copyJson, run: () => copy(jsonOf(diagnosis, store.get(), false)) },
    {
      label: frameStrings.saveHar,
      run: () => saveText(harOf(diagnosis, session, false), 'exchange.har', 'application/json'),
    },
    null,
    ...(openInNetwork === null
      ? []
      : [{ label: frameStrings.openInNetwork, run: () => openInNetwork(method, url) }]),
    ...(host === ''
      ? []
      : [
          { label: frameStrings.onlyHost(redaction.value(host)), run: () => filter(`domain:${host}`) },
          {
            label: frameStrings.withoutHost(redaction.value(host)),
            run: () => filter(`${before} -domain:${host}`),
          },
        ]),
  ]
}
