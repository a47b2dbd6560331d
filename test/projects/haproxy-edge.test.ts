import { haproxyHere } from '../fix/servers/start/start-haproxy.ts'
import { project } from './project.ts'

const headers = { 'X-Trace': '1', 'Content-Type': 'application/json' }
const password = { Authorization: `Basic ${btoa('jo:secret')}` }

project('HAProxy with a login, a deny rule, a dead backend, and an app that sends headers itself', {
  folder: 'haproxy-edge',
  main: 'haproxy.cfg',
  with: 'haproxy',
  needs: haproxyHere,
  behind: [process.execPath, 'app.js'],
  command: () => ['/usr/sbin/haproxy', '-f', 'haproxy.cfg', '-db'],
  asks: [
    { path: '/v1/orders', headers, status: 200 },
    { path: '/v1/orders/1', method: 'PATCH', headers, body: '{}', status: 200 },
    { path: '/ops/state', headers: password, status: 200 },
    { path: '/ops/state', status: 401 },
    { path: '/internal/x', headers, status: 403 },
    { path: '/old/x', status: 503 },
    { path: '/missing', headers, status: 404 },
  ],
})
