import { pythonHere } from '../fix/servers/start/start-gunicorn.ts'
import { project } from './project.ts'

const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json' }
const GUNICORN = ['/usr/bin/python3', '-m', 'gunicorn', '--workers', '1', '--threads', '4'] as const

project('Django with CorsMiddleware last, a pattern, and settings for some paths', {
  folder: 'django-late',
  main: 'shop/settings.py',
  with: 'django',
  needs: () =>
    pythonHere('django, corsheaders, gunicorn', 'django.__version__', [
      'python3-django',
      'python3-django-cors-headers',
    ]),
  command: ({ port }) => [...GUNICORN, '--bind', `127.0.0.1:${port}`, 'shop.wsgi:application'],
  asks: [
    { path: '/products/', headers, status: 200 },
    { path: '/products/1/', method: 'DELETE', headers, status: 204 },
    { path: '/products/', status: 401 },
    { path: '/broken/', headers, status: 500 },
    { path: '/open-data/', headers, status: 200 },
    { path: '/missing/', headers, status: 404 },
  ],
})
