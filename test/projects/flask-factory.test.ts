import { pythonHere } from '../fix/servers/start/start-gunicorn.ts'
import { project } from './project.ts'

const headers = { 'X-Api-Key': 'k', 'Content-Type': 'application/json' }
const GUNICORN = ['/usr/bin/python3', '-m', 'gunicorn', '--workers', '1', '--threads', '4'] as const

project('Flask with a factory, a blueprint, @cross_origin and a key checked before', {
  folder: 'flask-factory',
  main: 'shop.py',
  with: 'flask',
  needs: () =>
    pythonHere('flask, flask_cors, gunicorn', 'flask.__version__', ['python3-flask', 'python3-flask-cors']),
  command: ({ port }) => [...GUNICORN, '--bind', `127.0.0.1:${port}`, 'shop:create_app()'],
  asks: [
    { path: '/api/items', headers, status: 200 },
    { path: '/api/items', method: 'POST', headers, body: '{}', status: 200 },
    { path: '/api/items/1', method: 'DELETE', headers, status: 204 },
    { path: '/api/items', status: 401 },
    { path: '/api/feed', headers, status: 200 },
    { path: '/api/broken', headers, status: 500 },
    { path: '/missing', headers, status: 404 },
  ],
})
