import { project } from './project.ts'

const headers = { 'Content-Type': 'application/json' }

for (const id of ['express', 'express-plain'] as const)
  project(`Express with headers set by hand, after some routes, fixed with ${id}`, {
    folder: 'express-by-hand',
    main: 'index.js',
    with: id,
    command: () => [process.execPath, 'index.js'],
    asks: [
      { path: '/profile', credentials: true, status: 200 },
      { path: '/settings', method: 'PUT', headers, body: '{}', credentials: true, status: 200 },
      { path: '/feed', status: 200, works: true },
      { path: '/feed', credentials: true, status: 200, works: true },
    ],
  })
