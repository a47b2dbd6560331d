import type { Edit } from './edit.ts'

/** Returns the change that imports `name` from a package, unless a file imports it already. */
export const importOf = (name: string, from: string): Edit => ({
  type: 'insert',
  at: 'top',
  code: `import ${name} from '${from}'\n`,
  commonjs: `const ${name} = require('${from}')\n`,
  unless: String.raw`\bimport\s+${name}\b|\b(const|let|var)\s+${name}\s*=\s*require\b`,
})
