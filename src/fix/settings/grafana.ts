import { withCode } from '../../text/with-code.ts'
import { cookie, path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { plainValues } from './plain-values.ts'
import { defineSetting } from './setting.ts'

/** The CORS setting of Grafana. */
export default defineSetting({
  id: 'grafana',
  title: 'Grafana',
  kind: 'product',
  language: 'nginx',
  docs: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/',
  syntax: plainValues,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [
    path('low', /^\/api\/(ds\/query|dashboards|datasources)(\/|$)/),
    cookie('high', /^grafana_session/),
  ],
  refuses: () =>
    withCode(
      'it has no CORS setting: the proxy in front has to send the headers (`whycors fix --for nginx`)',
    ),
  write: () => ({
    lines: ['# Grafana has no CORS setting: the proxy in front has to send the headers'],
    where: 'Nowhere in Grafana. It takes effect without a restart.',
    notes: [
      'A 403 `origin not allowed` is its CSRF check: let the proxy pass on the `Host` header, or list the host in `csrf_trusted_origins`.',
    ],
  }),
})
