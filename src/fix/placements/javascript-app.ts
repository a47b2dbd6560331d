import type { Edit } from './edit.ts'
import type { Find } from './find.ts'
import { definePlacement, type Placement } from './placement.ts'

const NAME = String.raw`['"\x60]Access-Control-`
const SET = String.raw`\.(set|header|setHeader|append|appendHeader)\(\s*${NAME}`

/** Code that sets a CORS header: a statement, a call in a chain, or a property of an object. */
export const SETS_HEADERS: readonly Find[] = [
  { find: String.raw`^[ \t]*\w+(\.\w+)*${SET}[^()\n]*\)[ \t]*;?[ \t]*$`, takes: 'statement' },
  { find: SET, takes: 'call' },
  { find: String.raw`${NAME}[A-Za-z-]+['"\x60][ \t]*:`, takes: 'call' },
]

/** Calls of a CORS middleware, then the `use` that is then empty. */
const CALLS_CORS: readonly Find[] = [
  { find: String.raw`\brequire\(['"](@koa/)?cors['"]\)\(`, takes: 'call' },
  { find: String.raw`(?<![.\w])cors\(`, takes: 'call' },
  { find: String.raw`\.(use|options)\(\s*(['"][^'"\n]*['"]\s*,?\s*)?\)`, takes: 'statement' },
]

interface App {
  readonly ids: readonly string[]
  /** The snippet's name for the app. */
  readonly name: string
  /** The expression that creates the app. */
  readonly creator: string
  readonly removals?: readonly Find[]
}

/** Returns the placement of a snippet that goes directly after the statement that creates the app. */
export const javascriptApp = ({ ids, name, creator, removals = CALLS_CORS }: App): Placement =>
  definePlacement({
    ids,
    removals: [...removals, ...SETS_HEADERS],
    edits: (code) => {
      const lines = code.split('\n')
      const imports = lines.filter((line) => line.startsWith('import '))
      const rest = lines
        .filter((line) => !line.startsWith('import '))
        .join('\n')
        .trimStart()
      return [
        ...imports.map(imported),
        {
          type: 'insert',
          at: 'after',
          find: String.raw`^[ \t]*(?:export\s+)?(?:const|let|var)\s+(?<${name}>\w+)\s*(?::[^=\n]+)?=\s*(?:await\s+)?${creator}`,
          outermost: String.raw`\b<${name}>\.(listen|callback|fetch)\b|\b(createServer|serve)\(.*\b<${name}>\b|\b(default|exports\s*=)\s+<${name}>\b`,
          code: rest,
          commonjs: rest.replace(/^await /m, ''),
        },
      ]
    },
  })

/** Returns the edit that adds an import, unless the file already has it. */
function imported(line: string): Edit {
  const [, names = '', from = ''] = /^import (.+) from '([^']+)'/.exec(line) ?? []
  const name = /\w+/.exec(names)?.[0] ?? ''
  return {
    type: 'insert',
    at: 'top',
    code: `import ${names} from '${from}'\n`,
    commonjs: `const ${names} = require('${from}')\n`,
    unless: String.raw`\bimport\s+\{?[^;\n]*\b${name}\b|\b(const|let|var)\s+\{?\s*${name}\b[^=\n]*=\s*require\b`,
  }
}
