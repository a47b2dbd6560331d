import { withCode } from '../../text/with-code.ts'
import { path, portOf } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Ollama. */
export default defineSetting({
  id: 'ollama',
  title: 'Ollama',
  kind: 'product',
  language: 'shell',
  docs: 'https://docs.ollama.com/faq',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  signs: [
    portOf('high', '11434'),
    path('low', /^\/api\/(chat|generate|tags|embed|embeddings|show|ps|version)$/),
  ],
  refuses: (policy) =>
    policy.credentials
      ? withCode('it never allows credentials: send a token in `Authorization` instead of cookies')
      : null,
  write: (policy) => ({
    lines: [`OLLAMA_ORIGINS=${shell.literal(originsOf(policy).join(','))}`],
    where:
      "In the environment of the server: `systemctl edit ollama` on Linux, `launchctl setenv` on macOS, the system's environment variables on Windows. Restart it for the change to take effect.",
    notes: [
      "An origin that isn't listed gets an empty 403, for every method. Credentials are never allowed.",
    ],
  }),
})
