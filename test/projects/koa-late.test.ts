import { ADMIN, project } from './project.ts'

const headers = { Authorization: 'Bearer t' }

project('Koa with an error handler and a login before cors(), which throws for other origins', {
  folder: 'koa-late',
  main: 'server.js',
  with: 'koa',
  command: () => [process.execPath, 'server.js'],
  alsoAllowed: [ADMIN],
  asks: [
    { path: '/login', method: 'POST', credentials: true, status: 200 },
    { path: '/notes', headers, credentials: true, status: 200 },
    { path: '/notes', method: 'PUT', headers, credentials: true, status: 200 },
    { path: '/broken', headers, credentials: true, status: 500 },
    { path: '/notes', credentials: true, status: 401 },
  ],
})
