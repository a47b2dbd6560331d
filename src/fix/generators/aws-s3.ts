import { code, text } from '../../text/text.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { json } from './quote/json.ts'

/** A bucket of Amazon S3, as the console takes it: a list with one rule. */
export default defineGenerator({
  id: 'aws-s3',
  title: 'Amazon S3 bucket',
  language: 'json',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  syntax: json,
  kind: 'cloud',
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
      where: text`S3 console, the bucket, Permissions, Cross-origin resource sharing (CORS), Edit. With ${code('aws s3api put-bucket-cors')} put ${code('{"CORSRules": …}')} around it. CloudFormation says ${code('ExposedHeaders')} and ${code('MaxAge')}.`,
      removeFirst: [
        text`Rules there that are wider: the first one that matches an origin and a method counts.`,
        text`${code('Access-Control-*')} headers that CloudFront or another proxy in front adds.`,
      ],
      notes: [
        text`A change may take a few minutes, and what a browser or CloudFront keeps of before stays; check with curl first.`,
        text`A request without ${code('Origin')} gets no ${code('Vary')}: a picture that ${code('<img>')} loaded without ${code('crossorigin')} is kept without the headers, and a later fetch of it is blocked. Load it the same way everywhere.`,
        text`Behind CloudFront, let ${code('Origin')}, ${code('Access-Control-Request-Method')} and ${code('Access-Control-Request-Headers')} through to S3 (origin request policy ${code('CORS-S3Origin')}) and allow ${code('OPTIONS')}.`,
        text`A signed URL that has run out is a 403, whatever the rule says; an upload must send exactly the headers that were signed.`,
        ...(origins === '*' || credentials
          ? []
          : [
              text`To origins that are named S3 allows credentials too; that cannot be turned off. It reads no cookies.`,
            ]),
      ],
      toForeign: REFUSED,
    }
  },
})
