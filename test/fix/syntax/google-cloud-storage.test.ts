import { describe, expect } from 'vitest'
import googleCloudStorage from '../../../src/fix/generators/google-cloud-storage.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { checkedBy } from './checked-by.ts'
import { keepsOrRefuses } from './keeps-or-refuses.ts'
import { schemaErrors, schemaHere } from './schema-errors.ts'

const meant = ({ origins, methods, headers, exposed, maxAge }: CorsPolicy): unknown => [
  {
    origin: origins === '*' ? ['*'] : origins,
    method: methods,
    ...(headers.length + exposed.length === 0
      ? {}
      : { responseHeader: [...new Set([...headers, ...exposed])] }),
    ...(maxAge === null ? {} : { maxAgeSeconds: maxAge }),
  },
]

describe('the CORS file of a Cloud Storage bucket', () => {
  keepsOrRefuses(
    googleCloudStorage,
    (code) => {
      const file: unknown = JSON.parse(code)
      expect(schemaErrors('google-cloud-storage', file)).toEqual([])
      return file
    },
    meant,
    {
      credentials: [{ credentials: true }, 'never sends `Access-Control-Allow-Credentials`'],
      PATCH: [{ methods: ['PATCH'] }, 'not `PATCH`'],
    },
  )
  checkedBy('google-cloud-storage', () => schemaHere('the schema of the storage API'))
})
