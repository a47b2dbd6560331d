import type { Find } from './find.ts'
import { definePlacement } from './placement.ts'

/** Code that sets a CORS header in a Python app. */
const SETS_HEADERS: readonly Find[] = [
  { find: String.raw`^[ \t]*\w+(\.\w+)*\[['"]Access-Control-[A-Za-z-]+['"]\][ \t]*=`, takes: 'statement' },
  {
    find: String.raw`^[ \t]*\w+(\.\w+)*\.(add|set|setdefault|append)\(\s*['"]Access-Control-`,
    takes: 'statement',
  },
  { find: String.raw`['"]Access-Control-[A-Za-z-]+['"][ \t]*:`, takes: 'call' },
]

/** Flask: after the app is created, even in a factory. */
export const flask = definePlacement({
  ids: ['flask'],
  removals: [
    { find: String.raw`^[ \t]*(\w+[ \t]*=[ \t]*)?CORS\(`, takes: 'statement' },
    { find: String.raw`^[ \t]*cors\.init_app\(`, takes: 'statement' },
    { find: String.raw`^[ \t]*@cross_origin\b`, takes: 'statement' },
    ...SETS_HEADERS,
  ],
  edits: (code) => [
    { type: 'insert', at: 'after', find: String.raw`^[ \t]*(?<app>\w+)[ \t]*=[ \t]*Flask\(`, code },
  ],
})

/** FastAPI: after everything else, because the middleware added last is the outermost. */
export const fastapi = definePlacement({
  ids: ['fastapi'],
  removals: [
    { find: String.raw`\.add_middleware\(\s*CORSMiddleware\b`, takes: 'statement' },
    { find: String.raw`\bMiddleware\(\s*CORSMiddleware\b`, takes: 'call' },
    ...SETS_HEADERS,
  ],
  edits: (code) => [
    {
      type: 'insert',
      at: 'last',
      find: String.raw`^[ \t]*(?<app>\w+)[ \t]*(?::[^=\n]+)?=[ \t]*FastAPI\(`,
      outermost: String.raw`\b<app>\.mount\(`,
      code,
    },
  ],
})

/** Django: at the end of its settings. */
export const django = definePlacement({
  ids: ['django'],
  removals: [
    { find: String.raw`^CORS_\w+[ \t]*[+]?=`, takes: 'statement' },
    { find: String.raw`['"]corsheaders(\.middleware\.\w+)?['"]`, takes: 'call' },
    ...SETS_HEADERS,
  ],
  edits: (code) => [{ type: 'insert', at: 'end', code }],
})
