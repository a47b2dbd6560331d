import type { BrowserName } from './situation.ts'

type Reasons = Partial<Record<BrowserName, string>>

const credentials = 'where a preflight fails, nothing shows whether the request was to carry credentials'
const sameInFirefox =
  'Firefox marks no outcome, and without Sec-Fetch-Storage-Access nothing shows whether credentials were to be sent'
const worker = 'of a worker’s blocked request, Chromium records neither headers nor status'
const sharedWorker = 'the DevTools of a page record nothing of a shared worker'
const notRecorded = 'refused before it was made: nothing is recorded'
const ofServiceWorker =
  'the page’s own entry has neither headers nor status; the service worker’s may be any other request'
const firefoxServiceWorker =
  'Firefox records the page’s request without an answer, and none of the service worker’s own'
const rules = 'the recording shows the headers that the server sent, not those that an extension left'

const both = (reason: string): Reasons => ({ chromium: reason, firefox: reason })

/** Situations that a browser's recording leaves open, each with what it lacks. An entry that is decided after all is a fault. */
export const undecided: Readonly<Record<string, Reasons>> = {
  'cache-copy-after-passed-preflight': { chromium: credentials },
  'cache-another-origins-copy-vary': { firefox: sameInFirefox },
  'cache-same-site-other-origin': { firefox: sameInFirefox },
  'preflight-kept-then-another-header': { chromium: credentials },
  'preflight-kept-then-another-method': { chromium: credentials },
  'preflight-refused-then-passes': { chromium: credentials },
  'preflight-304': { chromium: credentials },
  'preflight-401': { chromium: credentials },
  'preflight-headers-garbage': { chromium: credentials },
  'preflight-methods-garbage': { chromium: credentials },
  'preflight-method-in-lower-case': { chromium: credentials },
  'preflight-methods-missing': { chromium: credentials },
  'preflight-two-headers': { chromium: credentials },
  'preflight-redirected': {
    firefox: 'which of two codes Firefox gives a redirected preflight depends on the redirect mode',
  },
  'concurrent-mixed': { chromium: credentials },
  'concurrent-mixed-kept': { chromium: credentials },
  'concurrent-anonymous-and-authorized': { chromium: credentials },
  'concurrent-anonymous-then-authorized': { chromium: credentials },
  'worker-no-header': { chromium: worker },
  'worker-put-then-no-header': { chromium: worker },
  'worker-put-refused': { chromium: credentials },
  'worker-include-star': { chromium: worker },
  'blob-worker-no-header': { chromium: worker },
  'blob-worker-put-then-no-header': { chromium: worker },
  'blob-worker-put-refused': { chromium: credentials },
  'blob-worker-include-star': { chromium: worker },
  'shared-worker-shared': both(sharedWorker),
  'shared-worker-no-header': both(sharedWorker),
  'shared-worker-put': both(sharedWorker),
  'shared-worker-put-then-no-header': both(sharedWorker),
  'shared-worker-put-refused': both(sharedWorker),
  'shared-worker-include-star': both(sharedWorker),
  'shared-worker-include': both(sharedWorker),
  'shared-worker-xhr': both(sharedWorker),
  'sandbox-put-refused': both(credentials),
  'sandbox-shared': { firefox: sameInFirefox },
  'sandbox-xhr': { firefox: sameInFirefox },
  'service-worker-passthrough-no-header': { firefox: firefoxServiceWorker },
  'service-worker-passthrough-put-no-header': { chromium: ofServiceWorker, firefox: firefoxServiceWorker },
  'service-worker-passthrough-put-refused': { chromium: ofServiceWorker, firefox: firefoxServiceWorker },
  'service-worker-passthrough-include-star': { firefox: firefoxServiceWorker },
  'service-worker-silent-put-refused': { chromium: credentials },
  'redirect-from-own-to-other': { firefox: sameInFirefox },
  'redirect-to-app': { firefox: 'Firefox does not record what a redirect to another scheme came to' },
  'redirect-to-mail': { firefox: 'Firefox does not record what a redirect to another scheme came to' },
  'redirect-to-data': { firefox: 'Firefox does not record what a redirect to another scheme came to' },
  'redirect-to-blob': { firefox: 'Firefox does not record what a redirect to another scheme came to' },
  'redirect-own-to-data': { firefox: 'Firefox does not record what a redirect to another scheme came to' },
  'redirect-mode-error': {
    firefox: 'a redirect that was not followed may be one that the page did not want followed',
  },
  'redirect-mode-manual': both(
    'a redirect that was not followed may have been handed to the page, or refused',
  ),
  'element-track-plain': { firefox: notRecorded },
  'stream-body-not-gzip': { firefox: 'Firefox records nothing of a body that it cannot decode' },
  'stream-body-not-gzip-blocked': { firefox: 'Firefox records nothing of a body that it cannot decode' },
  'outside-csp': both(notRecorded),
  'outside-csp-put': both(notRecorded),
  'outside-csp-img': { firefox: notRecorded },
  'outside-csp-after-redirect': {
    firefox:
      'the redirect’s target is refused before it is asked for, and the redirect looks like one that was not followed',
  },
  'outside-mixed-fetch': { firefox: notRecorded },
  'outside-mixed-put': { firefox: notRecorded },
  'outside-mixed-script': { firefox: notRecorded },
  'outside-port-closed': { firefox: notRecorded },
  'mode-same-origin': both(notRecorded),
  'mode-other-port-shared': { firefox: sameInFirefox },
  'mode-same-site-shared': { firefox: sameInFirefox },
  'mode-same-site-include-star': { firefox: sameInFirefox },
  'method-lower-case-patch': { chromium: credentials },
  'method-own-name-refused': { chromium: credentials },
  'method-trace': both(notRecorded),
  'method-delete-refused': { chromium: credentials },
  'range-suffix': { chromium: credentials },
  'header-json-refused': { chromium: credentials },
  'plain-shared': { firefox: sameInFirefox },
  'plain-include-star': { firefox: sameInFirefox },
  'plain-same-site': { firefox: sameInFirefox },
  'plain-cached-copy': { firefox: sameInFirefox },
  'plain-never-read': { firefox: sameInFirefox },
  'rules-strip-header': { chromium: rules },
}

/** Listed situations that the browser records now with more, now with less: they are decided in some runs. */
export const varying: Readonly<Record<string, BrowserName | undefined>> = {
  'outside-csp-after-redirect': 'firefox',
  'service-worker-passthrough-put-no-header': 'chromium',
}
