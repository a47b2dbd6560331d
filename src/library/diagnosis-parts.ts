import type { DiagnoseOptions, Diagnosis } from '../diagnose.ts'
import { type Exchange, plainExchange } from '../evidence/exchange.ts'
import { judge } from '../verdict/judge.ts'

/** A diagnosis as data that another thread can be sent; the verdict follows from the exchange. */
export type DiagnosisParts = Omit<Diagnosis, 'verdict'> & { readonly exchange: Exchange }

/** Returns the parts of a diagnosis, all of them made. */
export const partsOf = ({ verdict, rootCauses, cautions, plan, bugs, times }: Diagnosis): DiagnosisParts => ({
  exchange: plainExchange(verdict.exchange),
  rootCauses,
  cautions,
  plan,
  bugs,
  ...(times === undefined ? {} : { times }),
})

/** Returns the diagnosis that has these parts. */
export const diagnosisOf = ({ exchange, ...parts }: DiagnosisParts, options: DiagnoseOptions): Diagnosis => ({
  verdict: judge(exchange, options),
  ...parts,
})
