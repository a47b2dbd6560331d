import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { yaml } from '../generators/quote/yaml.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Kong. */
export default defineSetting({
  id: 'kong',
  title: 'Kong',
  kind: 'product',
  language: 'yaml',
  docs: 'https://developer.konghq.com/plugins/cors/',
  syntax: yaml,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  layer: 'proxy',
  signs: [
    header('high', 'X-Kong-Response-Latency'),
    header('medium', 'X-Kong-Upstream-Latency'),
    header('medium', 'Via', /\bkong\//i),
  ],
  write: (policy) => ({
    lines: [
      'plugins:',
      '  - name: cors',
      '    config:',
      `      origins: [${originsOf(policy).map(yaml.literal).join(', ')}]`,
      `      methods: [${policy.methods.map(yaml.literal).join(', ')}]`,
      `      headers: [${policy.headers.map(yaml.literal).join(', ')}]`,
      `      exposed_headers: [${policy.exposed.map(yaml.literal).join(', ')}]`,
      `      credentials: ${policy.credentials}`,
      ...(policy.maxAge === null ? [] : [`      max_age: ${policy.maxAge}`]),
      '      preflight_continue: false',
    ],
    where:
      'In the declarative configuration, for the service, the route or globally; or through the Admin API. It takes effect without a restart.',
    notes: [
      'A route that lists its methods needs `OPTIONS` too, or preflights get 404. `origins` are patterns if they hold more than plain characters.',
    ],
  }),
})
