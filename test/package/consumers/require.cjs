const { readFileSync } = require('node:fs')
const whycors = require('whycors')

import('./used.mjs')
  .then(({ used }) => used(whycors, readFileSync(0, 'utf8')))
  .then((result) => console.log(JSON.stringify(result)))
