import { code, text } from '../../text/text.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { json } from './quote/json.ts'

/** An Amazon S3 bucket, in the console's format: a list with one rule. */
export default defineGenerator({
  id: 'aws-s3',
  title: 'Amazon S3 bucket',
  language: 'json',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  syntax: json,
  kind: 'cloud',
  find: 'aws s3api get-bucket-cors --bucket BUCKET',
  proof: parsedBy('JSON.parse and the AWS SDK (client-s3 3.1169.0)'),
  write(policy) {
    const { origins, methods, headers, exposed, credentials, maxAge } = policy
    const why = beyondCloud(policy, {
      cloud: 'S3',
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      instead: text`Put an API or CloudFront in front of the bucket (${code('--for cloudfront')}).`,
    })
    if (why !== null) return { type: 'unsupported', why }
    const rule = {
      AllowedOrigins: origins === '*' ? ['*'] : origins,
      // A rule needs a method, and a GET needs no permission.
      AllowedMethods: methods.length === 0 ? ['GET'] : methods,
      ...(headers.length === 0 ? {} : { AllowedHeaders: headers }),
      ...(exposed.length === 0 ? {} : { ExposeHeaders: exposed }),
      ...(maxAge === null ? {} : { MaxAgeSeconds: maxAge }),
    }
    return {
      code: `${JSON.stringify([rule], null, 2)}\n`,
      where: text`S3 console: bucket, Permissions, Cross-origin resource sharing (CORS), Edit. For ${code('aws s3api put-bucket-cors')}, put ${code('{"CORSRules": …}')} around it; CloudFormation says ${code('ExposedHeaders')} and ${code('MaxAge')}.`,
      removeFirst: [
        text`Wider rules: the first that matches counts.`,
        text`${code('Access-Control-*')} headers that CloudFront adds.`,
      ],
      notes: [
        text`An ${code('<img>')} without ${code('crossorigin')} caches the file without headers or ${code('Vary')}, and a later fetch of it fails.`,
        text`Behind CloudFront, use the origin request policy ${code('CORS-S3Origin')} and allow ${code('OPTIONS')}.`,
        ...(origins === '*' || credentials ? [] : [text`To named origins S3 allows credentials too.`]),
      ],
      toForeign: REFUSED,
    }
  },
})
