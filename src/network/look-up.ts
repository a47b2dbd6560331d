import { resolve4, resolve6, resolveCname, resolveNs } from 'node:dns/promises'

/** How long a look-up may take, in milliseconds. */
const PATIENCE = 5000

/** Reports whether a name is in the DNS: "no" only if the DNS itself says so. */
export async function lookUp(host: string): Promise<'yes' | 'no' | 'unknown'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'unknown'>((done) => {
    timer = setTimeout(() => done('unknown'), PATIENCE)
  })
  try {
    return await Promise.race([ask(host), late])
  } finally {
    clearTimeout(timer)
  }
}

async function ask(host: string): Promise<'yes' | 'no' | 'unknown'> {
  let isMissing = false
  for (const query of [resolve4, resolve6, resolveCname, resolveNs])
    try {
      await query(host)
      return 'yes'
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      // A name without records of this kind still exists.
      if (code === 'ENODATA') return 'yes'
      if (code !== 'ENOTFOUND') return 'unknown'
      isMissing = true
    }
  return isMissing ? 'no' : 'unknown'
}
