import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import awsS3 from '../../../src/fix/generators/aws-s3.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { codeOf } from '../servers/start/code-of.ts'
import { versionOfPackage } from '../servers/start/installed.ts'
import { checkedBy } from './checked-by.ts'
import { keepsOrRefuses } from './keeps-or-refuses.ts'

interface Sdk {
  readonly S3Client: new (options: unknown) => { readonly send: (command: unknown) => Promise<unknown> }
  readonly PutBucketCorsCommand: new (input: unknown) => unknown
}

const meant = ({ origins, methods, headers, exposed, maxAge }: CorsPolicy): unknown => [
  {
    AllowedOrigins: origins === '*' ? ['*'] : origins,
    AllowedMethods: methods,
    ...(headers.length === 0 ? {} : { AllowedHeaders: headers }),
    ...(exposed.length === 0 ? {} : { ExposeHeaders: exposed }),
    ...(maxAge === null ? {} : { MaxAgeSeconds: maxAge }),
  },
]

/** Returns what the SDK of AWS would send to S3; a member that it does not know, it leaves out. */
async function sentByTheSdk(rules: unknown): Promise<string> {
  const { S3Client, PutBucketCorsCommand } = createRequire(
    new URL('../servers/package.json', import.meta.url),
  )('@aws-sdk/client-s3') as Sdk
  let sent = ''
  const requestHandler = {
    handle: (request: { readonly body: string }) => {
      sent = request.body
      return Promise.reject(new Error('not sent'))
    },
  }
  const client = new S3Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler,
    maxAttempts: 1,
  })
  const input = { Bucket: 'bucket', CORSConfiguration: { CORSRules: rules } }
  await client.send(new PutBucketCorsCommand(input)).catch(() => null)
  return sent
}

describe('the rule of an S3 bucket', () => {
  keepsOrRefuses(awsS3, (code) => JSON.parse(code), meant, {
    PATCH: [{ methods: ['PATCH'] }, 'not `PATCH`'],
    'a name that S3 would read as a pattern': [{ headers: ['x-amz-*'] }, 'the `*` in `x-amz-*`'],
  })

  test('is one that the SDK of AWS knows, part for part', async () => {
    const sent = await sentByTheSdk(JSON.parse(codeOf(awsS3, policies.credentials)))
    const values = (name: string) => [...sent.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g'))].map((m) => m[1])
    expect(values('AllowedOrigin')).toEqual(policies.credentials.origins)
    expect(values('AllowedMethod')).toEqual(policies.credentials.methods)
    expect(values('AllowedHeader')).toEqual(policies.credentials.headers)
    expect(values('ExposeHeader')).toEqual(policies.credentials.exposed)
    expect(values('MaxAgeSeconds')).toEqual(['7200'])
  })

  checkedBy(
    'aws-s3',
    () => `JSON.parse and the AWS SDK (client-s3 ${versionOfPackage('@aws-sdk/client-s3')})`,
  )
})
