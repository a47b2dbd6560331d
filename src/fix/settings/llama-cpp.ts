import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { plainValues } from './plain-values.ts'
import { defineSetting, refusesAllButEveryWebsite } from './setting.ts'

/** The CORS setting of llama.cpp server. */
export default defineSetting({
  id: 'llama-cpp',
  title: 'llama.cpp server',
  kind: 'product',
  language: 'shell',
  docs: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  syntax: plainValues,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  signs: [header('high', 'Server', /^llama\.cpp$/i)],
  refuses: refusesAllButEveryWebsite,
  write: () => ({
    lines: ['# nothing to set: the server allows every origin without credentials'],
    where: 'Nowhere. It takes effect without a restart.',
    notes: [
      'With an API key, a preflight passes and the request needs `Authorization`. A refusal is an error of another kind: read its body with curl.',
    ],
  }),
})
