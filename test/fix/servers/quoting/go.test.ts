import { expect, test } from 'vitest'
import { go } from '../../../../src/fix/generators/quote/go.ts'
import { startGo } from '../start/start-go.ts'
import { printableValues } from './printable-values.ts'

test('Go reads a literal back byte for byte', async () => {
  const program = `package main

import (
	"encoding/json"
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode([]string{${printableValues.map(go.literal).join(', ')}})
	}))
}
`
  const server = await startGo(program)
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}/`)
    expect(await answer.json()).toEqual(printableValues)
  } finally {
    await server.stop()
  }
})
