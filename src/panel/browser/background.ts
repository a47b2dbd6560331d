import type { Trial } from '../../internal.ts'
import {
  type AboutAccess,
  CAN_ANSWER,
  type FromBackground,
  hostsOf,
  type ToBackground,
  TRIAL_PORT,
} from '../trial/trial-messages.ts'
import { browser } from './browser.ts'
import { removeTabRules, setTabRules } from './tab-rules.ts'

// The rules of trials live in the browser, not in this page: whatever is left when it starts belongs to tools that are
// gone. Tools that are still there connect again and ask anew.
const cleaned = removeTabRules(null)

declare global {
  /** Put here by the browser that `npm run chrome` starts: it applies trials itself, preflights included. */
  var whycorsApplyTrial: ((asked: string) => void) | undefined
  /** That browser calls it once it has done so. */
  var whycorsTrialApplied: (tabId: number) => void
}

/** What waits for that browser, by the inspected tab. */
const applying = new Map<number, () => void>()
globalThis.whycorsTrialApplied = (tabId) => applying.get(tabId)?.()

const applied = (asked: Omit<Asked, 'trial'> & { readonly trial: Trial | null }): Promise<void> =>
  new Promise((resolve) => {
    applying.set(asked.tabId, resolve)
    globalThis.whycorsApplyTrial?.(JSON.stringify(asked))
  })

// Started with the browser and after an update, this page removes what a crash may have left.
browser.runtime.onStartup.addListener(() => undefined)
browser.runtime.onInstalled.addListener(() => undefined)

browser.runtime.onMessage.addListener((message: unknown) => {
  if (message === CAN_ANSWER) return Promise.resolve(globalThis.whycorsApplyTrial !== undefined)
  const { type, hosts } = message as AboutAccess
  if (type === 'has access') return browser.permissions.contains({ origins: [...hosts] })
  return type === 'give back' ? giveBack([...hosts]) : undefined
})

/** Reports whether the access was removed: what was granted for more hosts at once can only be taken away as such. */
async function giveBack(origins: string[]): Promise<boolean> {
  await browser.permissions.remove({ origins })
  return !(await browser.permissions.contains({ origins }))
}

type Port = ReturnType<typeof browser.runtime.connect>

/** What the tools of a tab have asked for. */
interface Asked {
  readonly tabId: number
  readonly trial: Trial
  readonly timeOrigin: number | null
}
const asked = new Map<Port, Asked>()
/** The tools whose access the browser is asking for in a tab, by the id of that tab. */
const waiting = new Map<number, Port>()

browser.runtime.onConnect.addListener((port) => {
  if (port.name !== TRIAL_PORT) return
  const answer = (message: FromBackground): void => port.postMessage(message)
  port.onMessage.addListener((message) => {
    void handle(port, message as ToBackground).catch(async (error: unknown) => {
      // The tools say that there is no trial, so nothing may be left of the one before either.
      await stop(port).catch(() => undefined)
      answer({ type: 'failed', message: String(error instanceof Error ? error.message : error) })
    })
  })
  // Also when DevTools are closed, and when their process ends.
  port.onDisconnect.addListener(() => {
    for (const [tabId, one] of waiting) if (one === port) closeQuestion(tabId)
    void stop(port)
  })
})

browser.tabs.onRemoved.addListener((tabId) => {
  const port = waiting.get(tabId)
  if (port !== undefined) port.postMessage({ type: 'refused' } satisfies FromBackground)
  waiting.delete(tabId)
  void removeTabRules(tabId)
})

browser.permissions.onAdded.addListener(() => {
  for (const [tabId, port] of waiting)
    void isAllowed(port).then((allowed) => {
      // Each question is about different hosts.
      if (!allowed || !waiting.has(tabId)) return
      closeQuestion(tabId)
      return start(port)
    })
})

/** Closes the tab that asks for access. */
function closeQuestion(tabId: number): void {
  waiting.delete(tabId)
  // It may have been closed already.
  void browser.tabs.remove(tabId).catch(() => undefined)
}

// Access that was taken away ends what was allowed by it.
browser.permissions.onRemoved.addListener(() => {
  for (const port of asked.keys())
    void isAllowed(port).then((allowed) => {
      if (!allowed)
        void stop(port).then(() => port.postMessage({ type: 'given back' } satisfies FromBackground))
    })
})

async function handle(port: Port, message: ToBackground): Promise<void> {
  await cleaned
  switch (message.type) {
    case 'start':
      asked.set(port, {
        tabId: message.tabId,
        trial: message.trial,
        timeOrigin: message.timeOrigin ?? null,
      })
      if (await isAllowed(port)) await start(port)
      else {
        // Nothing is active while the browser asks, so that a refusal leaves nothing behind.
        await removeTabRules(message.tabId)
        await ask(port, message.trial)
      }
      break
    case 'stop':
      await stop(port)
      port.postMessage({ type: 'stopped' } satisfies FromBackground)
      break
    case 'alive':
  }
}

async function isAllowed(port: Port): Promise<boolean> {
  const of = asked.get(port)
  if (of === undefined) return false
  if (globalThis.whycorsApplyTrial !== undefined) return true
  return browser.permissions.contains({ origins: [...hostsOf(of.trial)] })
}

/** Firefox asks in a tab only: its panels can't ask, and a question needs a click. */
async function ask(port: Port, trial: Trial): Promise<void> {
  const query = new URLSearchParams({ target: trial.target, origin: trial.origin })
  const tab = await browser.tabs.create({ url: browser.runtime.getURL(`allow.html?${query}`) })
  if (tab.id !== undefined) waiting.set(tab.id, port)
  port.postMessage({ type: 'asking' } satisfies FromBackground)
}

async function start(port: Port): Promise<void> {
  const of = asked.get(port)
  if (of === undefined) return
  if (globalThis.whycorsApplyTrial !== undefined) await applied(of)
  else await setTabRules(of.trial, of.tabId)
  port.postMessage({ type: 'active' } satisfies FromBackground)
}

async function stop(port: Port): Promise<void> {
  const of = asked.get(port)
  asked.delete(port)
  if (of === undefined) return
  if (globalThis.whycorsApplyTrial !== undefined) await applied({ ...of, trial: null })
  await removeTabRules(of.tabId)
}
