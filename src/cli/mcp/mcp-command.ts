import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { version } from '../../internal.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { callTool } from './call-tool.ts'
import type { Arguments } from './tool.ts'
import { tools } from './tools.ts'

const INSTRUCTIONS =
  'Explains from HAR recordings, or by calling an API as a browser would, why browsers block cross-origin requests (CORS), and writes the server configuration that fixes them. Start with explain_har, which lists problems by number, or with check_url if there is no recording. Only check_url sends anything, to the URL that it is given. Secrets are masked.'

/** Serves the tools over standard input and output until the input ends. https://modelcontextprotocol.io/specification */
export async function mcpCommand(io: Io): Promise<ExitCode> {
  const server = new Server(
    { name: 'whycors', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  )
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, parameters, required, changes = false }) => ({
      name,
      title,
      description,
      inputSchema: {
        type: 'object' as const,
        properties: parameters,
        required: [...required],
        additionalProperties: false,
      },
      annotations: { readOnlyHint: !changes, openWorldHint: changes },
    })),
  }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { text, isError } = await callTool(params.name, (params.arguments ?? {}) as Arguments, io)
    return { content: [{ type: 'text', text }], isError }
  })
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    server.onclose = resolve
  })
  await server.connect(new StdioServerTransport())
  await ended
  return 0
}
