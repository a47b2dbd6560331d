import { afterEach, expect, test } from 'vitest'
import { waitFor } from '../../../src/start/chromium/wait-for.ts'
import { violationsIn } from '../axe.ts'
import { pressButton, textOf } from '../read-panel.ts'
import { barOf, isAllowed, isBlocked, openFix } from '../start-trial.ts'
import { type OpenedInFirefox, openInFirefox } from './open-in-firefox.ts'
import { drivenPage } from './tab.ts'
import { sessionRules } from './trial-tools-in-firefox.ts'

let opened: OpenedInFirefox

afterEach(() => opened?.close())

/** The addresses of the tabs that ask for access. */
const questions = () =>
  opened.firefox.inChrome<string[]>(
    `return gBrowser.browsers.map(({ currentURI }) => currentURI.spec).filter((url) => url.includes('allow.html'))`,
  )

/** The page that asks. */
const questionPage = async () =>
  drivenPage(
    opened.firefox,
    await opened.firefox.inChrome<number>(
      `return gBrowser.browsers.find(({ currentURI }) => currentURI.spec.includes('allow.html')).browserId`,
    ),
  )

async function askForTrial(): Promise<void> {
  opened = await openInFirefox()
  await openFix(opened)
  await pressButton(opened.panel, 'Try it in this tab')
  await pressButton(opened.panel, 'Start the trial')
  await waitFor(async () => (await questions()).length === 1, 'the tab that asks')
  // The tab has its address before its buttons do anything.
  await waitFor(async () => {
    const question = await questionPage()
    return question.evaluate(() => document.readyState === 'complete')
  }, 'its page')
  expect(await textOf(opened.panel, '.trial')).toContain('Confirm the access in the tab')
}

/** Presses a button of the tab that asks, as a person does: only then the browser lets it ask. */
async function press(id: 'allow' | 'cancel'): Promise<void> {
  // Keys go nowhere before the tab and its button have the focus.
  await waitFor(
    () =>
      opened.firefox.inChrome<boolean>(
        `const tab = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.includes('allow.html'))
         gBrowser.selectedTab = tab
         window.focus()
         tab.linkedBrowser.focus()
         const actor = tab.linkedBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands')
         const focus = 'const button = document.getElementById(arguments[0]); button.focus();' +
           'return document.hasFocus() && document.activeElement === button'
         return actor.executeScript(focus, args, { sandboxName: null })`,
        id,
      ),
    'the button to have the focus',
  )
  await opened.firefox.inChrome(
    `const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
     input.beginInputTransactionForTests(window)
     const event = new KeyboardEvent('', { key: 'Enter', code: 'Enter' })
     input.keydown(event, input.KEY_NON_PRINTABLE_KEY)
     input.keyup(event, input.KEY_NON_PRINTABLE_KEY)`,
  )
}

/** Answers the browser's own question, and returns what it asked. */
const answer = async (yes: boolean): Promise<string> => {
  await waitFor(
    () => opened.firefox.inChrome<boolean>('return PopupNotifications.isPanelOpen'),
    'the question',
  )
  return opened.firefox.inChrome<string>(
    `const asked = PopupNotifications.panel.firstElementChild
     const text = PopupNotifications.panel.textContent + asked.getAttribute('label')
     ;(args[0] ? asked.button : asked.secondaryButton).click()
     return text`,
    yes,
  )
}

test('axe-core objects to nothing in the tab that asks', async () => {
  await askForTrial()
  const question = await questionPage()
  expect(await textOf(question, 'main')).toContain(opened.demo.at.catalog)
  expect(await violationsIn(question)).toEqual([])
})

test('the browser asks for the two hosts alone, and the trial begins once it is told so', async () => {
  await askForTrial()
  await press('allow')
  expect(await answer(true)).toContain('localhost')
  await waitFor(async () => (await barOf(opened)) !== '', 'the trial to begin')
  expect(await questions()).toEqual([])
  expect(await sessionRules(opened.firefox)).toBe(2)
  await isAllowed(opened.page)
})

test('access that the browser is told not to give changes nothing', async () => {
  await askForTrial()
  await press('allow')
  await answer(false)
  await press('cancel')
  await waitFor(
    async () => (await textOf(opened.panel, '.trial')).includes('access was refused'),
    'the refusal',
  )
  expect(await questions()).toEqual([])
  expect(await sessionRules(opened.firefox)).toBe(0)
  await isBlocked(opened.page)
})

test('closing the tab that asks refuses it, and changes nothing', async () => {
  await askForTrial()
  await opened.firefox.inChrome(
    `gBrowser.removeTab(gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.includes('allow.html')))`,
  )
  await waitFor(
    async () => (await textOf(opened.panel, '.trial')).includes('access was refused'),
    'the refusal',
  )
  await isBlocked(opened.page)
})
