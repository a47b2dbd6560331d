/**
 * The servers that ran the snippets. Written by the tests themselves:
 * `WHYCORS_UPDATE=1 npx vitest run --config vitest.servers.config.ts --no-file-parallelism`.
 */
export const verified = {
  express: { version: 'Express 5.2.1, cors 2.8.6' },
  'express-plain': { version: 'Express 5.2.1' },
  fastapi: { version: 'FastAPI 0.92.0, Starlette 0.26.1' },
  nginx: { version: 'nginx 1.22.1' },
} as const satisfies Record<string, { readonly version: string }>
