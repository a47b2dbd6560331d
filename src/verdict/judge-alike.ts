import type { Because } from '../evidence/because.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Branch } from './branch.ts'
import { fromModel, type Models } from './models.ts'
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
export function judgeAlike(exchange: Exchange, model: Verdict, models: Models): Verdict {
  switch (model.type) {
    case 'shared':
      return new SharedAlike(exchange, models)
    case 'blocked':
    case 'depends':
      return new FailingAlike(exchange, model, models)
    case 'cannot-tell':
      return new CannotTellAlike(exchange, models, model)
    case 'unexplained':
      return model.how === 'outside CORS'
        ? { type: model.type, how: model.how, why: model.why, exchange, engines: model.engines }
        : new UnexplainedAlike(exchange, models, model.how)
    case 'not-cors':
      return { type: model.type, why: model.why, exchange, engines: model.engines }
  }
}

/** What every verdict has that CORS has a say in. */
class Alike {
  readonly exchange: Exchange
  protected readonly models: Models

  constructor(exchange: Exchange, models: Models) {
    this.exchange = exchange
    this.models = models
  }

  protected get whole(): Verdict {
    return this.models.whole(this.exchange)
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
  #checks: Pick<Failing, 'failing' | 'failingNext'> | null = null

  constructor(exchange: Exchange, { type, failing }: Failing, models: Models) {
    super(exchange, models)
    this.type = type
    this.#failing = failing
  }

  get failing(): FailingChecks {
    return this.#found.failing
  }

  get failingNext(): readonly FailingCheck[] {
    return this.#found.failingNext
  }

  get #found(): Pick<Failing, 'failing' | 'failingNext'> {
    this.#checks ??= this.#ofModel() ?? this.#ofWhole()
    return this.#checks
  }

  #ofModel(): Pick<Failing, 'failing' | 'failingNext'> | null {
    const model = this.models.of(this.exchange)
    if (model === null || model.verdict.type !== this.type) return null
    const failing = fromModel(this.exchange, model, model.verdict.failing)
    const failingNext = fromModel(this.exchange, model, model.verdict.failingNext)
    return failing === null || failingNext === null ? null : { failing, failingNext }
  }

  #ofWhole(): Pick<Failing, 'failing' | 'failingNext'> {
    const { whole } = this
    if (whole.type !== 'blocked' && whole.type !== 'depends')
      return { failing: this.#failing, failingNext: [] }
    // Not the whole verdict, of which so many would take much room.
    const { failing, failingNext } = whole
    return { failing, failingNext }
  }
}

class CannotTellAlike extends Alike implements CannotTell {
  readonly type = 'cannot-tell'
  readonly missing: readonly Because[]

  constructor(exchange: Exchange, models: Models, { missing }: CannotTell) {
    super(exchange, models)
    this.missing = missing
  }
}

class UnexplainedAlike extends Alike implements Unexplained {
  readonly type = 'unexplained'
  readonly how: Unexplained['how']

  constructor(exchange: Exchange, models: Models, how: Unexplained['how']) {
    super(exchange, models)
    this.how = how
  }
}
