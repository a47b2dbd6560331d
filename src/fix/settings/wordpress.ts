import { withCode } from '../../text/with-code.ts'
import { header, path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { php } from '../generators/quote/php.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of WordPress REST API. */
export default defineSetting({
  id: 'wordpress',
  title: 'WordPress REST API',
  kind: 'product',
  language: 'php',
  docs: 'https://developer.wordpress.org/reference/hooks/rest_allowed_cors_headers/',
  syntax: php,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [header('high', 'Link', /rel="https:\/\/api\.w\.org\/"/), path('medium', /^\/wp-json\//)],
  refuses: (policy) =>
    policy.origins === '*' ? withCode('it takes a list of names, not every website') : null,
  write: (policy) => ({
    lines: [
      '<?php',
      "add_filter( 'rest_allowed_cors_headers', function ( $names ) {",
      `    return array_merge( $names, array( ${policy.headers.map(php.literal).join(', ')} ) );`,
      '} );',
      "add_filter( 'rest_exposed_cors_headers', function ( $names ) {",
      `    return array_merge( $names, array( ${policy.exposed.map(php.literal).join(', ')} ) );`,
      '} );',
      `$allowed_origins = array( ${originsOf(policy).map(php.literal).join(', ')} );`,
      "add_action( 'rest_api_init', function () use ( $allowed_origins ) {",
      "    remove_filter( 'rest_pre_serve_request', 'rest_send_cors_headers' );",
      "    add_filter( 'rest_pre_serve_request', function ( $served ) use ( $allowed_origins ) {",
      '        $origin = get_http_origin();',
      "        header( 'Vary: Origin', false );",
      '        if ( in_array( $origin, $allowed_origins, true ) ) {',
      "            header( 'Access-Control-Allow-Origin: ' . $origin );",
      `            header( 'Access-Control-Allow-Methods: ' . ${php.literal(policy.methods.join(', '))} );`,
      ...(policy.credentials ? ["            header( 'Access-Control-Allow-Credentials: true' );"] : []),
      ...(policy.maxAge === null
        ? []
        : [`            header( 'Access-Control-Max-Age: ${policy.maxAge}' );`]),
      '        }',
      '        return $served;',
      '    } );',
      '}, 15 );',
    ],
    where:
      'In a must-use plugin such as `wp-content/mu-plugins/cors.php`. It takes effect without a restart.',
    notes: [
      "By default WordPress allows every origin, so a missing header means that the request didn't reach the REST API: a security plugin, a cache, a redirect or an error came first.",
    ],
  }),
})
