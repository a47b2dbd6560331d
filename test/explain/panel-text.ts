import { type ComponentChild, h, render } from 'preact'
import type { Diagnosis, Examined } from '../../src/internal.ts'
import { Detail } from '../../src/panel/detail/Detail.tsx'
import { type DetailTab, detailTabs } from '../../src/panel/parts/detail-tabs.ts'
import { tabWords } from '../../src/panel/parts/strings.ts'
import type { Session } from '../../src/panel/state/session.ts'
import { makeStore } from '../../src/panel/state/store.ts'
import { redacting } from '../../src/redact/redact-text.ts'
import { attributesIn, FakeNode, shownText } from './fake-document.ts'

/** What has golden outputs of its own under test/fix, and changes with every generator. */
const isConfiguration = (node: FakeNode): boolean =>
  /^(pre|select)$/.test(node.localName) || /\b(fix|foreign|bar|tabs)\b/.test(node.getAttribute('class') ?? '')

/** The frame of the explanation; of a folded part only its summary shows. */
const isHidden = (node: FakeNode): boolean =>
  /\b(bar|tabs)\b/.test(node.getAttribute('class') ?? '') ||
  (node.parentNode?.localName === 'details' && node.localName !== 'summary')

/**
 * Returns the text of the panel's explanation of a fetch, tab by tab, as DevTools shows it; unless it is to be `whole`,
 * without the configuration of servers. `attributes`: with what its attributes say.
 */
export function panelText(
  diagnosis: Diagnosis,
  examined: Examined,
  { whole = false, attributes = false }: { readonly whole?: boolean; readonly attributes?: boolean } = {},
): string {
  const skip = whole ? () => false : isConfiguration
  // What the form shows is judged anew, and has tests of its own.
  return detailTabs
    .filter((tab) => whole || tab !== 'what-if')
    .map((tab) => `# ${tabWords[tab]}\n\n${textOfTab(tab, diagnosis, examined, skip, attributes)}`)
    .join('\n')
}

/** Returns what a tab shows while nothing in it is unfolded. */
export const openText = (tab: DetailTab, diagnosis: Diagnosis, examined: Examined): string =>
  textOfTab(tab, diagnosis, examined, isHidden)

function textOfTab(
  tab: DetailTab,
  diagnosis: Diagnosis,
  examined: Examined,
  skip: (node: FakeNode) => boolean,
  attributes = false,
): string {
  const store = makeStore()
  store.dispatch({ type: 'diagnosed', sources: [examined] })
  store.dispatch({ type: 'tab', tab })
  return textOf(
    h(Detail, { session: sessionOf(store, examined), diagnosis, onBack: nothing }),
    skip,
    attributes,
  )
}

/** Returns a session of the panel that has a recording, and does nothing. */
export const sessionOf = (store: Session['store'], examined: Examined): Session => ({
  store,
  redaction: redacting,
  place: 'devtools',
  browser: 'chromium',
  shown: nothing,
  hidden: nothing,
  takeMissed: nothing,
  pause: nothing,
  configure: nothing,
  openInNetwork: null,
  clear: nothing,
  reload: nothing,
  openSource: async () => false,
  stopReading: () => undefined,
  readFiles: async () => undefined,
  rawEntries: () => [],
  withDiagnosis: nothing,
  peersOf: () => examined.diagnoses,
  exportAll: async () => '',
  saveAll: async () => new Blob(),
  sample: null,
  trial: null,
})

/** Returns the text of a part of the panel as people read it, with what its `attributes` say if that is wanted. */
export function textOf(
  part: ComponentChild,
  skip: (node: FakeNode) => boolean = () => false,
  attributes = false,
): string {
  const root = new FakeNode(1, 'main')
  render(part, root as unknown as Element)
  const said = attributes ? attributesIn(root, skip) : []
  const text = [shownText(root, skip), ...said].join('\n')
  render(null, root as unknown as Element)
  return text
}

const nothing = (): void => undefined
