import { h, render } from 'preact'
import type { Diagnosis, Examined } from '../../src/internal.ts'
import { Detail } from '../../src/panel/detail/Detail.tsx'
import type { Session } from '../../src/panel/state/session.ts'
import { makeStore } from '../../src/panel/state/store.ts'
import { redacting } from '../../src/redact/redact-text.ts'
import { FakeNode, shownText } from './fake-document.ts'

/** What has golden outputs of its own under test/fix, and changes with every generator. */
const skipped = (node: FakeNode): boolean =>
  /^(pre|select)$/.test(node.localName) || /\b(fix|foreign|bar)\b/.test(node.getAttribute('class') ?? '')

const nothingIsSkipped = (): boolean => false

/**
 * Returns the text of the panel's explanation of a fetch, as DevTools shows it; unless it is to be `whole`, without
 * the configuration of servers.
 */
export async function panelText(
  diagnosis: Diagnosis,
  examined: Examined,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<string> {
  const skip = whole ? nothingIsSkipped : skipped
  const store = makeStore()
  store.dispatch({ type: 'diagnosed', sources: [examined] })
  const session: Session = {
    store,
    redaction: redacting,
    place: 'devtools',
    browser: 'chromium',
    shown: nothing,
    hidden: nothing,
    takeMissed: nothing,
    pause: nothing,
    preserveLog: nothing,
    clear: nothing,
    reload: nothing,
    openSource: async () => false,
    readFiles: async () => undefined,
    rawEntries: () => [],
    sample: null,
  }
  const root = new FakeNode(1, 'main')
  render(h(Detail, { session, diagnosis, onBack: nothing }), root as unknown as Element)
  await until(() => shownText(root, skip).includes(LAST))
  const text = shownText(root, skip)
  render(null, root as unknown as Element)
  return text
}

const nothing = (): void => undefined

/** The title of the last section of every explanation. */
const LAST = 'Raw headers'

async function until(isDone: () => boolean): Promise<void> {
  for (let tries = 0; !isDone(); tries++) {
    if (tries > 200) throw new Error('the explanation was not drawn to its end')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
