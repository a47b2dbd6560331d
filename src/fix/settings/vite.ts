import { path, portOf } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { corsOptions } from './cors-options.ts'
import { defineSetting } from './setting.ts'

/** The CORS setting of Vite. */
export default defineSetting({
  id: 'vite',
  title: 'Vite',
  kind: 'dev server',
  language: 'javascript',
  docs: 'https://vite.dev/config/server-options#server-cors',
  syntax: javascript,
  proof: runOn('Vite 8.3.8'),
  fixed: [],
  signs: [portOf('medium', '5173'), path('high', /^\/@(vite|id|fs)\//)],
  write: (policy) => ({
    lines: ['server: {', '  cors: {', ...corsOptions(policy).map((line) => `    ${line}`), '  },', '},'],
    where:
      'In `defineConfig({ … })` of `vite.config.js` (or `.ts`), beside `server.proxy` if there is one. The server restarts by itself when the file changes.',
    notes: [
      'Vite responds to every preflight itself, so an API behind `server.proxy` never sees `OPTIONS`; `cors: false` passes them on.',
      "A page that Vite serves needs no CORS for Vite's own proxy: call it by a path such as `/api/…` instead of the full URL.",
      'A 403 "Blocked request" is about the host: add it to `server.allowedHosts`.',
    ],
  }),
})
