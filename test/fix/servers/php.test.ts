import { describe } from 'vitest'
import php from '../../../src/fix/generators/php.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { installed } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

const versionHere = (): string => `PHP ${installed(['php', '-r', 'echo PHP_VERSION;'], ['php-cli'])}`

describe('PHP without a framework', () => {
  battery((policy) => {
    versionHere()
    return start({
      files: () => ({ 'cors.php': codeOf(php, policy), 'index.php': INDEX }),
      command: ({ port }) => ['php', '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, 'index.php'],
    })
  })
  runsOn('php', versionHere, { exactly: false })
})

const INDEX = `<?php
require __DIR__ . '/cors.php';

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/private' && !isset($_SERVER['HTTP_AUTHORIZATION'])) {
    http_response_code(401);
    exit;
}
header('Content-Type: application/json');
match ($path) {
    '/items', '/private' => print('[]'),
    '/only-get' => $_SERVER['REQUEST_METHOD'] === 'GET' ? print('[]') : http_response_code(405),
    '/boom' => throw new RuntimeException('boom'),
    '/bad' => http_response_code(502),
    default => http_response_code(404),
};
`
