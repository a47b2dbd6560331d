import type { Find } from './find.ts'
import { definePlacement } from './placement.ts'

/** What sets a header of CORS in an app of Python. */
const SETS_HEADERS: readonly Find[] = [
  { find: String.raw`^[ \t]*\w+(\.\w+)*\[['"]Access-Control-[A-Za-z-]+['"]\][ \t]*=`, takes: 'statement' },
  {
    find: String.raw`^[ \t]*\w+(\.\w+)*\.(add|set|setdefault|append)\(\s*['"]Access-Control-`,
    takes: 'statement',
  },
  { find: String.raw`['"]Access-Control-[A-Za-z-]+['"][ \t]*:`, takes: 'call' },
]

/** Flask: after the app is created, in a factory too. */
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

/** Where an app of FastAPI was created before this, whatever its name. */
const CREATED = String.raw`[ \t]*(?::[^=\n]+)?=[ \t]*FastAPI\([^]*`

/** FastAPI: after all other middleware, at the end of its module or of the function that creates it. */
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
      at: 'before',
      find: String.raw`(?:^(?=if __name__\b)|(?![^]))(?<=^(?<app>\w+)${CREATED})`,
      otherwise: 'nothing',
      code: `\n\n${code}`,
    },
    {
      type: 'insert',
      at: 'before',
      find: String.raw`^[ \t]+return (?<app>\w+)[ \t]*$(?<=^[ \t]+\k<app>${CREATED})`,
      otherwise: 'nothing',
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
