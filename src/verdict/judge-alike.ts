import type { Because } from '../evidence/because.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Branch } from './branch.ts'
import { nextFailingChecks } from './failing-checks.ts'
import { type JudgeOptions, judge } from './judge.ts'
import { openBranches } from './open-branches.ts'
import type {
  CannotTell,
  EngineVerdicts,
  Failing,
  FailingCheck,
  FailingChecks,
  Shared,
  Unexplained,
  Verdict,
} from './verdict.ts'

/**
 * Returns the verdict on a fetch, given the one on another of its kind: the outcome is the same, and whatever names the
 * recording's places or values is found out when it's first read.
 */
export function judgeAlike(exchange: Exchange, model: Verdict, options: JudgeOptions): Verdict {
  switch (model.type) {
    case 'shared':
      return new SharedAlike(exchange, options)
    case 'blocked':
    case 'depends':
      return new FailingAlike(exchange, options, model)
    case 'cannot-tell':
      return new CannotTellAlike(exchange, options, model)
    case 'unexplained':
      return model.how === 'outside CORS'
        ? { type: model.type, how: model.how, why: model.why, exchange, engines: model.engines }
        : new UnexplainedAlike(exchange, options, model.how)
    case 'not-cors':
      return { type: model.type, why: model.why, exchange, engines: model.engines }
  }
}

/** What every verdict has that CORS has a say in. */
class Alike {
  readonly exchange: Exchange
  readonly #options: JudgeOptions
  #whole: Verdict | null = null

  constructor(exchange: Exchange, options: JudgeOptions) {
    this.exchange = exchange
    this.#options = options
  }

  protected get whole(): Verdict {
    this.#whole ??= judge(this.exchange, this.#options)
    return this.#whole
  }

  get engines(): EngineVerdicts {
    return this.whole.engines
  }

  get branches(): readonly Branch[] {
    return openBranches(this.whole)
  }
}

class SharedAlike extends Alike implements Shared {
  readonly type = 'shared'
}

class FailingAlike extends Alike implements Failing {
  readonly type: 'blocked' | 'depends'
  readonly #failing: FailingChecks

  constructor(exchange: Exchange, options: JudgeOptions, { type, failing }: Failing) {
    super(exchange, options)
    this.type = type
    this.#failing = failing
  }

  get failing(): FailingChecks {
    const { whole } = this
    return whole.type === 'blocked' || whole.type === 'depends' ? whole.failing : this.#failing
  }

  get failingNext(): readonly FailingCheck[] {
    return nextFailingChecks(this.whole)
  }
}

class CannotTellAlike extends Alike implements CannotTell {
  readonly type = 'cannot-tell'
  readonly missing: readonly Because[]

  constructor(exchange: Exchange, options: JudgeOptions, { missing }: CannotTell) {
    super(exchange, options)
    this.missing = missing
  }
}

class UnexplainedAlike extends Alike implements Unexplained {
  readonly type = 'unexplained'
  readonly how: Unexplained['how']

  constructor(exchange: Exchange, options: JudgeOptions, how: Unexplained['how']) {
    super(exchange, options)
    this.how = how
  }
}
