import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { parse } from 'yaml'
import { chromeEntry, harText } from '../make-har.ts'
import { sarifFaults } from '../sarif/sarif-faults.ts'

const FOLDER = '.github/actions/whycors'
const action = parse(readFileSync(join(FOLDER, 'action.yml'), 'utf8'))
const [step] = action.runs.steps

const allowed = harText([chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })])
const hostile = harText([
  chromeEntry({
    url: 'https://api.test/x\n::add-path::/tmp/evil',
    error: 'net::ERR_FAILED',
    response: { 'Access-Control-Allow-Origin': 'a\r\n::error::b' },
  }),
])

/** Runs the step of the action as a runner does: its environment from the inputs, in a workspace with these files. */
async function runAction(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) {
  const workspace = mkdtempSync(join(inject('project'), 'workspace '))
  symlinkSync(join(inject('project'), 'node_modules'), join(workspace, 'node_modules'), 'junction')
  mkdirSync(join(workspace, 'traces/deep'), { recursive: true })
  copyFileSync('src/cli/sample.har', join(workspace, 'traces/deep/my shop.har'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text)
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(step.env as Record<string, string>)) {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? ''
    given[name] = inputs[input] ?? action.inputs[input].default ?? ''
  }
  const [summary, output] = [join(workspace, 'summary.md'), join(workspace, 'output.txt')]
  for (const file of [summary, output]) writeFileSync(file, '')
  const env = {
    ...process.env,
    ...given,
    GITHUB_ACTION_PATH: resolve(FOLDER),
    GITHUB_WORKSPACE: workspace,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
    npm_config_offline: 'true',
  }
  // A server of the test responds meanwhile.
  const running = spawn('bash', ['-c', step.run], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let stdout = ''
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  const [status] = await once(running, 'close')
  return {
    status,
    commands: stdout.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line)),
    summary: readFileSync(summary, 'utf8'),
    output: readFileSync(output, 'utf8'),
    read: (name: string) => readFileSync(join(workspace, name), 'utf8'),
  }
}

test('every input is declared and reaches the script as a value', () => {
  const used = Object.values(step.env as Record<string, string>).map((value) => value.slice(11, -3))
  expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted())
  expect(step.run).not.toContain('${{')
})

test('blocked requests become annotations, a summary and an output, and fail the step', async () => {
  const { status, commands, summary, output, read } = await runAction({
    files: 'traces/**/*.har',
    sarif: 'cors.sarif',
    junit: 'cors.xml',
  })
  expect(status).toBe(1)
  expect(commands.filter((line) => line.startsWith('::error ')).length).toBe(10)
  expect(commands[0]).toContain('file=traces/deep/my shop.har,line=1,title=GET ')
  expect(summary).toMatch(/^## `traces\/deep\/my shop\.har`\n\n1\. /)
  expect(output).toBe('blocked=true\n')
  expect(JSON.parse(read('cors.sarif')).runs[0].results.length).toBeGreaterThan(9)
  expect(read('cors.xml')).toContain('<failure ')
})

describe('with a list of checks', () => {
  const received: string[] = []
  const server = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end()
  })
  let api = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    api = `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`
  })
  afterAll(() => void server.close())
  const list = (expect: string): string =>
    `- url: ${api}/open\n- url: ${api}/items\n  method: PUT\n  expect: ${expect}\n`

  test('what differs becomes annotations at its line, a summary and an output, and the API is called once', async () => {
    received.length = 0
    const { status, commands, summary, output, read } = await runAction(
      { checks: 'my checks.yaml', origin: 'http://shop.test', sarif: 'cors.sarif', junit: 'cors.xml' },
      { 'my checks.yaml': list('allowed') },
    )
    expect(received.toSorted()).toEqual(['GET /open', 'OPTIONS /items'])
    expect([status, output]).toEqual([1, 'blocked=true\n'])
    expect(commands).toHaveLength(1)
    expect(commands[0]).toContain('::error file=my checks.yaml,line=2,title=PUT http%3A//127.0.0.1')
    expect(summary).toMatch(/^## `my checks\.yaml`\n\n2 checks: 1 as expected, 1 not\.\n/)
    const log = JSON.parse(read('cors.sarif'))
    expect(sarifFaults(log)).toEqual([])
    expect(log.runs[0].results).toHaveLength(1)
    expect(read('cors.xml')).toContain('<failure ')
  })

  test('the step passes if all is as expected', async () => {
    const { status, commands, summary, output } = await runAction(
      { checks: 'checks.yaml', origin: 'http://shop.test' },
      { 'checks.yaml': list('blocked') },
    )
    expect([status, commands, output]).toEqual([0, [], 'blocked=false\n'])
    expect(summary).toContain('2 checks, all as expected.')
  })

  test.each([
    ['the list is missing', { checks: 'none.yaml' }, 'no file matches the input checks'],
    ['the list is wrong', { checks: 'traces/deep/my shop.har' }, 'could not make the checks'],
    ['there are recordings too', { checks: 'a', files: 'b' }, 'need a step each'],
  ])('where %s, the step fails and says so', async (_, inputs, says) => {
    const { status, commands } = await runAction(inputs)
    expect(status).toBe(2)
    expect(commands.join('\n')).toContain(says)
  })
})

test('the step passes if that is wanted, or if nothing was blocked', async () => {
  const wanted = await runAction({ files: 'traces/deep/my shop.har', 'fail-on-blocked': 'false' })
  expect([wanted.status, wanted.output]).toEqual([0, 'blocked=true\n'])
  const fine = await runAction({ files: 'fine.har' }, { 'fine.har': allowed })
  expect([fine.status, fine.commands, fine.output]).toEqual([0, [], 'blocked=false\n'])
  expect(fine.summary).toContain('Nothing was blocked.')
})

test('a recording can’t run commands of the runner', async () => {
  const { commands, status } = await runAction({ files: 'evil.har' }, { 'evil.har': hostile })
  expect(status).toBe(1)
  expect(commands).toHaveLength(1)
  expect(commands[0]).toMatch(/^::error file=evil\.har,/)
})

test.each([
  ['no file matches', { files: 'none/*.har' }, 'no recording matches'],
  ['a file is missing', { files: 'none.har' }, 'could not explain'],
  ['an option is wrong', { files: 'traces/deep/my shop.har', engine: 'presto' }, 'could not explain'],
])('where %s, the step fails and says so', async (_, inputs, says) => {
  const { status, commands } = await runAction(inputs)
  expect(status).toBe(2)
  expect(commands.join('\n')).toContain(says)
})
