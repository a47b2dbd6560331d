/** Where a snippet goes: what it imports, what stands beside `main`, and what makes a `handler` of a `mux`. */
export interface GoSnippet {
  readonly imports: readonly string[]
  readonly before: string
  readonly inMain: string
}

/** Returns an app of Go's standard library with a snippet in it; it recovers from panics inside of that. */
export const goApp = ({ imports, before, inMain }: GoSnippet): string => `package main

import (
	"net/http"
	"os"
${[...imports, ...usedBy(before + inMain)].map((path) => `	"${path}"\n`).join('')})

${before}
func main() {
	api := http.NewServeMux()
	ok := func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
	api.HandleFunc("/items", ok)
	api.HandleFunc("/private", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "who?", http.StatusUnauthorized)
			return
		}
		ok(w, r)
	})
	api.HandleFunc("/only-get", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet {
			http.Error(w, "GET only", http.StatusMethodNotAllowed)
			return
		}
		ok(w, r)
	})
	api.HandleFunc("/boom", func(w http.ResponseWriter, r *http.Request) { panic("boom") })
	api.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusBadGateway) })

	mux := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				http.Error(w, "broken", http.StatusInternalServerError)
			}
		}()
		api.ServeHTTP(w, r)
	})
${inMain}
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), handler)
}
`

/** What goimports would add. */
const usedBy = (code: string): readonly string[] =>
  ['regexp', 'strings'].filter((name) => new RegExp(`\\b${name}\\.`).test(code))
