import { isSchemelesslySameSite } from '../knowledge/site.ts'
import { parseUrl } from '../parse-url.ts'

/** Public APIs of companies, by the end of their host names. Their users can't configure them. */
const PROVIDERS: readonly (readonly [string, RegExp])[] = [
  ['Airtable', /^api\.airtable\.com$/],
  ['Anthropic', /^api\.anthropic\.com$/],
  ['Atlassian', /^(api\.atlassian\.com|[a-z0-9-]+\.atlassian\.net)$/],
  ['Dropbox', /^(api|content)\.dropboxapi\.com$/],
  ['GitHub', /^(api\.github\.com|github\.com|raw\.githubusercontent\.com)$/],
  ['GitLab', /^gitlab\.com$/],
  // Buckets are their owners', who set their rules.
  [
    'Google',
    /^(?!(.*\.)?(firebase)?storage\.)(.*\.)?(googleapis|gstatic)\.com$|^(www|accounts|docs)\.google\.com$/,
  ],
  ['HubSpot', /^api\.(hubapi|hubspot)\.com$/],
  ['LinkedIn', /^api\.linkedin\.com$/],
  ['Mailchimp', /^[a-z0-9]+\.api\.mailchimp\.com$/],
  ['Mailgun', /^api\.(eu\.)?mailgun\.net$/],
  ['Meta', /^graph\.(facebook|instagram)\.com$/],
  ['Microsoft', /^(graph\.microsoft\.com|login\.microsoftonline\.com)$/],
  ['Notion', /^api\.notion\.com$/],
  ['OpenAI', /^api\.openai\.com$/],
  ['OpenWeather', /^api\.openweathermap\.org$/],
  ['PayPal', /^api(-m)?(\.sandbox)?\.paypal\.com$/],
  ['Reddit', /^(www|oauth|api)\.reddit\.com$/],
  ['SendGrid', /^api\.(eu\.)?sendgrid\.com$/],
  ['Slack', /^(hooks\.)?slack\.com$/],
  ['Spotify', /^(api|accounts)\.spotify\.com$/],
  ['Stripe', /^(api|files)\.stripe\.com$/],
  ['Telegram', /^api\.telegram\.org$/],
  ['Twilio', /^api\.twilio\.com$/],
  ['Twitch', /^(api|id)\.twitch\.tv$/],
  ['X', /^api\.(x|twitter)\.com$/],
]

/**
 * Returns the well-known company that an API origin belongs to, or null. That company's own pages may still be able to
 * change it.
 */
export function providerOf(target: string, pages: readonly string[]): string | null {
  const parsed = parseUrl(target)
  if (parsed === null) return null
  const { hostname } = parsed
  const [name] = PROVIDERS.find(([, pattern]) => pattern.test(hostname)) ?? []
  // What a site is takes a list that is long to load.
  return name === undefined || pages.some((page) => isSchemelesslySameSite(page, target)) ? null : name
}
