import { expect, test } from 'vitest'
import goGenerator from '../../../../src/fix/generators/go.ts'
import { go } from '../../../../src/fix/generators/quote/go.ts'
import { codeOf } from '../start/code-of.ts'
import { startGo } from '../start/start-go.ts'
import { hostilePolicies, hostilePreflights } from './hostile-preflights.ts'
import { printableValues } from './printable-values.ts'

/** Returns what a Go expression is as JSON, `declared` beside it. */
async function evaluated(expression: string, declared = ''): Promise<unknown> {
  const server = await startGo(`package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
)

${declared}
type preflight struct {
	cors   func(http.Handler) http.Handler
	origin string
}

func answers(preflights []preflight) []http.Header {
	all := []http.Header{}
	for _, asked := range preflights {
		r := httptest.NewRequest("OPTIONS", "/", nil)
		r.Header.Set("Origin", asked.origin)
		r.Header.Set("Access-Control-Request-Method", "PUT")
		w := httptest.NewRecorder()
		asked.cors(http.NotFoundHandler()).ServeHTTP(w, r)
		all = append(all, w.Header())
	}
	return all
}

func main() {
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(${expression})
	}))
}
`)
  try {
    return await (await fetch(`http://127.0.0.1:${server.port}/`)).json()
  } finally {
    await server.stop()
  }
}

test('Go reads a literal back byte for byte', async () =>
  expect(await evaluated(`[]string{${printableValues.map(go.literal).join(', ')}}`)).toEqual(printableValues))

test('Go answers preflights with policies of hostile names byte for byte', async () => {
  const declared = hostilePolicies.map((policy, i) =>
    codeOf(goGenerator, policy)
      .replaceAll('isAllowedOrigin(', `isAllowedOrigin${i}(`)
      .replace('func cors(', `func cors${i}(`),
  )
  const asked = hostilePreflights.map(
    ({ policy, origin }) => `{cors${hostilePolicies.indexOf(policy)}, ${go.literal(origin)}}`,
  )
  const answers = await evaluated(`answers([]preflight{${asked.join(', ')}})`, declared.join('\n'))
  expect(
    (answers as readonly Record<string, readonly string[]>[]).map((headers) =>
      Object.fromEntries(
        Object.entries(headers).map(([name, lines]) => [name.toLowerCase(), lines.join(', ')]),
      ),
    ),
  ).toEqual(hostilePreflights.map(({ answer }) => answer))
})
