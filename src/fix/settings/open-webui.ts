import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Open WebUI. */
export default defineSetting({
  id: 'open-webui',
  title: 'Open WebUI',
  kind: 'product',
  language: 'shell',
  docs: 'https://docs.openwebui.com/reference/env-configuration/',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [path('low', /^\/api\/(chat\/completions|v1\/(auths|chats|models))/)],
  write: (policy) => ({
    lines: [`CORS_ALLOW_ORIGIN=${shell.literal(originsOf(policy).join(';'))}`],
    where:
      'In the environment of the server; separated by semicolons, with the URLs of Open WebUI itself. Restart it for the change to take effect.',
    notes: ['A comma instead of a semicolon makes one wrong origin.'],
  }),
})
