import allowOriginEmpty from '../../src/rules/allow-origin-empty.ts'
import allowOriginList from '../../src/rules/allow-origin-list.ts'
import allowOriginNull from '../../src/rules/allow-origin-null.ts'
import allowOriginPattern from '../../src/rules/allow-origin-pattern.ts'
import allowOriginPlaceholder from '../../src/rules/allow-origin-placeholder.ts'
import allowOriginQuoted from '../../src/rules/allow-origin-quoted.ts'
import allowOriginRepeated from '../../src/rules/allow-origin-repeated.ts'
import allowOriginWildcard from '../../src/rules/allow-origin-wildcard-with-credentials.ts'
import { CDN, PAGE, response } from '../fetch/records.ts'
import { ALLOW, answered, failureOf, TRUE, withCredentials } from './failures.ts'
import { testRule } from './test-rule.ts'

const O = 'Access-Control-Allow-Origin'
const fix = [{ type: 'allow origin', origin: PAGE }] as const
const allows = (value: string, says: string) => ({
  failure: answered(`${O}: ${value}`),
  summary: `The response allows \`${value}\`${says}`,
  fix,
})

testRule(allowOriginWildcard, {
  matches: [
    {
      failure: withCredentials(`${O}: *`, TRUE),
      summary: "The response allows `*`, which isn't accepted for requests with credentials.",
      fix,
    },
    {
      failure: failureOf(
        { method: 'PUT', credentialsMode: 'include' },
        { preflight: response(204, `${O}: *`) },
      ),
      summary: "The preflight response allows `*`, which isn't accepted for requests with credentials.",
      fix,
    },
  ],
  ignores: [
    { failure: withCredentials(`${O}: *`, `${O}: *`), by: 'allow-origin-repeated' },
    { failure: withCredentials(`${O}: https://*.example`), by: 'allow-origin-pattern' },
  ],
})

testRule(allowOriginRepeated, {
  matches: [
    {
      failure: answered(ALLOW, ALLOW),
      summary: `The response has \`${O}\` twice: \`${PAGE}\`.`,
      fix,
    },
    {
      failure: answered(`${O}: *`, ALLOW, `${O.toLowerCase()}: https://b.example`),
      summary: `The response has \`${O}\` 3 times: \`*\`, \`${PAGE}\` and \`https://b.example\`.`,
      fix,
    },
  ],
  ignores: [{ failure: answered(`${O}: ${PAGE}, ${PAGE}`), by: 'allow-origin-list' }],
})

testRule(allowOriginEmpty, {
  matches: [
    { failure: answered(`${O}:`), summary: `The response has an empty \`${O}\`.`, fix },
    {
      failure: failureOf({}, { actual: response(302, `${O}:`, `Location: ${CDN}`) }),
      summary: `The redirect response has an empty \`${O}\`.`,
      fix,
    },
  ],
  ignores: [{ failure: answered(`${O}: ""`), by: 'allow-origin-mismatch' }],
})

testRule(allowOriginNull, {
  matches: [
    allows('null', `, which any site can have, not \`${PAGE}\`.`),
    allows('Null', `, which any site can have, not \`${PAGE}\`.`),
  ],
  ignores: [
    { failure: answered(`${O}: nil`), by: 'allow-origin-placeholder' },
    { failure: answered(`${O}: "null"`), by: 'allow-origin-quoted' },
  ],
})

testRule(allowOriginQuoted, {
  matches: [
    allows(`"${PAGE}"`, ', with quotes around the origin.'),
    allows(`'${PAGE}'`, ', with quotes around the origin.'),
    allows('"*"', ', with quotes around the origin.'),
    allows(`[${PAGE}]`, ', with quotes around the origin.'),
  ],
  ignores: [{ failure: answered(`${O}: "https://b.example"`), by: 'allow-origin-mismatch' }],
})

const never = ', which looks like a placeholder that was never replaced.'
testRule(allowOriginPlaceholder, {
  matches: [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the placeholder
    allows('${ORIGIN}', never),
    allows('undefined', never),
    allows('None', never),
    allows('true', never),
    allows('$http_origin', never),
    allows('{{ origin }}', never),
    allows('<%= origin %>', never),
    allows('%{origin}e %ORIGIN%', never),
    allows('[object Object]', never),
  ],
  ignores: [
    { failure: answered(`${O}: https://undefined.example`), by: 'allow-origin-mismatch' },
    { failure: answered(`${O}: https://nil`), by: 'allow-origin-mismatch' },
  ],
})

testRule(allowOriginList, {
  matches: [
    allows(`${PAGE}, https://b.example`, '; the header can hold only one origin.'),
    allows(`https://b.example ${PAGE}`, '; the header can hold only one origin.'),
    allows(`${PAGE};https://b.example`, '; the header can hold only one origin.'),
    allows(`*, ${PAGE}`, '; the header can hold only one origin.'),
  ],
  ignores: [
    { failure: answered(ALLOW, `${O}: https://b.example`), by: 'allow-origin-repeated' },
    { failure: answered(`${O}: ${PAGE}/a, b`), by: 'allow-origin-path' },
  ],
})

testRule(allowOriginPattern, {
  matches: [
    allows('https://*.example', "; CORS doesn't support patterns."),
    allows('*.example', "; CORS doesn't support patterns."),
    allows('*://app.example', "; CORS doesn't support patterns."),
    allows('**', "; CORS doesn't support patterns."),
  ],
  ignores: [
    { failure: withCredentials(`${O}: *`), by: 'allow-origin-wildcard-with-credentials' },
    { failure: answered(`${O}: https://*.example, https://b.example`), by: 'allow-origin-list' },
  ],
})
