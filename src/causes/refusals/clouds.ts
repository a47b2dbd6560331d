import { get } from '../../fetch/header-list.ts'
import { code, text } from '../../text/text.ts'
import { isAt, refusal } from './refusal.ts'

/**
 * A Google Cloud function or service isn't public, and its front end refuses every request without a token.
 *
 * Example: 403 of "Google Frontend" to a preflight at `cloudfunctions.net`.
 */
export const googleInvoker = refusal({
  id: 'google-invoker-missing',
  source: 'https://docs.cloud.google.com/run/docs/authenticating/public',
  configuration: 'comes second',
  signs: [
    { certainty: 'high', statuses: [401, 403], body: /Your client does not have permission to get URL/ },
    {
      certainty: 'high',
      statuses: [403],
      headers: { Server: /^Google Frontend$/i, 'Content-Type': /^text\/html/i },
      also: isAt(/\.(cloudfunctions\.net|run\.app)$/),
    },
    {
      certainty: 'medium',
      statuses: [403],
      phase: 'preflight',
      also: isAt(/\.(cloudfunctions\.net|run\.app)$/),
    },
  ],
  summary: ({ host }) =>
    text`The function at ${host} isn't public: Google's front end refused the request (403).`,
  detail: ({ isPreflight }) =>
    text`${isPreflight ? 'A preflight carries no token, so a private function is never reached from a page. ' : ''}Give ${code('allUsers')} the role ${code('roles/run.invoker')} (first generation: ${code('roles/cloudfunctions.invoker')}), or deploy with ${code('--allow-unauthenticated')}, and check the user in the function. A name or region that doesn't exist looks the same: compare the URL with that of the deployed function. The function's CORS code only runs after that.`,
})

/**
 * The storage account has no rule for the page.
 *
 * Example: 403 with `x-ms-error-code: CorsPreflightFailure`.
 */
export const azureStorageRule = refusal({
  id: 'azure-storage-rule',
  source:
    'https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
  signs: [
    { certainty: 'high', headers: { 'x-ms-error-code': /^CorsPreflightFailure$/i } },
    { certainty: 'high', statuses: [403], body: /<Code>CorsPreflightFailure<\/Code>/ },
    {
      certainty: 'medium',
      statuses: [403],
      phase: 'preflight',
      also: isAt(/\.(blob|file|queue|table|dfs)\.core\.windows\.net$/),
    },
  ],
  summary: ({ origin, host }) =>
    text`No CORS rule of the storage account ${host} covers this request from ${origin}.`,
  detail: ({ entry, origin, method }) =>
    text`Azure Storage responds with 403 unless one rule matches origin, method and every header. In the portal: Storage account, Settings, Resource sharing (CORS), the tab of this service: allowed origin ${origin}, method ${method}${headersAsked(get(entry.request.headers, 'Access-Control-Request-Headers'))}. ${code('x-ms-*')} covers the headers of its SDKs.`,
})

const headersAsked = (names: string | null) => (names === null ? text`` : text`, headers ${code(names)}`)

/**
 * The R2 bucket has no CORS policy for the page.
 *
 * Example: 403 to the preflight of an upload with a presigned URL.
 */
export const r2Policy = refusal({
  id: 'r2-policy',
  source: 'https://developers.cloudflare.com/r2/buckets/cors/',
  signs: [
    { certainty: 'high', phase: 'preflight', also: isAt(/\.r2\.cloudflarestorage\.com$|\.r2\.dev$/) },
    { certainty: 'medium', phase: 'actual', also: isAt(/\.r2\.cloudflarestorage\.com$|\.r2\.dev$/) },
  ],
  summary: ({ origin, host, status }) =>
    text`The CORS policy of the R2 bucket at ${host} doesn't cover ${origin} (${status}).`,
  detail: ({ entry, origin, method }) =>
    text`In the dashboard: R2, the bucket, Settings, CORS Policy: ${code('AllowedOrigins')} with ${origin} (no slash at the end), ${code('AllowedMethods')} with ${method}${headersAsked(get(entry.request.headers, 'Access-Control-Request-Headers'))} in ${code('AllowedHeaders')} by name: R2 doesn't accept ${code('*')} there for every client.`,
})

/**
 * S3 redirects a request for a bucket in another region to that region.
 *
 * Example: 307 of `bucket.s3.amazonaws.com` to `bucket.s3.eu-central-1.amazonaws.com`.
 */
