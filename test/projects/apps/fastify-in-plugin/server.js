import Fastify from 'fastify'
import cors from '@fastify/cors'

const app = Fastify({ logger: false })

app.addHook('onRequest', async (request, reply) => {
  if (!request.headers['x-api-key']) return reply.code(401).send({ error: 'no key' })
})

app.register(async (api) => {
  await api.register(cors, {
    origin: ['https://app.example.com'],
    methods: ['GET'],
  })
  api.get('/items', async () => [])
  api.delete('/items/:id', async (request, reply) => {
    reply.header('Access-Control-Allow-Origin', '*').code(204).send()
  })
})

app.get('/version', async () => ({ version: 4 }))

app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
