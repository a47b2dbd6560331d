/** How certain a statement is from the recording alone. high: few other explanations; low: one of several. */
export type Confidence = 'high' | 'medium' | 'low'
