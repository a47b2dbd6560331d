import { defineFingerprint } from './fingerprint.ts'
import { body, header, where, without } from './sign.ts'

/** Its own server is Kestrel, and its errors have a typical JSON form. Behind IIS, the older ASP.NET adds its version. */
export default defineFingerprint({
  id: 'aspnet-core',
  title: 'ASP.NET Core',
  layer: 'app',
  signs: [
    header('high', 'Server', /^Kestrel$/),
    body('high', /"type":"https:\/\/tools\.ietf\.org\/html\/rfc\d[^"]*","title":"[^"]*","status":\d{3}/),
    where(header('medium', 'X-Powered-By', /^ASP\.NET$/), without('X-AspNet-Version', 'X-AspNetMvc-Version')),
  ],
})
