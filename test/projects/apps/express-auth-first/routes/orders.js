const { Router } = require('express')

const router = Router()
const list = [{ id: 1 }, { id: 2 }]

router.get('/', (req, res) => res.set('X-Total-Count', String(list.length)).json(list))
router.patch('/:id', (req, res) => res.json({ id: Number(req.params.id), ...req.body }))
router.post('/fail', (req, res, next) => next(new Error('database is down')))

module.exports = router
