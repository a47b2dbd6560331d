import { goHere, startGo } from '../fix/servers/start/start-go.ts'
import { project } from './project.ts'

const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }

project('A Go service with a server of its own, a token checked first, and headers in a handler', {
  folder: 'go-service',
  main: 'main.go',
  with: 'go',
  needs: goHere,
  start: (files) => startGo(files['main.go'] ?? ''),
  asks: [
    { path: '/tasks', headers, status: 200 },
    { path: '/tasks', method: 'POST', headers, body: '{}', status: 200 },
    { path: '/tasks', method: 'DELETE', headers, status: 405 },
    { path: '/health', headers, status: 200 },
    { path: '/tasks', status: 401 },
  ],
})
