/** How far the recording alone settles a statement: high: little else looks so; low: one of several. */
export type Confidence = 'high' | 'medium' | 'low'
