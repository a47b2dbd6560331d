import { header, path, together } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of vLLM. */
export default defineSetting({
  id: 'vllm',
  title: 'vLLM',
  kind: 'product',
  language: 'shell',
  docs: 'https://docs.vllm.ai/en/latest/cli/serve.html',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['exposed', 'maxAge'],
  signs: [
    together(
      'medium',
      path('medium', /^\/v1\/(chat\/completions|completions|models|embeddings)$/),
      header('medium', 'Server', /^uvicorn$/i),
    ),
  ],
  write: (policy) => ({
    lines: [
      `vllm serve MODEL --allowed-origins ${shell.literal(JSON.stringify(originsOf(policy)))} --allowed-methods ${shell.literal(JSON.stringify(policy.methods))} --allowed-headers ${shell.literal(JSON.stringify(policy.headers))}${policy.credentials ? ' --allow-credentials' : ''}`,
    ],
    where:
      'In the command that starts it; each value is a JSON list. Restart it for the change to take effect.',
    notes: [],
  }),
})
