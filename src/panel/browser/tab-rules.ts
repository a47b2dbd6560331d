import { type Trial, trialRules } from '../../internal.ts'
import { browser } from './browser.ts'

type Rules = Parameters<typeof browser.declarativeNetRequest.updateSessionRules>[0]['addRules']

/** The ids of the session rules of a tab, or of every tab. */
async function idsOf(tabId: number | null): Promise<readonly number[]> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  const found = tabId === null ? rules : rules.filter(({ condition }) => condition.tabIds?.includes(tabId))
  return found.map(({ id }) => id)
}

/** Puts the rules of a trial in the place of those that its tab has. */
export async function setTabRules(trial: Trial, tabId: number): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  const firstId = 1 + rules.reduce((most, { id }) => Math.max(most, id), 0)
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [...(await idsOf(tabId))],
    addRules: structuredClone(trialRules(trial, tabId, firstId)) as unknown as NonNullable<Rules>,
  })
}

/** Removes the rules of a tab; null: of every tab. */
export async function removeTabRules(tabId: number | null): Promise<void> {
  const removeRuleIds = [...(await idsOf(tabId))]
  if (removeRuleIds.length > 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds })
}
