import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { sarifRule } from '../../src/cli/sarif-rule.ts'
import { allRules, type RuleId } from '../../src/rules/index.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const text = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 } },
}
const strict = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})
const level = { enum: ['none', 'note', 'warning', 'error'] }
const uri = { type: 'string', pattern: '^https://' }

/** What SARIF 2.1.0 (3.49) and GitHub ask of a rule, and nothing beside it. */
const RULE = strict({
  id: { type: 'string', pattern: '^[a-z-]+$' },
  name: { type: 'string', pattern: '^[A-Za-z]+$' },
  shortDescription: text,
  fullDescription: text,
  help: strict({ text: { type: 'string', minLength: 80 }, markdown: { type: 'string', minLength: 80 } }),
  helpUri: uri,
  defaultConfiguration: strict({ level }),
  properties: strict({
    tags: { type: 'array', items: { type: 'string' } },
    precision: { enum: ['very-high', 'high', 'medium', 'low'] },
    'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
  }),
})

/** What they ask of a log, restricted to what we write. */
const LOG = strict({
  $schema: uri,
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: strict({
      tool: strict({
        driver: strict({
          name: { const: 'whycors' },
          version: { type: 'string' },
          rules: { type: 'array', items: RULE },
        }),
      }),
      results: {
        type: 'array',
        items: strict({
          ruleId: { type: 'string' },
          level,
          message: text,
          locations: {
            type: 'array',
            minItems: 1,
            items: strict({
              physicalLocation: strict({
                artifactLocation: strict({ uri: { type: 'string', minLength: 1 } }),
                region: strict({ startLine: { type: 'integer', minimum: 1 } }),
              }),
              logicalLocations: {
                type: 'array',
                items: strict({ fullyQualifiedName: { type: 'string' } }),
              },
            }),
          },
          partialFingerprints: strict({
            primaryLocationLineHash: { type: 'string', pattern: '^[0-9a-f]{16}:[1-9][0-9]*$' },
          }),
        }),
      },
    }),
  },
})

const sample = readFileSync('src/cli/sample.har', 'utf8')
const logOf = async (har: string) => {
  const { out } = await whycors(['--format', 'sarif', 'a.har'], { 'a.har': har })
  return JSON.parse(out)
}
const fingerprints = (log: {
  runs: [{ results: { partialFingerprints: { primaryLocationLineHash: string } }[] }]
}) => log.runs[0].results.map((one) => one.partialFingerprints.primaryLocationLineHash)

test.each(['src/cli/sample.har', 'test/recordings/chromium-devtools.har'])(
  'the log of %s has all that GitHub shows, and describes each rule once',
  async (path) => {
    const log = await logOf(readFileSync(path, 'utf8'))
    const isLog = new Ajv({ allErrors: true }).compile(LOG)
    isLog(log)
    expect(isLog.errors ?? []).toEqual([])
    const [{ results, tool }] = log.runs
    const named = new Set(results.map(({ ruleId }: { ruleId: string }) => ruleId))
    expect(results.length).toBeGreaterThan(3)
    expect(tool.driver.rules.map(({ id }: { id: string }) => id).toSorted()).toEqual([...named].toSorted())
  },
)

test.each(allRules.map(({ id }) => id))('%s has descriptions, help and an example', (id) => {
  const rule = sarifRule(id as RuleId) as {
    shortDescription: { text: string }
    fullDescription: { text: string }
    help: { markdown: string }
  }
  const isRule = new Ajv({ allErrors: true }).compile(RULE)
  isRule(rule)
  expect(isRule.errors ?? []).toEqual([])
  // https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
  expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024)
  expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024)
  const html = new MarkdownIt().render(rule.help.markdown)
  expect(html).toContain('<code class="language-js">')
  expect(html).toContain('href="https://')
})

test('fingerprints differ within a recording, and are the same in the next one', async () => {
  const entry = (id: number) => chromeEntry({ url: `https://api.test/users/${id}`, error: 'net::ERR_FAILED' })
  const other = chromeEntry({ url: 'https://api.test/carts', error: 'net::ERR_FAILED' })
  const first = fingerprints(await logOf(harText([entry(1), entry(2), other])))
  const next = fingerprints(await logOf(harText([other, entry(7), entry(8)])))
  expect(new Set(first).size).toBe(3)
  expect(next.toSorted()).toEqual(first.toSorted())
  const all = fingerprints(await logOf(sample))
  expect(new Set(all).size).toBe(all.length)
})
