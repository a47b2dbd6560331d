/** What was found, as it is once it was JSON. */
export interface Used {
  readonly report: { readonly tool: { readonly name: string; readonly version: string } }
  readonly [part: string]: unknown
}
export function used(whycors: object, text: string): Promise<Used>
