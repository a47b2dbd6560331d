import { header, host, together } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Azure App Service or Functions, platform CORS. */
export default defineSetting({
  id: 'azure-web-apps',
  title: 'Azure App Service or Functions, platform CORS',
  kind: 'product',
  language: 'shell',
  docs: 'https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  layer: 'proxy',
  signs: [
    together('high', host('high', /\.azurewebsites\.net$/), header('high', 'Request-Context', /^appId=/)),
    host('medium', /\.azurewebsites\.net$/),
  ],
  write: (policy) => ({
    lines: [
      `az webapp cors add --resource-group GROUP --name APP --allowed-origins ${originsOf(policy).map(shell.literal).join(' ')}`,
      ...(policy.credentials
        ? [
            'az webapp cors credentials --resource-group GROUP --name APP --enable true # portal: Enable Access-Control-Allow-Credentials',
          ]
        : []),
    ],
    where:
      'In a shell with the Azure CLI (functions: `az functionapp cors …`); or API, CORS in the portal. It takes effect without a restart.',
    notes: [
      'The platform responds before the code and replaces what the code sends: use one of the two. It accepts every method and header, and exposes none.',
    ],
  }),
})
