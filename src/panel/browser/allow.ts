import { hostsOf } from '../trial/trial-messages.ts'
import { trialStrings } from '../trial/trial-strings.ts'
import { browser } from './browser.ts'

// A separate page, because Firefox only asks for access after a click in an extension's page. The background is notified
// of the access, starts the trial and closes this tab.
const query = new URLSearchParams(location.search)
const asked = { target: query.get('target') ?? '', origin: query.get('origin') ?? '' }

const what = document.getElementById('what')
const refused = document.getElementById('refused')
if (what !== null) what.textContent = trialStrings.whatAccess(asked.origin, asked.target)

document.getElementById('allow')?.addEventListener('click', () => {
  void browser.permissions.request({ origins: [...hostsOf(asked)] }).then((granted) => {
    if (!granted && refused !== null) refused.textContent = trialStrings.notGranted
  })
})
document.getElementById('cancel')?.addEventListener('click', () => {
  // A script can't close a window here that no script has opened.
  void browser.tabs.getCurrent().then(({ id }) => browser.tabs.remove(id ?? []))
})
