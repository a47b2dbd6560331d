import { code, text } from '../../text/text.ts'
import { type CompiledPolicy, compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { php } from './quote/php.ts'

/** PHP without a framework: a file to require before anything is sent. */
export default defineGenerator({
  id: 'php',
  title: 'PHP without a framework',
  language: 'php',
  docs: 'https://www.php.net/manual/en/function.header.php',
  syntax: php,
  kind: 'app',
  find: "grep -rniE --exclude-dir=vendor 'cors|access-control-|options' .",
  proof: runOn('PHP 8.2.36'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, { env }) => ({
    code: [
      '<?php',
      '',
      '(static function (): void {',
      ...(policy.origins === '*'
        ? forAllowed(compilePolicy(policy))
        : forListed(compilePolicy(policy), policy.origins, env)
      ).map((line) => (line === '' ? '' : `    ${line}`)),
      '})();',
      '',
    ].join('\n'),
    where: text`In ${code('cors.php')}, with ${code("require __DIR__ . '/cors.php';")} as the first statement of ${code('index.php')}, or of each script.`,
    removeFirst: [
      text`${code("header('Access-Control-...')")} lines and code that answers ${code('OPTIONS')}.`,
      text`${code('Access-Control-*')} of the web server (${code('.htaccess')}, ${code('add_header')}) or of a proxy.`,
    ],
    notes: [
      text`Any output before it, even a blank line before ${code('<?php')}, loses the headers.`,
      text`With ${code('display_errors')} on, an uncaught error is a 200.`,
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

function forListed(
  compiled: CompiledPolicy,
  origins: readonly string[],
  env: string | null,
): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  const listed =
    env === null
      ? array(php, exact, { indent: '    ', step: '    ' })
      : `preg_split('/[\\s,]+/', getenv('${env}') ?: '', -1, PREG_SPLIT_NO_EMPTY)`
  const tests = [
    ...(exact.length === 0 ? [] : ['!in_array($origin, $allowed, true)']),
    ...(patterns.length === 0 ? [] : [`!preg_match('~^${patternsSource(patterns)}$~D', $origin)`]),
  ]
  return [
    ...(exact.length === 0 ? [] : [`$allowed = ${listed};`]),
    "$origin = $_SERVER['HTTP_ORIGIN'] ?? '';",
    '',
    "// On every response, or a cache may use one origin's response for another; false: keep an existing Vary.",
    "header('Vary: Origin', false);",
    `if (${tests.join(' && ')}) {`,
    '    return;',
    '}',
    ...forAllowed(compiled),
  ]
}
