/** Returns how often something happens: "twice", "3 times". */
export const times = (count: number): string =>
  count === 2 ? 'twice' : `${count.toLocaleString('en')} times`
