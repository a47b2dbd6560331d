import { host } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { xml } from '../generators/quote/xml.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Azure API Management. */
export default defineSetting({
  id: 'apim',
  title: 'Azure API Management',
  kind: 'product',
  language: 'xml',
  docs: 'https://learn.microsoft.com/azure/api-management/cors-policy',
  syntax: xml,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  layer: 'proxy',
  signs: [host('high', /\.azure-api\.(net|us|cn)$/)],
  write: (policy) => ({
    lines: [
      `<cors allow-credentials="${policy.credentials}">`,
      '  <allowed-origins>',
      ...originsOf(policy).map((origin) => `    <origin>${xml.literal(origin)}</origin>`),
      '  </allowed-origins>',
      `  <allowed-methods${policy.maxAge === null ? '' : ` preflight-result-max-age="${policy.maxAge}"`}>`,
      ...policy.methods.map((method) => `    <method>${xml.literal(method)}</method>`),
      '  </allowed-methods>',
      ...(policy.headers.length === 0
        ? []
        : [
            '  <allowed-headers>',
            ...policy.headers.map((name) => `    <header>${xml.literal(name)}</header>`),
            '  </allowed-headers>',
          ]),
      ...(policy.exposed.length === 0
        ? []
        : [
            '  <expose-headers>',
            ...policy.exposed.map((name) => `    <header>${xml.literal(name)}</header>`),
            '  </expose-headers>',
          ]),
      '</cors>',
    ],
    where:
      'In `<inbound>` of the policy of the API or of all APIs, before any authentication policy. It takes effect without a restart.',
    notes: ["A policy of one operation isn't used for its preflight: set it for the API."],
  }),
})
