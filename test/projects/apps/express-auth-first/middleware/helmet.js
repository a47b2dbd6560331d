// what helmet() sends by default, as far as matters here
module.exports = () => (req, res, next) => {
  res.removeHeader('X-Powered-By')
  res.set({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'X-Permitted-Cross-Domain-Policies': 'none',
  })
  next()
}
