/** A permission that the server would have to give, one header at a time. */
export type ServerChange =
  | { readonly type: 'allow origin'; readonly origin: string }
  | { readonly type: 'allow credentials' }
  | { readonly type: 'allow method'; readonly method: string }
  | { readonly type: 'allow header'; readonly name: string }
  /** Respond to OPTIONS with an ok status, before anything that redirects or requires a login. */
  | { readonly type: 'answer preflight' }
  /** Make the value a comma-separated list of tokens. */
  | {
      readonly type: 'repair list'
      readonly header: 'Access-Control-Allow-Methods' | 'Access-Control-Allow-Headers'
    }
  /** Redirect to a URL that has no user name and no password. */
  | { readonly type: 'redirect without credentials' }

/** What only the page's own code can change. */
export interface ClientChange {
  readonly type: 'client'
  readonly what:
    | 'method case'
    | 'mode'
    | 'redirect mode'
    | 'request URL'
    | 'request header'
    | 'page origin'
    | 'request body'
}

/** What would fix one failing step. A server's change is preferred; a client's is for what no server can fix. */
export type Change = ServerChange | ClientChange
