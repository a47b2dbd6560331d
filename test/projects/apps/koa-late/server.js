const Koa = require('koa')
const cors = require('@koa/cors')

const allowedOrigins = ['https://admin.example.com']
const api = new Koa()

api.use(async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    ctx.status = error.status || 500
    ctx.body = { error: error.message }
  }
})
api.use(async (ctx, next) => {
  if (ctx.path !== '/login' && !ctx.get('Authorization')) ctx.throw(401, 'log in first')
  await next()
})
api.use(
  cors({
    origin: (ctx) => {
      if (allowedOrigins.includes(ctx.get('Origin'))) return ctx.get('Origin')
      return ctx.throw(403, 'origin not allowed')
    },
    credentials: true,
  }),
)
api.use(async (ctx) => {
  if (ctx.path === '/broken') throw new Error('broken')
  ctx.set('Access-Control-Expose-Headers', 'X-Request-Id')
  ctx.body = { path: ctx.path, method: ctx.method }
})

api.listen(process.env.PORT, '127.0.0.1')
