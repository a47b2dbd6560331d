'use strict'
require('node:fs')
const express = require('express')
const cors = require('cors')
const helmet = require('./middleware/helmet')
const { requireUser } = require('./middleware/auth')
const orders = require('./routes/orders')

const app = express()

app.use(helmet())
app.use(express.json({ limit: '10kb' }))
app.get('/health', (req, res) => res.json({ ok: true }))

// everything below needs a user
app.use(requireUser)

const corsOptions = {
  origin: 'https://app.example.com',
  exposedHeaders: ['X-Total-Count'],
}
app.use(cors(corsOptions))
app.options('/orders', cors())

app.use('/orders', orders)

app.use((req, res) => res.status(404).json({ error: 'not found' }))
app.use((err, req, res, next) => {
  res.status(err.status || 500).json({ error: err.message })
})

app.listen(process.env.PORT, '127.0.0.1')
