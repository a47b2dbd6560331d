import { copyFileSync } from 'node:fs'
import { createServer } from 'node:http'
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
    'check_url',
    'fix_config',
    'explain_console_message',
    'list_rules',
  ])
  for (const { name, description, inputSchema, annotations } of tools) {
    expect(description?.length).toBeGreaterThan(60)
    expect(inputSchema.type).toBe('object')
    expect(annotations).toMatchObject({
      readOnlyHint: name !== 'check_url',
      openWorldHint: name === 'check_url',
    })
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

test('an API is called as a browser would, and changed only if that is asked for', async () => {
  const received: string[] = []
  const server = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`)
    response
      .writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' })
      .end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { readonly port: number }
  const url = `http://127.0.0.1:${port}/items`
  const origin = 'http://shop.test'
  const allowed = await call('check_url', { url, origin })
  const blocked = await call('check_url', { url, origin, method: 'DELETE' })
  const waiting = await call('check_url', { url, origin, method: 'PUT' })
  expect(received).toEqual(['GET /items', 'OPTIONS /items', 'OPTIONS /items'])
  expect((await call('check_url', { url, origin, method: 'PUT', send: true })).isError).toBe(false)
  expect(received.slice(3)).toEqual(['OPTIONS /items', 'PUT /items'])
  expect(allowed.text).toContain('allowed')
  expect(blocked.text).toContain('Rule method-not-allowed')
  expect(waiting.text).toContain('preflight passed')
  server.close()
  expect((await call('check_url', { url, origin })).isError).toBe(true)
})

test('errors are answers, and the server goes on', async () => {
  expect(await call('explain_har', { path: 'none.har' })).toEqual({
    text: 'whycors: none.har: no such file',
    isError: true,
  })
  expect((await call('no_such_tool', {})).isError).toBe(true)
  expect((await call('list_rules', {})).isError).toBe(false)
})
