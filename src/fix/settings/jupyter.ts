import { path } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { python } from '../generators/quote/python.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Jupyter Server. */
export default defineSetting({
  id: 'jupyter',
  title: 'Jupyter Server',
  kind: 'product',
  language: 'python',
  docs: 'https://jupyter-server.readthedocs.io/en/latest/other/full-config.html',
  syntax: python,
  proof: runOn('Jupyter Server 1.23.3'),
  fixed: ['methods', 'headers'],
  signs: [path('medium', /^\/api\/(contents|kernels|kernelspecs|terminals)(\/|$)/)],
  write: (policy) => ({
    lines: [
      originsOf(policy).length === 1
        ? `c.ServerApp.allow_origin = ${python.literal(originsOf(policy)[0] ?? '')}`
        : `c.ServerApp.allow_origin_pat = ${python.literal(
            `^(${originsOf(policy)
              .map((origin) => origin.replace(/[.]/g, '\\.'))
              .join('|')})$`,
          )}`,
      `c.ServerApp.allow_credentials = ${policy.credentials ? 'True' : 'False'}`,
    ],
    where: 'In `jupyter_server_config.py`. Restart it for the change to take effect.',
    notes: [
      'Send the token in `Authorization`. A 403 that names `_xsrf` is no CORS failure.',
      'A preflight for `Authorization` succeeds from every origin; the response itself is still refused.',
    ],
  }),
})
