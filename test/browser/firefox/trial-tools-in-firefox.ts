import type { TrialTools } from '../trial-tools.ts'
import type { OpenedInFirefox } from './open-in-firefox.ts'
import type { Firefox } from './start-firefox.ts'
import { TOOLS } from './tab.ts'

const ID = 'whycors@whycors.dev'

/** Returns what Firefox has for tests of trials. */
export const trialToolsInFirefox = ({ firefox, tab }: OpenedInFirefox): TrialTools => ({
  grant: (hosts) =>
    firefox.inChrome(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
       const { extension } = WebExtensionPolicy.getByID(args[0])
       await ExtensionPermissions.add(args[0], { permissions: [], origins: args[1] }, extension)`,
      ID,
      hosts,
    ),
  rules: () => sessionRules(firefox),
  closeTools: () => firefox.inChrome(`${TOOLS} await gDevTools.closeToolboxForTab(tab)`, tab),
  closeTab: () => firefox.inChrome(`${TOOLS} gBrowser.removeTab(tab)`, tab),
})

/** Returns how many session rules the extension has, asked of the browser itself. */
export const sessionRules = (firefox: Firefox): Promise<number> =>
  firefox.inChrome<number>(
    `const { ExtensionDNR } = ChromeUtils.importESModule('resource://gre/modules/ExtensionDNR.sys.mjs')
     const { extension } = WebExtensionPolicy.getByID(args[0])
     return ExtensionDNR.getRuleManager(extension, false)?.getSessionRules().length ?? 0`,
    ID,
  )