export const s3Region = refusal({
  id: 's3-region-redirect',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html',
  configuration: 'comes second',
  evenWithAllowOrigin: true,
  signs: [
    {
      certainty: 'high',
      statuses: [301, 307],
      headers: { Location: /^https?:\/\/[^/]*\bs3[.-][a-z]{2}(-[a-z]{1,12}){1,3}-\d\.amazonaws\.com/i },
      also: isAt(/\bs3([.-][a-z0-9-]{1,40})?\.amazonaws\.com$/),
    },
    { certainty: 'high', statuses: [301], headers: { 'x-amz-bucket-region': /./ } },
  ],
  summary: ({ entry, host }) =>
    text`S3 redirects ${host} to the bucket's region ${code(regionIn(get(entry.response.headers, 'Location') ?? '', get(entry.response.headers, 'x-amz-bucket-region')))} (${entry.response.status}).`,
  detail: ({ entry, isPreflight }) => {
    const region = regionIn(
      get(entry.response.headers, 'Location') ?? '',
      get(entry.response.headers, 'x-amz-bucket-region'),
    )
    const isSigned = /[?&]X-Amz-(Signature|Algorithm)=/i.test(entry.request.url)
    return text`${isPreflight ? "Browsers don't follow the redirect of a preflight. " : ''}${
      isSigned
        ? text`Sign the URL for that region: create the S3 client with ${code(`region: '${region}'`)}. Changing the host of a signed URL by hand breaks its signature.`
        : text`Use the host of the region (${code(`s3.${region}.amazonaws.com`)}) in the page's code.`
    } A new bucket does this for some hours even in its own region. The bucket's CORS rules only apply after that.`
  },
})

const regionIn = (location: string, header: string | null): string =>
  header ?? /\bs3[.-]([a-z]{2}(?:-[a-z]+)+-\d)\./i.exec(location)?.[1] ?? 'of the bucket'

/**
 * CloudFront's cache behavior allows only some methods.
 *
 * Example: 403 of CloudFront to OPTIONS.
 */
export const cloudfrontMethods = refusal({
  id: 'cloudfront-methods',
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  signs: [
    { certainty: 'high', statuses: [403], body: /not configured to allow the HTTP request method/ },
    { certainty: 'high', statuses: [403], phase: 'preflight', headers: { Server: /^CloudFront$/i } },
    {
      certainty: 'medium',
      statuses: [403],
      phase: 'actual',
      headers: { Server: /^CloudFront$/i },
      also: ({ request }) => !['GET', 'HEAD'].includes(request.method),
    },
  ],
  configuration: 'comes second',
  summary: ({ isPreflight, method }) =>
    text`CloudFront refused the ${isPreflight ? text`preflight` : text`${method}`} (403) before it reached the origin.`,
  detail: ({ isPreflight }) =>
    text`By default a behavior allows ${code('GET, HEAD')} only. Set ${code('AllowedMethods')} of the behavior for this path to ${code('GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE')}${isPreflight ? text`, and let it forward ${code('Origin')}, ${code('Access-Control-Request-Method')} and ${code('Access-Control-Request-Headers')} (origin request policy ${code('CORS-CustomOrigin')} or ${code('CORS-S3Origin')}), or add a response headers policy with CORS` : ''}. A 403 "Request blocked" is that of AWS WAF or a geographic restriction instead.`,
})

/**
 * A Cloudflare Worker threw an exception.
 *
 * Example: 500 "error code: 1101".
 */
export const cloudflareWorker = refusal({
  id: 'cloudflare-worker-exception',
  source: 'https://developers.cloudflare.com/workers/observability/errors/',
  configuration: 'comes second',
  signs: [
    { certainty: 'high', statuses: [500], body: /error code: 1101|Worker threw exception/ },
    {
      certainty: 'high',
      statuses: [500],
      headers: { Server: /^cloudflare$/i, 'Content-Type': /^text\/plain/i },
      lengths: [16],
      without: ['CF-Cache-Status', 'X-Powered-By'],
    },
  ],
  summary: () =>
    text`The Worker threw an exception (${code('error code: 1101')}), so Cloudflare responded for it.`,
  detail: () =>
    text`See the exception with ${code('wrangler tail')} or in the dashboard under Workers, Logs, and fix that first. Wrap the handler in ${code('try')} and ${code('catch')} and return errors with the CORS headers, so that the page can read them.`,
})
