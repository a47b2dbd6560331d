import { project } from './project.ts'

const headers = { 'X-Api-Key': 'k' }

project('Fastify with a key checked before cors, which is registered in a plugin', {
  folder: 'fastify-in-plugin',
  main: 'server.js',
  with: 'fastify',
  command: () => [process.execPath, 'server.js'],
  asks: [
    { path: '/items', headers, status: 200 },
    { path: '/items/1', method: 'DELETE', headers, status: 204 },
    { path: '/version', headers, status: 200 },
    { path: '/missing', headers, status: 404 },
    { path: '/items', status: 401 },
  ],
})
