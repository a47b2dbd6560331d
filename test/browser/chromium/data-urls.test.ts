import { afterEach, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { type OpenedPanel, openPanel } from '../panel.ts'
import { pressButton, textOf } from '../read-panel.ts'
import { reloaded } from '../reload.ts'

let opened: OpenedPanel

afterEach(() => opened?.close())

const URLS = 60

/** Has the page fetch `data:` URLs of so many characters. */
const fetchData = (characters: number): Promise<void> =>
  opened.page.evaluate(
    async (urls, characters) => {
      for (let i = 0; i < urls; i++)
        await (await fetch(`data:text/plain,${i}${'a'.repeat(characters)}`)).text()
    },
    URLS,
    characters,
  )

/** Returns the panel's heap in characters of one byte, as Chrome tells it: in steps of some percent. */
const heapOfPanel = (): Promise<number> =>
  opened.panel.evaluate(
    () =>
      (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory
        .usedJSHeapSize,
  )

test.each([
  ['that is not watched', async () => {}],
  [
    'that is watched',
    async () => {
      await reloaded(opened.page, () => pressButton(opened.panel, 'Reload and watch'))
      await waitFor(async () => (await textOf(opened.panel, '.status')).includes('Watching'), 'the watch')
    },
  ],
])(
  'the panel of a page %s keeps nothing of large data: URLs',
  async (_, prepare) => {
    opened = await openPanel()
    await prepare()
    await fetchData(10)
    const small = await heapOfPanel()
    await fetchData(2_000_000)
    // All of them are 120 MB; a tenth of that is what else a panel may have made meanwhile.
    await waitFor(async () => (await heapOfPanel()) < small + 12_000_000, 'the heap to be as before', 40_000)
  },
  240_000,
)
