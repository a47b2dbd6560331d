import { code, text } from '../../text/text.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { json } from './quote/json.ts'

/** A Google Cloud Storage bucket (also of Firebase Storage): the file for `gcloud`. */
export default defineGenerator({
  id: 'google-cloud-storage',
  title: 'Google Cloud Storage bucket',
  language: 'json',
  docs: 'https://cloud.google.com/storage/docs/using-cors',
  syntax: json,
  kind: 'cloud',
  find: 'gcloud storage buckets describe gs://BUCKET --format="default(cors_config)"',
  proof: parsedBy('JSON.parse and ajv 8.20.0 with the schema of the storage API'),
  write(policy) {
    const { origins, methods, headers, exposed, credentials, maxAge } = policy
    if (credentials)
      return {
        type: 'unsupported',
        why: text`Cloud Storage never sends ${code('Access-Control-Allow-Credentials')}. Let the page ask without credentials and with a signed URL, or put your own server in front of the bucket.`,
      }
    const why = beyondCloud(policy, {
      cloud: 'Cloud Storage',
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      instead: text`Put your own server in front of the bucket.`,
    })
    if (why !== null) return { type: 'unsupported', why }
    const names = [...new Set([...headers, ...exposed])]
    const rule = {
      origin: origins === '*' ? ['*'] : origins,
      // A rule needs a method, and a GET needs no permission.
      method: methods.length === 0 ? ['GET'] : methods,
      ...(names.length === 0 ? {} : { responseHeader: names }),
      ...(maxAge === null ? {} : { maxAgeSeconds: maxAge }),
    }
    return {
      code: `${JSON.stringify([rule], null, 2)}\n`,
      where: text`${code('cors.json')}, then ${code('gcloud storage buckets update gs://BUCKET --cors-file=cors.json')}.`,
      removeFirst: [text`Nothing: the file replaces all rules. Copy what other sites need into it.`],
      notes: [
        ...(names.length === 0
          ? []
          : [text`${code('responseHeader')} is one list for what pages send and read.`]),
        text`${code('storage.cloud.google.com')} and the JSON API don't use it.`,
        text`Cached downloads keep the old headers, for an hour if public.`,
        ...(origins === '*' ? [] : [text`Behind a cache, make ${code('Origin')} part of its key.`]),
      ],
      toForeign: REFUSED,
    }
  },
})
