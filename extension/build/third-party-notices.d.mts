/** What esbuild says of a bundle, as far as it's read here. */
interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >
}
export function thirdPartyNotices(metafiles: readonly Metafile[]): string
