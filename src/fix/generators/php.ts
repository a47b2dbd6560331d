import { code, text } from '../../text/text.ts'
import { type CompiledPolicy, compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { php } from './quote/php.ts'

/** PHP without a framework: a file that is required before anything is sent. */
export default defineGenerator({
  id: 'php',
  title: 'PHP without a framework',
  language: 'php',
  docs: 'https://www.php.net/manual/en/function.header.php',
  syntax: php,
  kind: 'app',
  proof: runOn('PHP 8.2.36'),
  write: (policy) => ({
    code: [
      '<?php',
      '',
      '(static function (): void {',
      ...(policy.origins === '*'
        ? forAllowed(compilePolicy(policy))
        : forListed(compilePolicy(policy), policy.origins)
      ).map((line) => (line === '' ? '' : `    ${line}`)),
      '})();',
      '',
    ].join('\n'),
    where: text`In a file of its own, ${code('cors.php')}, and ${code("require __DIR__ . '/cors.php';")} as the first statement of ${code('index.php')}, or of each script where there is no such one for all.`,
    removeFirst: [
      text`Other ${code("header('Access-Control-...')")} lines, and code that answers ${code('OPTIONS')}.`,
      text`${code('Access-Control-*')} headers of the web server (${code('.htaccess')}, ${code('add_header')}) or of a proxy; one of them must do it.`,
    ],
    notes: [
      text`Nothing may be sent before it, not even a blank line before ${code('<?php')}: PHP then sends none of the headers.`,
      text`What the web server answers without PHP, a missing file or a 502, is without them; have it pass every path to ${code('index.php')}, or let it send the headers instead.`,
      text`Keep ${code('display_errors')} off in production: with it an error that nothing catches is a 200.`,
      ...(policy.origins === '*'
        ? []
        : [
            text`A later ${code("header('Vary: ...')")} replaces this one unless its second argument is ${code('false')}.`,
          ]),
    ],
  }),
})

const send = ({ name, value }: PolicyHeader): string =>
  value === null ? `header('${name}: ' . $origin);` : `header(${php.literal(`${name}: ${value}`)});`

const forAllowed = ({ onEveryResponse, onPreflight, onActual }: CompiledPolicy): readonly string[] => [
  ...onEveryResponse.map(send),
  "if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS' && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'])) {",
  ...[...onPreflight.map(send), 'http_response_code(204);', 'exit;'].map((line) => `    ${line}`),
  '}',
  ...onActual.map(send),
]

const forListed = (compiled: CompiledPolicy, origins: readonly string[]): readonly string[] => [
  `$allowed = ${array(php, origins, { indent: '    ', step: '    ' })};`,
  "$origin = $_SERVER['HTTP_ORIGIN'] ?? '';",
  '',
  "// On every response, or a cache hands one origin's answer to another; false: beside a Vary that is there.",
  "header('Vary: Origin', false);",
  'if (!in_array($origin, $allowed, true)) {',
  '    return;',
  '}',
  ...forAllowed(compiled),
]
