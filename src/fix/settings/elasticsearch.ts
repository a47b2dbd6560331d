import { emptyError, header, path, together } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { yaml } from '../generators/quote/yaml.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Elasticsearch or OpenSearch. */
export default defineSetting({
  id: 'elasticsearch',
  title: 'Elasticsearch or OpenSearch',
  kind: 'product',
  language: 'yaml',
  docs: 'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/networking-settings',
  syntax: yaml,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [
    header('high', 'X-elastic-product'),
    together('medium', path('medium', /^\/[^/]+\/_(search|doc|bulk|count)\b/), emptyError('medium', 403)),
  ],
  write: (policy) => ({
    lines: [
      'http.cors.enabled: true',
      `http.cors.allow-origin: ${yaml.literal(originsOf(policy).join(','))}`,
      `http.cors.allow-methods: ${yaml.literal(['OPTIONS', ...policy.methods].join(','))}`,
      `http.cors.allow-headers: ${yaml.literal([...new Set(['x-requested-with', 'content-type', 'content-length', 'authorization', ...policy.headers])].join(','))}`,
      ...(policy.exposed.length === 0
        ? []
        : [`http.cors.expose-headers: ${yaml.literal(policy.exposed.join(','))}`]),
      `http.cors.allow-credentials: ${policy.credentials}`,
      ...(policy.maxAge === null ? [] : [`http.cors.max-age: ${policy.maxAge}`]),
    ],
    where:
      'In `elasticsearch.yml` (or `opensearch.yml`) of every node. Restart it for the change to take effect.',
    notes: ['With `enabled: true` and no origin, every browser gets 403.'],
  }),
})
