/** How much of a text's end always stays. */
const END = 18

/** A long value on one line: where room is short, its middle gives way; all of it shows on hover. */
export function MiddleText({ text }: { readonly text: string }) {
  const at = text.length - Math.min(END, Math.floor(text.length / 2))
  return (
    <span class="middle" title={text}>
      <span>{text.slice(0, at)}</span>
      <span>{text.slice(at)}</span>
    </span>
  )
}
