import type { NetworkFault } from '../check/wire.ts'

/** Returns the meaning of an error of a socket or of Node's HTTP client, with its host. */
export function faultOf(error: unknown, { host, hostname, protocol }: URL): NetworkFault {
  const { code, message, reason } = partsOf(error)
  const certificate = CERTIFICATE.get(code)
  if (certificate !== undefined) {
    const detail = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? namesIn(reason) : ''
    return { fault: 'tls', message: `the certificate of ${host} ${certificate}${detail} (${code})` }
  }
  if (/^(ENOTFOUND|EAI_)/.test(code))
    return {
      fault: 'dns',
      message:
        code === 'EAI_AGAIN'
          ? `the name ${hostname} could not be looked up: the name server didn't respond (${code})`
          : `the name ${hostname} could not be resolved (${code})`,
    }
  if (code === 'ECONNREFUSED')
    return { fault: 'refused', message: `${host} refused the connection (${code})` }
  if (/^E(HOST|NET)(UNREACH|DOWN)$|^EADDRNOTAVAIL$|^EACCES$|^EPERM$/.test(code))
    return { fault: 'refused', message: `${host} can't be reached (${code})` }
  if (code === 'ETIMEDOUT')
    return { fault: 'timeout', message: `the connection to ${host} timed out (${code})` }
  if (/^HPE_/.test(code))
    return { fault: 'protocol', message: `the response of ${host} isn't valid HTTP (${code})` }
  if (/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/.test(code))
    return { fault: 'closed', message: `${host} closed the connection without a response (${code})` }
  if (/^(ERR_SSL|EPROTO|ERR_TLS|CERT|CRL|ERR_OSSL)/.test(code) || /\bSSL\b|\bTLS\b/.test(message))
    return {
      fault: 'tls',
      message: /wrong.version.number|packet.length|http.request/i.test(`${code} ${message}`)
        ? `${host} doesn't speak TLS on this port; try http:// (${code})`
        : `the TLS connection to ${host} failed (${code})`,
    }
  if (/^ERR_HTTP2/.test(code) || code === 'ERR_INVALID_HTTP_TOKEN' || code === 'ERR_INVALID_CHAR')
    return { fault: 'protocol', message: `the HTTP exchange with ${host} failed (${code})` }
  return {
    fault: 'protocol',
    message: `the ${protocol.slice(0, -1)} request to ${host} failed (${code === '' ? message.slice(0, 100) : code})`,
  }
}

/** If several addresses were tried, the first error counts. */
function partsOf(error: unknown): {
  readonly code: string
  readonly message: string
  readonly reason: string
} {
  const one = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error
  const { code, message, reason } = (typeof one === 'object' && one !== null ? one : {}) as Partial<
    Record<'code' | 'message' | 'reason', unknown>
  >
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : String(one),
    reason: typeof reason === 'string' ? reason : '',
  }
}

/** The names that a certificate is for, as Node's reason lists them. */
function namesIn(reason: string): string {
  const names = [...reason.matchAll(/DNS:([\w.*-]{1,100})/g)].map(([, name = '']) => name)
  return names.length === 0
    ? ''
    : `: it's for ${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`
}

/** What is wrong with a certificate, by OpenSSL's and Node's codes. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE: ReadonlyMap<string, string> = new Map([
  ['CERT_HAS_EXPIRED', 'has expired'],
  ['CERT_NOT_YET_VALID', "isn't valid yet"],
  ['CERT_REVOKED', 'is revoked'],
  ['CERT_REJECTED', 'is rejected'],
  ['CERT_UNTRUSTED', "isn't trusted"],
  ['CERT_SIGNATURE_FAILURE', 'has a wrong signature'],
  ['CERT_CHAIN_TOO_LONG', 'comes with too long a chain'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'is self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', "has a self-signed issuer that this machine doesn't trust"],
  ['UNABLE_TO_GET_ISSUER_CERT', "has an issuer that this machine doesn't know"],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', "has an issuer that this machine doesn't know"],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "has an issuer that the server doesn't send"],
  ['INVALID_CA', 'has an issuer that may not issue it'],
  ['INVALID_PURPOSE', 'is for another purpose'],
  ['HOSTNAME_MISMATCH', 'is for another name'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'is for another name'],
])
