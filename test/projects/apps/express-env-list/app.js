import express from 'express'
import cors from 'cors'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const allowedOrigins = (process.env.CORS_ORIGINS ?? '').split(',')

const admin = express()
admin.get('/stats', cors(), (req, res) => {
  res.setHeader('Access-Control-Expose-Headers', 'X-Took')
  res.set('X-Took', '3').json({ users: 3 })
})

const server = express()
server.use(
  cors({
    origin(origin, callback) {
      if (!origin || allowedOrigins.includes(origin)) callback(null, true)
      else callback(new Error('Not allowed by CORS'))
    },
    credentials: true,
  }),
)
server.use(express.json())
server.use('/admin', admin)
server.route('/carts/:id')
  .get((req, res) => res.json({ id: req.params.id }))
  .put((req, res) => res.json({ ...req.body, id: req.params.id }))
  .delete((req, res) => res.status(204).end())

server.use((error, req, res, next) => {
  res.status(500).header('Access-Control-Allow-Origin', '*').json({ error: error.message })
})

const http = createServer(server)
const sockets = new WebSocketServer({ noServer: true })
http.on('upgrade', (request, socket, head) => {
  if (!allowedOrigins.includes(request.headers.origin)) return socket.destroy()
  sockets.handleUpgrade(request, socket, head, (ws) => ws.send('hello'))
})
http.listen(process.env.PORT, '127.0.0.1')
