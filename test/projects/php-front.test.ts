import { phpHere } from '../fix/servers/start/start-php.ts'
import { project } from './project.ts'

const headers = { 'X-Api-Key': 'k', 'Content-Type': 'application/json' }

project('PHP with a front controller in a namespace, a key checked first, and exit(0) for OPTIONS', {
  folder: 'php-front',
  main: 'index.php',
  with: 'php',
  needs: phpHere,
  command: ({ port }) => ['php', '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, 'index.php'],
  asks: [
    { path: '/items', headers, status: 200 },
    { path: '/items', method: 'POST', headers, body: '{}', status: 200 },
    { path: '/items/1', method: 'DELETE', headers, status: 204 },
    { path: '/items', status: 401 },
    { path: '/broken', headers, status: 500 },
    { path: '/missing', headers, status: 404 },
  ],
})
