exports.requireUser = (req, res, next) => {
  const header = req.get('Authorization') || ''
  if (!header.startsWith('Bearer ')) return res.status(401).json({ error: 'who are you?' })
  next()
}
