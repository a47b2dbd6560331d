import { isError, type Responder } from './responder.ts'

const AMAZON_ID = /^[\w+/=-]+$/

/** Gateways, load balancers and firewalls of cloud providers. */
export const clouds: readonly Responder[] = [
  {
    id: 'api-gateway-rest',
    name: 'API Gateway',
    layer: 'gateway',
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    own: [
      { certainty: 'high', headers: { 'x-amzn-errortype': /./, 'x-amz-apigw-id': AMAZON_ID } },
      {
        certainty: 'high',
        headers: { 'x-amzn-errortype': /./ },
        host: /\.execute-api\.[\w-]+\.amazonaws\.com/,
      },
      {
        certainty: 'medium',
        statuses: [403],
        headers: { 'x-amz-apigw-id': AMAZON_ID, 'Content-Type': /json/i },
        without: ['x-amzn-trace-id'],
        lengths: [23, 42],
      },
    ],
    passes: [{ certainty: 'high', headers: { 'x-amz-apigw-id': AMAZON_ID } }],
  },
  {
    id: 'api-gateway-http',
    name: 'API Gateway',
    layer: 'gateway',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html',
    own: Object.entries({ 401: 26, 403: 23, 404: 23, 429: 31, 500: 35, 503: 33 }).map(([status, length]) => ({
      certainty: 'medium' as const,
      statuses: [Number(status)],
      headers: { 'apigw-requestid': AMAZON_ID, 'Content-Type': /json/i },
      lengths: [length],
    })),
    passes: [{ certainty: 'high', headers: { 'apigw-requestid': AMAZON_ID } }],
  },
  {
    id: 'lambda-url',
    name: 'the Lambda function URL',
    layer: 'gateway',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html',
    own: [
      { certainty: 'high', headers: { 'x-amzn-errortype': /./ }, host: /\.lambda-url\.[\w-]+\.on\.aws$/ },
    ],
  },
  {
    id: 'aws-alb',
    name: 'the AWS load balancer',
    layer: 'gateway',
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    own: [{ certainty: 'high', headers: { Server: /^awselb\//i } }],
  },
  {
    id: 'aws-waf',
    name: 'AWS WAF',
    layer: 'gateway',
    source:
      'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html',
    own: [{ certainty: 'high', headers: { 'x-amzn-waf-action': /./ } }],
  },
  {
    id: 'azure-application-gateway',
    name: 'Azure Application Gateway',
    layer: 'gateway',
    source: 'https://learn.microsoft.com/azure/application-gateway/http-response-codes',
    own: [
      { certainty: 'high', headers: { Server: /^Microsoft-Azure-Application-Gateway/i } },
      { certainty: 'high', body: /<center>Microsoft-Azure-Application-Gateway/ },
    ],
  },
  {
    id: 'azure-api-management',
    name: 'Azure API Management',
    layer: 'gateway',
    source: 'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies',
    own: [{ certainty: 'high', body: /^\{ ?"statusCode": ?\d{3}, ?"message":/, host: /\.azure-api\.net$/ }],
  },
  {
    id: 'azure-app-service',
    name: 'Azure App Service',
    layer: 'gateway',
    source: 'https://learn.microsoft.com/azure/app-service/app-service-ip-restrictions',
    own: [{ certainty: 'high', headers: { 'x-ms-forbidden-ip': /./ } }],
  },
  {
    id: 'google-front-end',
    name: "Google's front end",
    layer: 'gateway',
    source: 'https://cloud.google.com/run/docs/troubleshooting',
    own: [
      {
        certainty: 'high',
        body: /Your client does not have permission to get URL|That’s an error\.|Error: Server Error/,
      },
      {
        certainty: 'medium',
        statuses: isError,
        headers: { Server: /^Google Frontend$/i, 'Content-Type': /^text\/html; charset=UTF-8$/ },
        without: ['X-Powered-By'],
      },
    ],
    passes: [
      { certainty: 'high', headers: { Server: /^Google Frontend$/i } },
      { certainty: 'high', headers: { Via: /^1\.1 google$/i } },
    ],
  },
  {
    id: 'google-iap',
    name: 'Identity-Aware Proxy',
    layer: 'gateway',
    source: 'https://cloud.google.com/iap/docs/faq',
    own: [{ certainty: 'high', headers: { 'x-goog-iap-generated-response': /./ } }],
  },
]
