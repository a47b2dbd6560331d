import { describe, expect, test } from 'vitest'
import { get } from '../../../src/fetch/header-list.ts'
import nginxProxyPass from '../../../src/fix/proxies/nginx-proxy-pass.ts'
import { createCertificate } from '../../engines/lab/certificate.ts'
import { send } from '../servers/battery/send.ts'
import { proxyRunsOn } from '../servers/start/runs-on.ts'
import { nginxHere, startNginxServer } from '../servers/start/start-nginx.ts'
import { proxiedBattery } from './proxied-battery.ts'
import { startApi } from './start-api.ts'

const FILES = { 'html/index.html': '<!doctype html><title>own page</title>' }
const page = (snippet: string): string => `root html; types { text/html html; }\n${snippet}`

/** Starts Nginx before an API, over TLS where there is a certificate, and returns what `ask` makes of it. */
async function withProxy<T>(
  tls: { readonly key: string; readonly cert: string } | undefined,
  trusted: string,
  ask: (port: number, prefix: string) => Promise<T>,
): Promise<T> {
  const api = await startApi(tls)
  const target = `${tls === undefined ? 'http' : 'https'}://localhost:${api.port}`
  const snippet = nginxProxyPass.generate({
    target,
    urls: [`${target}/items`],
    page: null,
    credentials: false,
    headers: [],
  })
  if (snippet.type === 'unsupported') throw new Error('unsupported')
  const written = snippet.code.replace('/etc/ssl/certs/ca-certificates.crt', 'ca.crt')
  // Nginx resolves the name to both loopback addresses, and the API listens on one.
  const running = await startNginxServer(() => page(written), { ...FILES, 'ca.crt': trusted })
  try {
    return await ask(running.port, snippet.moved[0].to.replace('/items', ''))
  } finally {
    await running.stop()
    await api.close()
  }
}

describe('Nginx', () => {
  proxiedBattery(nginxProxyPass, (snippetAt) => startNginxServer((port) => page(snippetAt(port).code), FILES))

  test('a redirect of the API to a path of its own stays in the proxy', async () => {
    const asked = await withProxy(undefined, '', async (port, prefix) => ({
      prefix,
      answer: await send(port, { method: 'GET', path: `${prefix}/moved`, headers: {} }),
    }))
    expect(get(asked.answer.headerList, 'Location')).toMatch(new RegExp(`${asked.prefix}/items/$`))
  })

  describe('an API over https', () => {
    const { key, cert } = createCertificate(['localhost'])
    const status = (trusted: string) =>
      withProxy({ key, cert }, trusted, async (port, prefix) => {
        const { status } = await send(port, { method: 'GET', path: `${prefix}/items`, headers: {} })
        return status
      })

    test('answers if its certificate is trusted', async () => expect(await status(cert)).toBe(200))

    test('is not believed if it is not', async () =>
      expect(await status(createCertificate(['localhost']).cert)).toBe(502))
  })

  proxyRunsOn('nginx-proxy-pass', nginxHere, { exactly: false })
})
