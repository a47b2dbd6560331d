import { code, text } from '../../text/text.ts'
import { awsCorsLines } from './aws-cors-lines.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'

/**
 * The URL of an AWS Lambda function, by its settings: Lambda then responds to preflights without running the function,
 * and adds the headers to the function's responses.
 */
export default defineGenerator({
  id: 'lambda-url',
  title: 'AWS Lambda function URL',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors',
  syntax: yaml,
  kind: 'cloud',
  find: grepFor('cors|access-control-'),
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
      where: text`Under ${code('Properties')} of the ${code('AWS::Lambda::Url')}, or ${code('FunctionUrlConfig')} of the ${code('AWS::Serverless::Function')}; then deploy. Or the same names in the console.`,
      removeFirst: [
        text`${code('Access-Control-*')} headers of the function or its framework: Lambda adds its own beside them.`,
        text`What the function does for ${code('OPTIONS')}; preflights no longer reach it.`,
      ],
      notes: [
        text`Write each name as its own item: a comma makes it one name.`,
        text`AWS's own 403, 429 and 502 may have no headers.`,
        ...(policy.origins === '*'
          ? []
          : [
              text`Behind a cache, make ${code('Origin')} part of its key: AWS doesn't promise ${code('Vary')}.`,
            ]),
      ],
      toForeign: REFUSED,
    }
  },
})
