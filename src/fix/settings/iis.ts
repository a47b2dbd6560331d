import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { xml } from '../generators/quote/xml.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of IIS, CORS module. */
export default defineSetting({
  id: 'iis',
  title: 'IIS, CORS module',
  kind: 'product',
  language: 'xml',
  docs: 'https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference',
  syntax: xml,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  layer: 'proxy',
  signs: [header('high', 'Server', /^Microsoft-IIS\//i)],
  write: (policy) => ({
    lines: [
      '<system.webServer>',
      '  <cors enabled="true" failUnlistedOrigins="true">',
      ...originsOf(policy).flatMap((origin) => [
        `    <add origin="${xml.literal(origin)}" allowCredentials="${policy.credentials}"${policy.maxAge === null ? '' : ` maxAge="${policy.maxAge}"`}>`,
        '      <allowHeaders>',
        ...policy.headers.map((name) => `        <add header="${xml.literal(name)}" />`),
        '      </allowHeaders>',
        '      <allowMethods>',
        ...policy.methods.map((method) => `        <add method="${xml.literal(method)}" />`),
        '      </allowMethods>',
        '      <exposeHeaders>',
        ...policy.exposed.map((name) => `        <add header="${xml.literal(name)}" />`),
        '      </exposeHeaders>',
        '    </add>',
      ]),
      '  </cors>',
      '</system.webServer>',
    ],
    where: 'In `web.config`; the IIS CORS module has to be installed. It takes effect without a restart.',
    notes: [
      'It responds to preflights before authentication. If WebDAV takes PUT and DELETE (405), remove it: `<modules><remove name="WebDAVModule" /></modules>` and `<handlers><remove name="WebDAV" /></handlers>`.',
      'Remove `customHeaders` and code that send `Access-Control-*`, or they are sent twice.',
    ],
  }),
})
