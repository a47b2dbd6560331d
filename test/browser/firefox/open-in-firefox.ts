import { writeFileSync } from 'node:fs'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { startLocalDemo } from '../../demo/sample-demo.ts'
import { cleanUp } from '../clean-up.ts'
import { type Driven, has } from '../driven.ts'
import { extensionDirectory, type OpenedPanel, type OpenOptions } from '../opened-panel.ts'
import { listenForErrors } from './errors.ts'
import { type Firefox, startFirefox } from './start-firefox.ts'
import { drivenPage, drivenView, goTo, openTab, type TabId, TOOLS } from './tab.ts'

/** What only Firefox's own tests need. */
export interface OpenedInFirefox extends OpenedPanel {
  readonly firefox: Firefox
  readonly tab: TabId
}

/** Returns the panel in Firefox. */
export async function openInFirefox({
  before,
  startDemo = startLocalDemo,
  extension: place = extensionDirectory('firefox'),
  preferences,
  profile,
}: OpenOptions = {}): Promise<OpenedInFirefox> {
  const undo = cleanUp()
  try {
    const { demo } = await startDemo()
    undo.later(demo.close)
    const firefox = await startFirefox(preferences, profile ?? null)
    undo.later(firefox.close)
    const extension = await firefox.install(place)
    const errors = await listenForErrors(firefox)
    const tab = await openTab(firefox, before ? demo.at.page : 'about:blank')
    const page = drivenPage(firefox, tab)
    await before?.(page)
    const panel = await openTools(firefox, tab, extension)
    if (!before) await goTo(firefox, tab, demo.at.page)
    const inTools = (body: string, ...args: readonly unknown[]): Promise<void> =>
      firefox.inChrome(TOOLS + body, tab, ...args)
    const press = async (key: string, code: string): Promise<void> => {
      await inTools(PRESS, key, code)
      // The key has gone to another process; when that one answers, it has dealt with it.
      await panel.evaluate(() => {})
    }
    return {
      browser: 'firefox',
      firefox,
      tab,
      demo,
      page,
      panel,
      extensionPage: drivenView(firefox, tab, extension, 'devtools_page'),
      errorOf: errors.of,
      press: (key) => press(key === 'Space' ? ' ' : key, key),
      type: async (text) => {
        for (const key of text) await press(key, '')
      },
      toFront: () =>
        inTools(`toolbox.topWindow.focus(); viewOf(args[1], 'devtools_panel').xulBrowser.focus()`, extension),
      setTheme: (theme) => inTools(`Services.prefs.setStringPref('devtools.theme', args[1])`, theme),
      setDockSide: (side) =>
        inTools('await toolbox.switchHost(args[1])', side === 'undocked' ? 'window' : side),
      showConsole: () => inTools(`await toolbox.selectTool('webconsole')`),
      showPanel: () => inTools(SELECT, extension),
      openTab: async () => {
        const other = await openTab(firefox, 'about:blank')
        const otherPanel = await openTools(firefox, other, extension)
        await goTo(firefox, other, demo.at.page)
        return {
          page: drivenPage(firefox, other),
          panel: otherPanel,
          close: () => firefox.inChrome(`${TOOLS} gBrowser.removeTab(tab)`, other),
        }
      },
      takeScreenshot: async (path) => {
        const image = await firefox.inChrome<string>(TOOLS + SCREENSHOT, tab)
        writeFileSync(path, Buffer.from(image, 'base64'))
      },
      close: undo.now,
    }
  } catch (error) {
    await undo.now()
    throw error
  }
}

/** Opens the tools in a window of their own, on a tool that asks for nothing, and then the panel. */
async function openTools(firefox: Firefox, tab: TabId, extension: string): Promise<Driven> {
  await firefox.inChrome(
    `${TOOLS}
     const { topWindow } = await gDevTools.showToolboxForTab(tab, { toolId: 'options', hostType: 'window' })
     topWindow.resizeTo(1280, 800)`,
    tab,
  )
  await waitFor(
    () => firefox.inChrome<boolean>(`${TOOLS} ${SELECT} return true`, tab, extension),
    'the panel',
    30_000,
  )
  const panel = drivenView(firefox, tab, extension, 'devtools_panel')
  await waitFor(() => has(panel, '.toolbar'), 'the panel to draw itself', 30_000)
  return panel
}

const SELECT = `
  const ours = [...toolbox.getAdditionalTools()].find(({ extensionId }) => extensionId === args[1])
  await toolbox.selectTool(ours.id)
`

/** What a keyboard does: the window hands the key to whatever has the focus in it. */
const PRESS = `
  const [, key, code] = args
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
  input.beginInputTransactionForTests(toolbox.topWindow)
  const event = new toolbox.topWindow.KeyboardEvent('', { key, code })
  const flags = key.length === 1 ? input.KEY_FORCE_PRINTABLE_KEY : input.KEY_NON_PRINTABLE_KEY
  input.keydown(event, flags)
  input.keyup(event, flags)
`

/** The whole window of the tools, as far as it is in view. */
const SCREENSHOT = `
  const bitmap = await toolbox.topWindow.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d').drawImage(bitmap, 0, 0)
  return canvas.toDataURL('image/png').replace(/^.*,/, '')
`
