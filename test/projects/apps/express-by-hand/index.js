const express = require('express')
const app = express()

const allowCrossDomain = function (req, res, next) {
  res.header('Access-Control-Allow-Origin', '*')
  res.header('Access-Control-Allow-Methods', 'GET,PUT,POST,DELETE')
  res.header('Access-Control-Allow-Headers', 'Content-Type')
  res.header({
    'Access-Control-Allow-Credentials': 'true',
    'Cache-Control': 'no-store',
  })
  next()
}

app.use(express.static('public'))
app.get('/profile', (req, res) => res.json({ name: 'Jo' }))
app.use(allowCrossDomain)
app.options('/settings', (req, res) => {
  res.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Length': 0 })
  res.end()
})
app.put('/settings', express.json(), (req, res) => res.header('X-Version', '7').json(req.body))
app.get('/feed', (req, res) => {
  res.type('json').set('Access-Control-Allow-Origin', req.headers.origin).send('[]')
})

module.exports = app
if (require.main === module) app.listen(process.env.PORT, '127.0.0.1')
