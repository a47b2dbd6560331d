import type { Driven } from '../driven.ts'
import type { Firefox } from './start-firefox.ts'

/** A tab by the number that Firefox gives it. */
export type TabId = number

/** What the scripts below begin with: the tab, its toolbox, and the pages of the extension that belong to that. */
export const TOOLS = `
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs')
  const { gDevTools } = require('resource://devtools/client/framework/devtools.js')
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === args[0])
  const toolbox = tab && gDevTools.getToolboxForTab(tab)
  const viewOf = (extension, type) =>
    [...(WebExtensionPolicy.getByID(extension)?.extension.views ?? [])].findLast(
      (view) => view.viewType === type && view.active && view.devToolsToolbox === toolbox,
    )
`

/** Opens a tab and returns it once its page has loaded. */
export async function openTab(firefox: Firefox, url: string): Promise<TabId> {
  return firefox.inChrome<TabId>(
    `const tab = gBrowser.addTrustedTab('about:blank')
     gBrowser.selectedTab = tab
     ${LOAD}
     await load(tab, args[0])
     return tab.linkedBrowser.browserId`,
    url,
  )
}

/** Has a tab go to a URL, and waits for it. */
export const goTo = (firefox: Firefox, tab: TabId, url: string): Promise<void> =>
  firefox.inChrome(`${TOOLS} ${LOAD} await load(tab, args[1])`, tab, url)

const LOAD = `
  const load = (tab, url) => new Promise((resolve) => {
    const isTheEnd = (flags) =>
      flags & Ci.nsIWebProgressListener.STATE_STOP && flags & Ci.nsIWebProgressListener.STATE_IS_WINDOW
    const listener = {
      onStateChange(browser, progress, request, flags) {
        if (browser !== tab.linkedBrowser || !progress.isTopLevel || !isTheEnd(flags)) return
        if (browser.currentURI.spec === 'about:blank' && url !== 'about:blank') return
        gBrowser.removeTabsProgressListener(listener)
        resolve()
      },
    }
    gBrowser.addTabsProgressListener(listener)
    tab.linkedBrowser.fixupAndLoadURIString(url, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    })
  })
`

/** Returns the page in a tab. */
export const drivenPage = (firefox: Firefox, tab: TabId): Driven =>
  driven(firefox, 'tab.linkedBrowser.browsingContext', tab, '')

/** Returns a page of the extension in the tools of a tab; of the panel, the document that it has at the moment. */
export const drivenView = (
  firefox: Firefox,
  tab: TabId,
  extension: string,
  type: 'devtools_page' | 'devtools_panel',
): Driven => driven(firefox, `viewOf(args[1], '${type}').xulBrowser.browsingContext`, tab, extension)

/** Without a sandbox's name, the script runs among the page's own objects, as the page's scripts do. */
function driven(firefox: Firefox, context: string, tab: TabId, extension: string): Driven {
  const execute = async (script: string, args: readonly unknown[]): Promise<unknown> => {
    const text = await firefox.inChrome<string>(
      `${TOOLS}
       const actor = (${context}).currentWindowGlobal.getActor('MarionetteCommands')
       return actor.executeScript(args[2], [args[3]], { async: true, sandboxName: null, timeout: 110_000 })`,
      tab,
      extension,
      `const [text, done] = arguments
       ;(async () => { ${script} })().then(
         (value) => done(JSON.stringify({ value })),
         (error) => done(JSON.stringify({ error: error + '\\n' + error?.stack })),
       )`,
      JSON.stringify(args),
    )
    const { value, error } = JSON.parse(text)
    if (error !== undefined) throw new Error(error)
    return value
  }
  return {
    evaluate: async (work, ...args) =>
      (await execute(`return (${work.toString()})(...JSON.parse(text))`, args)) as never,
    run: async (script) => void (await execute(script, [])),
  }
}
