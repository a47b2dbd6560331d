import { useEffect, useState } from 'preact/hooks'
import type { Diagnosis } from '../../internal.ts'
import { isRow, type Listed, type Row } from './listed.ts'
import type { Session } from './session.ts'

/** Returns the diagnosis of a request; null until it's here. */
export function useDiagnosis(session: Session, one: Listed | null): Diagnosis | null {
  const [loaded, setLoaded] = useState<{ readonly of: Row; readonly diagnosis: Diagnosis } | null>(null)
  useEffect(() => {
    if (one === null || !isRow(one)) return undefined
    let isWanted = true
    session.withDiagnosis(one, (diagnosis) => {
      if (isWanted) setLoaded({ of: one, diagnosis })
    })
    return () => {
      isWanted = false
    }
  }, [one, session])
  if (one === null || !isRow(one)) return one
  // While more is found out about a request, what is known of it stays.
  return loaded?.of.id === one.id ? loaded.diagnosis : null
}
