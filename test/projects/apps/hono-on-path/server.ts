import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { cors } from 'hono/cors'

const books = new Hono()
books.use('*', cors({ origin: '*' }))
books.get('/', (c) => c.json([]))
books.patch('/:id', async (c) => c.json(await c.req.json()))

const api = new Hono<{ Variables: { user: string } }>()
api.use('/v1/*', bearerAuth({ token: 't' }))
api.use('/v1/books/*', cors({ origin: 'https://app.example.com', credentials: true }))
api.route('/v1/books', books)
api.get('/v1/broken', () => {
  throw new Error('broken')
})

serve({ fetch: api.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
