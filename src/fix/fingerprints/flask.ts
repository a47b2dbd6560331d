import { defineFingerprint } from './fingerprint.ts'
import { body, header, sized } from './sign.ts'

/**
 * Flask's own server names Werkzeug; its error pages have a typical beginning and a known length. Flask-CORS sorts the
 * methods.
 */
export default defineFingerprint({
  id: 'flask',
  title: 'Flask',
  layer: 'app',
  signs: [
    header('high', 'Server', /^Werkzeug\b/),
    body('high', /^<!doctype html>\s*<html lang=en>\s*<title>\d{3} [^<]*<\/title>/i),
    header('medium', 'Access-Control-Allow-Methods', /^DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT$/),
    sized('medium', { statuses: [404], lengths: ['207', '232'], type: /^text\/html; charset=utf-8$/ }),
    header('low', 'Server', /^gunicorn\b/),
  ],
})
