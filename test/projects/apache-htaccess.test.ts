import { apacheHere } from '../fix/servers/start/start-apache.ts'
import { project } from './project.ts'

const headers = { 'X-Trace': '1' }

project('Apache with an .htaccess that was copied from an answer, and a front controller', {
  folder: 'apache-htaccess',
  main: 'html/.htaccess',
  with: 'apache',
  needs: apacheHere,
  credentials: true,
  command: () => [
    '/bin/sh',
    '-c',
    'chmod 755 . && exec /usr/sbin/apache2 -d "$PWD" -f httpd.conf -DFOREGROUND',
  ],
  asks: [
    { path: '/list.json', status: 200 },
    { path: '/list.json', headers, status: 200 },
    { path: '/some/route', headers, status: 200 },
    { path: '/list.json', headers, credentials: true, status: 200 },
  ],
})
