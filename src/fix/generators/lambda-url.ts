import { code, text } from '../../text/text.ts'
import { awsCorsLines } from './aws-cors-lines.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'

/**
 * The URL of an AWS Lambda function, by its settings: Lambda then answers preflights without running the function,
 * and adds the headers to what it returns.
 */
export default defineGenerator({
  id: 'lambda-url',
  title: 'AWS Lambda function URL',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors',
  syntax: yaml,
  kind: 'cloud',
  proof: parsedBy('yaml 2.9.1 and the CloudFormation specification (aws-service-spec 0.1.216)'),
  write(policy) {
    const why = beyondCloud(policy, {
      cloud: 'A function URL',
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      instead: text`Leave CORS out of its settings and set the headers in the function (${code('--for lambda')}).`,
    })
    if (why !== null) return { type: 'unsupported', why }
    return {
      code: ['Cors:', ...indented(awsCorsLines(policy)), ''].join('\n'),
      where: text`Under ${code('Properties')} of the ${code('AWS::Lambda::Url')}, or with SAM under ${code('FunctionUrlConfig')} of the ${code('AWS::Serverless::Function')}; then deploy. Without a template: the same names in the console, or as JSON for ${code('aws lambda update-function-url-config --cors')}.`,
      removeFirst: [
        text`Every ${code('Access-Control-*')} header that the function or a framework in it sets: Lambda adds its own beside them, and browsers refuse two ${code('Access-Control-Allow-Origin')}.`,
        text`What the function does for ${code('OPTIONS')}; a preflight does not reach it any more.`,
      ],
      notes: [
        text`Each name is an item of its own; a comma within one makes it a single name that matches nothing.`,
        text`AWS does not say whether its own answers (a 403 without permission, a 429, a 502 after a crash) have the headers; the checks show it.`,
        ...(policy.origins === '*'
          ? []
          : [
              text`With a cache in front, make ${code('Origin')} part of its key; AWS does not promise ${code('Vary')} on every response.`,
            ]),
      ],
      toForeign: REFUSED,
    }
  },
})
