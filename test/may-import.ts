/** What a folder of src may import: the values of some folders, and of others only the types. */
export interface Imports {
  readonly values: readonly string[]
  readonly types?: readonly string[]
  /** Packages, as the beginning of their names. */
  readonly packages?: readonly string[]
}

const VERDICT = ['evidence', 'fetch', 'knowledge', 'parse-url.ts', 'text', 'verdict'] as const
const TELLING = [...VERDICT, 'engines', 'fix', 'redact', 'rules'] as const

/** What each folder and file of src may import, as the table in CONTRIBUTING.md says it too. */
export const MAY_IMPORT: Readonly<Record<string, Imports>> = {
  fetch: { values: ['parse-url.ts', 'trim.ts'] },
  text: { values: [] },
  'in-steps.ts': { values: [] },
  'bug.ts': { values: [] },
  'version.ts': { values: [] },
  'parse-url.ts': { values: [] },
  'trim.ts': { values: [] },
  'ambient.d.ts': { values: ['audit', 'check'] },
  har: { values: ['parse-url.ts', 'trim.ts'], types: ['fetch'] },
  curl: { values: ['fetch', 'parse-url.ts'] },
  'header-text': { values: ['fetch'] },
  intake: { values: ['curl', 'fetch', 'har', 'header-text', 'parse-url.ts'] },
  redact: { values: ['har', 'text', 'parse-url.ts'], types: ['fetch'] },
  knowledge: { values: ['fetch', 'parse-url.ts'], types: ['text'], packages: ['tldts'] },
  engines: { values: ['fetch', 'knowledge', 'parse-url.ts'] },
  evidence: { values: ['engines', 'fetch', 'knowledge', 'in-steps.ts', 'parse-url.ts'], types: ['har'] },
  rules: { values: ['bug.ts', 'fetch', 'knowledge', 'text'] },
  verdict: {
    values: ['engines', 'evidence', 'fetch', 'knowledge', 'rules', 'in-steps.ts'],
    types: ['har'],
  },
  reading: { values: [...VERDICT, 'in-steps.ts'], types: ['har'] },
  causes: { values: [...VERDICT, 'reading', 'bug.ts'], types: ['har', 'rules'] },
  cautions: { values: [...VERDICT, 'reading', 'bug.ts', 'engines', 'fix'], types: ['har', 'rules'] },
  fix: { values: [...VERDICT, 'reading', 'bug.ts', 'engines', 'rules'], types: ['har'] },
  explain: { values: [...TELLING, 'causes', 'cautions'], types: ['har', 'diagnose.ts'] },
  trial: { values: [...VERDICT, 'engines', 'fix'] },
  recognize: { values: ['engines', 'fetch', 'knowledge', 'parse-url.ts', 'rules', 'text'] },
  archive: { values: ['intake'], packages: ['fflate'] },
  checks: {
    values: [
      ...['check', 'engines', 'explain', 'fetch', 'library', 'parse-url.ts', 'recognize', 'redact'],
      ...['report', 'rules', 'text', 'verdict'],
    ],
    types: ['diagnose.ts'],
    packages: ['yaml'],
  },
  'rule-page': { values: ['engines', 'fetch', 'fix', 'rules', 'text'] },
  permalink: {
    values: ['fetch', 'har', 'parse-url.ts'],
    types: ['evidence', 'redact'],
    packages: ['fflate'],
  },
  report: {
    values: [...TELLING, 'bug.ts', 'explain', 'version.ts'],
    types: ['har', 'diagnose.ts', 'causes', 'cautions'],
  },
  diff: {
    values: ['bug.ts', 'evidence', 'explain', 'fetch', 'redact', 'report', 'text', 'verdict'],
    types: ['diagnose.ts'],
  },
  check: { values: ['engines', 'fetch', 'knowledge', 'parse-url.ts'], types: ['curl'] },
  merge: { values: ['fix'], types: ['report'] },
  'what-if': { values: ['evidence', 'fetch', 'trim.ts', 'verdict'], types: ['har'] },
  audit: {
    values: [
      'bug.ts',
      'cautions',
      'diagnose.ts',
      'evidence',
      'fetch',
      'fix',
      'har',
      'in-steps.ts',
      'knowledge',
      'parse-url.ts',
      'reading',
      'redact',
      'text',
      'version.ts',
    ],
    types: ['check'],
  },
  'read-later.ts': {
    values: ['causes', 'cautions', 'fix', 'reading', 'verdict'],
    types: ['bug.ts'],
  },
  'diagnose.ts': {
    values: ['evidence', 'in-steps.ts', 'read-later.ts', 'reading', 'verdict'],
    types: ['engines', 'har'],
  },
  library: {
    values: [...TELLING, 'audit', 'check', 'diff', 'har', 'recognize', 'report', 'diagnose.ts', 'version.ts'],
    packages: ['#network'],
  },
  'index.ts': {
    values: ['fix', 'har', 'library', 'version.ts'],
    types: ['audit', 'check', 'diff', 'engines', 'evidence', 'report'],
  },
  'internal.ts': {
    values: [
      'audit',
      'bug.ts',
      ...TELLING,
      'causes',
      'cautions',
      'check',
      'curl',
      'diff',
      'explain',
      'har',
      'header-text',
      'intake',
      'archive',
      'library',
      'merge',
      'permalink',
      'recognize',
      'report',
      'rule-page',
      'trial',
      'diagnose.ts',
      'in-steps.ts',
      'version.ts',
      'what-if',
    ],
  },
  network: { values: [], types: ['audit', 'check'], packages: ['node:'] },
  cli: {
    // The parser of YAML is in no other bundle.
    values: ['checks', 'internal.ts', 'network', 'version.ts'],
    packages: ['@modelcontextprotocol/sdk/', 'node:', 'get-east-asian-width'],
  },
  dev: { values: ['cli', 'internal.ts'], types: ['index.ts'], packages: ['node:'] },
  playwright: { values: ['cli', 'internal.ts', 'version.ts'], packages: ['node:'] },
  panel: { values: ['internal.ts'], packages: ['preact', 'webextension-polyfill'] },
  web: { values: ['internal.ts', 'panel'], packages: ['preact'] },
  start: { values: ['cli', 'internal.ts'], packages: ['node:', 'puppeteer-core'] },
}
