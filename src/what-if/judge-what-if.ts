import type { Exchange } from '../evidence/exchange.ts'
import { judge } from '../verdict/judge.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { editedExchange } from './edited-exchange.ts'
import type { WhatIf } from './what-if.ts'

/** Returns the verdict on an edited exchange, by the rules of the browser that recorded it. */
export const judgeWhatIf = (exchange: Exchange, edited: WhatIf, show: (value: string) => string): Verdict =>
  judge(editedExchange(exchange, edited), { engine: null, show })
