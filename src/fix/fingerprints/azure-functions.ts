import { defineFingerprint } from './fingerprint.ts'
import { host, where } from './sign.ts'

/** The host is that of every App Service; functions are under `/api/` by default. */
export default defineFingerprint({
  id: 'azure-functions',
  title: 'Azure Functions',
  layer: 'app',
  signs: [where(host('low', /\.azurewebsites\.net$/), ({ path }) => path.startsWith('/api/'))],
})
