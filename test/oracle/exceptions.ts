import type { OracleCase } from './oracle-case.ts'

type Browser = 'chromium' | 'firefox' | 'webkit'

/** A case, or a kind of case, in which a recorded verdict is not the engine's CORS verdict, with the reason. */
export interface Exception {
  readonly browser: Browser
  readonly cases: (oracle: OracleCase) => boolean
  /** What is left out of the comparison. */
  readonly except: 'everything' | 'requests sent'
  readonly reason: string
}

const id = (wanted: string) => (oracle: OracleCase) => oracle.id === wanted

export const exceptions: readonly Exception[] = [
  {
    browser: 'firefox',
    cases: ({ hops, firefox }) =>
      hops.some(({ origin }) => origin.includes('cdn.third.test')) &&
      firefox?.category === 'CORSDidNotSucceed2',
    except: 'everything',
    reason:
      'The Firefox of that recording could not resolve cdn.third.test, so every chain that got there ended in a network error.',
  },
  {
    browser: 'webkit',
    cases: id('11-446'),
    except: 'requests sent',
    reason:
      'XMLHttpRequest with a string body rewrites the charset of the Content-Type (as its standard asks) before CORS sees the header.',
  },
]
