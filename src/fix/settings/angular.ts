import { withCode } from '../../text/with-code.ts'
import { header, portOf, together } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { json } from '../generators/quote/json.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Angular CLI dev server. */
export default defineSetting({
  id: 'angular',
  title: 'Angular CLI dev server',
  kind: 'dev server',
  language: 'json',
  docs: 'https://angular.dev/tools/cli/serve',
  syntax: json,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  signs: [
    together('high', portOf('high', '4200'), header('high', 'Vary', /Origin/i)),
    portOf('medium', '4200'),
  ],
  refuses: (policy) =>
    policy.origins !== '*' && policy.origins.length > 1
      ? withCode('it sends one fixed origin: use its proxy instead')
      : null,
  write: (policy) => ({
    lines: JSON.stringify(
      { headers: { 'Access-Control-Allow-Origin': originsOf(policy)[0] } },
      null,
      2,
    ).split('\n'),
    where:
      'In `angular.json`, `projects.NAME.architect.serve.options`. Restart it for the change to take effect.',
    notes: [
      'These are fixed headers: one origin, and no response to preflights. For the API call `/api/…` through `proxyConfig` instead, which needs no CORS.',
    ],
  }),
})
