import { plural } from '../../internal.ts'

/** The words of the form in which an exchange is edited. */
export const whatIfStrings = {
  open: 'What if…',
  openHint: 'Try headers, methods and origins in an empty form',
  close: 'Close',
  title: 'What if',
  thisExchange: 'This request',
  empty: 'Empty form',
  from: 'Start from',
  intro: 'Edit anything; nothing is sent.',
  reset: 'Reset',
  unknown: "This depends on a response that isn't filled in.",
  next: "You'd hit these next:",
  wrong: 'Not read:',
  leftOut: (count: number): string =>
    `Too many headers for a form: ${plural(count, 'header is', 'headers are')} left out, and the result is without them.`,
  request: 'The page’s request',
  origin: 'Page’s origin',
  method: 'Method',
  credentials: 'Credentials',
  mode: 'Mode',
  headers: 'Headers that the page sets',
  server: 'The server’s responses',
  redirect: (hop: number): string => `After redirect ${hop}`,
  url: 'URL',
  preflightStatus: 'Preflight status (empty: no response)',
  preflightHeaders: 'Preflight response headers',
  status: 'Status (empty: no response)',
  responseHeaders: 'Response headers',
  headerPlaceholder: 'Name: value',
  notKnown: 'not known',
}
