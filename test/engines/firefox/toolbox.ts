import { sleep } from '../../../src/start/chromium/wait-for.ts'
import type { EngineCase } from '../engine-case.ts'
import type { HarEntryJson, HarJson, HarLogJson } from '../har-json.ts'
import type { Marionette } from './marionette.ts'

const lag = 500

export interface FirefoxToolbox {
  /** What `devtools.network.getHAR()` gives, which is also what *Save All As HAR* writes. */
  readonly har: (of?: readonly EngineCase[]) => Promise<HarJson>
  /** What `devtools.network.onRequestFinished` gave. */
  readonly liveEntries: (of?: readonly EngineCase[]) => Promise<HarEntryJson[]>
}

/** The toolbox as extensions' API for it uses it, and what this file keeps in the browser's window. */
interface Toolbox {
  readonly addRequestFinishedListener: (listener: (event: { harEntry: HarEntryJson }) => void) => void
  readonly getHARFromNetMonitor: () => Promise<HarLogJson>
}
declare const window: { whycorsToolbox: Toolbox; whycorsEntries: HarEntryJson[] }
declare const gBrowser: { readonly selectedTab: unknown }
declare const ChromeUtils: { readonly importESModule: (url: string) => { require: (url: string) => unknown } }

/** Opens the toolbox of the page, and records from then on. */
export async function openToolbox(marionette: Marionette): Promise<FirefoxToolbox> {
  await marionette.inChrome(async () => {
    const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs')
    const { gDevTools } = loader.require('resource://devtools/client/framework/devtools.js') as {
      gDevTools: { showToolboxForTab: (tab: unknown, options: object) => Promise<Toolbox> }
    }
    // The Network panel stays closed: an extension does not need it either.
    const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'options' })
    window.whycorsToolbox = toolbox
    window.whycorsEntries = []
    await toolbox.addRequestFinishedListener(({ harEntry }) => {
      window.whycorsEntries.push(harEntry)
    })
  })
  const idsOf = (cases?: readonly EngineCase[]) => cases?.map(({ id }) => id) ?? null
  return {
    har: async (of) => {
      const read = (ids: readonly string[] | null) =>
        marionette.inChrome(async (ids: readonly string[] | null) => {
          const log = await window.whycorsToolbox.getHARFromNetMonitor()
          const entries = log.entries.filter(({ request }) => {
            const id = /[?&]id=([\w-]+)/.exec(request.url)?.[1]
            return id !== undefined && (ids === null || ids.includes(id))
          })
          return { ...log, entries }
        }, ids)
      // Its view of the last requests lags behind the page's.
      await sleep(lag)
      return { log: await read(idsOf(of)) }
    },
    liveEntries: async (of) => {
      await sleep(lag)
      return await marionette.inChrome((ids: readonly string[] | null) => {
        return window.whycorsEntries.filter(({ request }) => {
          const id = /[?&]id=([\w-]+)/.exec(request.url)?.[1]
          return id !== undefined && (ids === null || ids.includes(id))
        })
      }, idsOf(of))
    },
  }
}
