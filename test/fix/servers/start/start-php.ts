import php from '../../../../src/fix/generators/php.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** Returns the version of PHP here, or fails with how to install it. */
export const phpHere = (): string => `PHP ${installed(['php', '-r', 'echo PHP_VERSION;'], ['php-cli'])}`

/** Starts PHP's own server with a snippet as `cors.php`, required first by the `index.php` of every path. */
export function startPhp(policy: CorsPolicy): Promise<Running> {
  phpHere()
  return start({
    files: () => ({ 'cors.php': codeOf(php, policy), 'index.php': INDEX }),
    command: ({ port }) => ['php', '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, 'index.php'],
  })
}

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
