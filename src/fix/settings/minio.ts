import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of MinIO. */
export default defineSetting({
  id: 'minio',
  title: 'MinIO',
  kind: 'product',
  language: 'shell',
  docs: 'https://docs.min.io/community/minio-object-store/reference/minio-server/settings/core.html',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [header('high', 'Server', /^MinIO/i)],
  write: (policy) => ({
    lines: [`MINIO_API_CORS_ALLOW_ORIGIN=${shell.literal(originsOf(policy).join(','))}`],
    where: 'In the environment of the server. Restart it for the change to take effect.',
    notes: [
      'It holds for all buckets: the community edition has no CORS per bucket. Methods and headers are always accepted.',
    ],
  }),
})
