import { code, type Text, text } from '../../text/text.ts'

/** A public API that doesn't let pages of others call it, or only in its own way. */
export interface ClosedApi {
  readonly name: string
  readonly host: RegExp
  /** Which of its paths; all unless given. */
  readonly path?: RegExp
  /** A parameter of the query with which it does let pages in. */
  readonly unlessQuery?: RegExp
  /** A request header (in lowercase) with which it allows pages. */
  readonly unlessHeader?: string
  /** A request header (in lowercase) without which it allows pages. */
  readonly onlyWithHeader?: string
  /** Whether its responses may still have `Access-Control-Allow-Origin`. */
  readonly sendsAllowOrigin?: true
  readonly advice: Text
  /** Where its provider says so. */
  readonly source: string
}

const FROM_SERVER = text`Call it from your own server, which keeps the key or token, and have the page call that server.`

/** The public APIs that people call from pages in vain, each with what its provider says. */
export const CLOSED_APIS: readonly ClosedApi[] = [
  {
    name: "GitHub's OAuth endpoint",
    host: /^github\.com$/,
    path: /^\/login\/(?:oauth|device)\//,
    advice: text`Exchange the code for a token on your own server. ${code('api.github.com')} does accept pages.`,
    source: 'https://github.com/github/docs/issues/22270',
  },
  {
    name: 'Google Apps Script',
    host: /^script\.google\.com$/,
    path: /^\/(?:a\/)?macros\//,
    advice: text`It can't respond to a preflight. Send the request without one: ${code('POST')} with the body as text (${code("'Content-Type': 'text/plain'")}) and no header of your own, and read ${code('e.postData.contents')} in ${code('doPost')}. Deploy the script with access for "Anyone"; otherwise it redirects to a login. An exception in the script also looks like a CORS error, as does an old deployment.`,
    source: 'https://developers.google.com/apps-script/guides/web',
  },
  {
    name: 'Microsoft Entra ID',
    host: /^login\.(?:microsoftonline\.com|microsoftonline\.us|partner\.microsoftonline\.cn)$/,
    path: /\/token$/,
    advice: text`It only lets pages of applications in whose registration the redirect URI has the type "Single-page application": move it there from "Web" (Authentication, Platform configurations), and use the code flow with PKCE and no client secret.`,
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  },
  {
    name: 'The Anthropic API',
    host: /^api\.anthropic\.com$/,
    unlessHeader: 'anthropic-dangerous-direct-browser-access',
    advice: text`It accepts pages only with the request header ${code('anthropic-dangerous-direct-browser-access: true')}, because the page's visitors can then read the key. ${FROM_SERVER}`,
    source: 'https://github.com/anthropics/anthropic-sdk-typescript',
  },
  {
    name: 'The Notion API',
    host: /^api\.notion\.com$/,
    advice: FROM_SERVER,
    source: 'https://github.com/makenotion/notion-sdk-js/issues/96',
  },
  {
    name: 'The Mailchimp API',
    host: /\.api\.mailchimp\.com$/,
    advice: FROM_SERVER,
    source: 'https://mailchimp.com/developer/marketing/docs/fundamentals/',
  },
  {
    name: 'The SendGrid API',
    host: /^api\.sendgrid\.com$/,
    sendsAllowOrigin: true,
    advice: FROM_SERVER,
    source: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/cors',
  },
  {
    name: 'The Slack API',
    host: /^slack\.com$/,
    path: /^\/api\//,
    onlyWithHeader: 'authorization',
    sendsAllowOrigin: true,
    advice: text`It doesn't allow ${code('Authorization')} in requests from pages. ${FROM_SERVER}`,
    source: 'https://github.com/slackapi/node-slack-sdk/issues/1505',
  },
  {
    name: "Slack's webhooks",
    host: /^hooks\.slack\.com$/,
    onlyWithHeader: 'content-type',
    sendsAllowOrigin: true,
    advice: text`They don't allow ${code('Content-Type: application/json')} in requests from pages. Anybody who sees a webhook's URL can post: send it from your own server.`,
    source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
  },
  {
    name: "MediaWiki's API",
    host: /(?:^|\.)(?:wikipedia|wikimedia|wikidata|wiktionary|wikiquote|wikibooks|wikisource|wikivoyage|mediawiki)\.org$/,
    path: /\/w\/api\.php$/,
    unlessQuery: /[?&](?:origin|crossorigin)=/,
    advice: text`It lets pages in if the URL says so: add ${code('origin=*')} to the query. The response is then that of somebody who isn't logged in.`,
    source: 'https://www.mediawiki.org/wiki/Manual:CORS',
  },
]
