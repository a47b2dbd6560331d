import { host } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { json } from '../generators/quote/json.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Cloudflare R2. */
export default defineSetting({
  id: 'r2',
  title: 'Cloudflare R2',
  kind: 'product',
  language: 'json',
  docs: 'https://developers.cloudflare.com/r2/buckets/cors/',
  syntax: json,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['credentials'],
  signs: [host('high', /\.r2\.(cloudflarestorage\.com|dev)$/)],
  write: (policy) => ({
    lines: JSON.stringify(
      [
        {
          AllowedOrigins: originsOf(policy),
          AllowedMethods: policy.methods,
          AllowedHeaders: policy.headers,
          ExposeHeaders: policy.exposed,
          ...(policy.maxAge === null ? {} : { MaxAgeSeconds: policy.maxAge }),
        },
      ],
      null,
      2,
    ).split('\n'),
    where:
      'In the dashboard: R2, the bucket, Settings, CORS Policy; takes effect within 30 seconds. It takes effect without a restart.',
    notes: ['Presigned URLs need this too, for the method that they are signed for.'],
  }),
})
