/**
 * Explains in tests why CORS blocked a request: fixtures and matchers for Playwright, and a recorder for Playwright and
 * Puppeteer that writes a HAR with preflights.
 *
 * @module
 */
export { type CorsTestInfo, corsFixtures } from './cors-fixtures.ts'
export { corsMatchers, type MatcherResult } from './cors-matchers.ts'
export { explainRecording, type PageExplanation } from './explain-recording.ts'
export type { ProtocolSession } from './protocol-session.ts'
export { recordPage } from './record-page.ts'
export { recordSession } from './record-session.ts'
export type { PlaywrightPage, PuppeteerPage } from './recordable-page.ts'
export type { CorsRecorder, Har } from './recorder.ts'
