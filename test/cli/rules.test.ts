import { describe, expect, it } from 'vitest'
import { whycors } from './run-whycors.ts'

const CHROME = `app.js:12 Access to fetch at 'https://api.example/items?token=s3cr3ts3cr3ts3cr3t' from origin 'https://app.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The 'Access-Control-Allow-Origin' header has a value 'https://app.example/' that is not equal to the supplied origin. Have the server send the header with a valid value.
app.js:12 PUT https://api.example/items?token=s3cr3ts3cr3ts3cr3t net::ERR_FAILED
app.js:12 Uncaught (in promise) TypeError: Failed to fetch`

const FIREFOX = `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/items. (Reason: header ‘x-api-key’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response). [Learn More]
Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/items. (Reason: CORS request did not succeed). Status code: (null). [Learn More]
Uncaught (in promise) TypeError: NetworkError when attempting to fetch resource.`

const SAFARI = `[Error] Preflight response is not successful. Status code: 401
[Error] Fetch API cannot load https://api.example/items due to access control checks.
[Error] Unhandled Promise Rejection: TypeError: Load failed`

const ruleLines = (out: string): readonly string[] =>
  [...out.matchAll(/^ {2}([a-z-]+)$/gm)].map(([, id]) => id ?? '')

describe('whycors rules with what a console printed', () => {
  it('finds the rule behind Chrome’s sentence, with its values and without its secrets', async () => {
    const { code, out } = await whycors(['rules', CHROME])
    expect(code).toBe(0)
    expect(out).toContain('Chrome: PreflightAllowOriginMismatch, for the preflight response')
    expect(out).toContain('https://app.example/\n')
    expect(out).not.toContain('s3cr3t')
    expect(ruleLines(out)).toEqual(['allow-origin-trailing-slash'])
    expect(out).toContain("It doesn't say the status of the response. A recording does")
    expect((await whycors(['rules', '--show-secrets', CHROME])).out).toContain('s3cr3t')
  })

  it('finds the rules behind Firefox’s, and leaves out what it prints of the request beside it', async () => {
    const { code, out } = await whycors(['rules', FIREFOX])
    expect(code).toBe(0)
    expect(out).toContain('Firefox: CORSMissingAllowHeaderFromPreflight')
    expect(out).toMatch(/refused header +x-api-key/)
    expect(out).not.toContain('CORSDidNotSucceed')
    expect(ruleLines(out)).toContain('header-not-allowed')
  })

  it('finds the rule behind Safari’s, with the URL of the sentence after it', async () => {
    const { code, out } = await whycors(['rules', SAFARI])
    expect(code).toBe(0)
    expect(out).toMatch(/Safari: WK_PreflightStatus, for the preflight response\n {2}URL +https:\/\/api/)
    expect(out).toMatch(/status +401/)
    expect(ruleLines(out)).toEqual(['preflight-status-not-ok'])
  })

  it('reads standard input, where no quotes have to be escaped', async () => {
    expect((await whycors(['rules', '-'], { '-': CHROME })).out).toBe((await whycors(['rules', CHROME])).out)
  })

  it('tells several sentences one after another, and each once', async () => {
    const { out } = await whycors(['rules', `${CHROME}\n${CHROME}\n${SAFARI}`])
    expect(out.match(/^(Chrome|Safari): /gm)).toEqual(['Chrome: ', 'Safari: '])
  })

  it.each([
    ['PreflightMissingAllowOriginHeader', 'Chrome', 'allow-origin-missing'],
    ['CORSMissingAllowOrigin', 'Firefox', 'allow-origin-missing'],
    ['CORSMissingAllowOrigin2', 'Firefox', 'allow-origin-missing'],
    [
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS/Errors/CORSNotSupportingCredentials',
      'Firefox',
      'allow-origin-wildcard-with-credentials',
    ],
    ['Issue: MethodDisallowedByPreflightResponse (CORS)', 'Chrome', 'method-not-allowed'],
  ])('takes a code alone: %s', async (text, engine, rule) => {
    const { code, out } = await whycors(['rules', text])
    expect(code).toBe(0)
    expect(out.startsWith(`${engine}: `)).toBe(true)
    expect(ruleLines(out)).toContain(rule)
  })

  it('says that no rule is behind what Chrome refuses as Local Network Access', async () => {
    const sentence =
      "Access to fetch at 'https://api.test/' from origin 'https://app.test' has been blocked by CORS policy: Permission was denied for this request to access the `loopback` address space."
    const { code, out } = await whycors(['rules', sentence])
    expect(code).toBe(0)
    expect(out).toContain("This isn't a CORS rule")
    expect(ruleLines(out)).toEqual([])
  })

  it.each([
    ['nothing of the kind', /no failed request or rule/],
    ['Fetch API cannot load https://x.test/ due to access control checks.', /paste that one/],
    ['no-such-rule', /there is no rule "no-such-rule"/],
  ])('ends with a clear line and exit code 2 on: %s', async (text, words) => {
    const { code, out, err } = await whycors(['rules', text])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
    expect(err.trimEnd()).not.toContain('\n')
  })

  it('prints nothing that acts on a terminal, whatever the pasted text holds', async () => {
    const hostile = CHROME.replace("'https://app.example/'", "'\x1b[31mhttps://app.example/\x07'")
    const { out } = await whycors(['rules', hostile])
    expect(out).toContain('[31mhttps://app.example/')
    expect(out.includes('\x1b') || out.includes('\x07')).toBe(false)
  })

  it('ends on a long text that only begins like a sentence, again and again', async () => {
    expect((await whycors(['rules', "Access to fetch at '".repeat(20_000)])).code).toBe(2)
  })
})
