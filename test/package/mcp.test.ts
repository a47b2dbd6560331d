import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const project = inject('project')
const client = new Client({ name: 'test', version: '1' })
const transport = new StdioClientTransport({
  command: process.execPath,
  args: ['node_modules/whycors/dist/cli.js', 'mcp'],
  cwd: project,
  stderr: 'pipe',
})

beforeAll(async () => {
  copyFileSync('src/cli/sample.har', join(project, 'shop.har'))
  await client.connect(transport)
})
afterAll(async () => await client.close())

const call = async (name: string, args: Readonly<Record<string, unknown>>) => {
  const { content, isError } = await client.callTool({ name, arguments: args })
  const [{ text }] = content as [{ text: string }]
  return { text, isError }
}

test('says who it is, and lists its tools', async () => {
  expect(client.getServerVersion()?.name).toBe('whycors')
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'explain_har',
    'fix_config',
    'explain_console_message',
    'list_rules',
  ])
  for (const { description, inputSchema, annotations } of tools) {
    expect(description?.length).toBeGreaterThan(60)
    expect(inputSchema.type).toBe('object')
    expect(annotations?.readOnlyHint).toBe(true)
  }
})

test('a recording is explained, fixed, and each call stands for itself', async () => {
  const [list, one, fix, rules] = await Promise.all([
    call('explain_har', { path: 'shop.har' }),
    call('explain_har', { path: 'shop.har', problem: 9 }),
    call('fix_config', { path: 'shop.har', for: 'express', origin: 'https://api.payments.test' }),
    call('list_rules', {}),
  ])
  const { problems } = JSON.parse(list.text) as { problems: { number: number; rules: string[] }[] }
  expect(problems[8]).toMatchObject({ number: 9, rules: ['method-not-allowed'] })
  expect(one.text).toContain('Rule method-not-allowed')
  expect(fix.text).toContain('https://shop.example.test')
  expect(rules.text).toMatch(/^allow-origin-missing: /m)
  expect([list, one, fix, rules].map(({ isError }) => isError)).toEqual([false, false, false, false])
})

test('errors are answers, and the server goes on', async () => {
  expect(await call('explain_har', { path: 'none.har' })).toEqual({
    text: 'whycors: none.har: no such file',
    isError: true,
  })
  expect((await call('no_such_tool', {})).isError).toBe(true)
  expect((await call('list_rules', {})).isError).toBe(false)
})
