import { pageOfRule, plain, type RuleId, showingSecrets, textToMarkdown } from '../internal.ts'
import { asMessage } from './sarif-message.ts'

/**
 * Returns a rule as a SARIF reportingDescriptor, with what GitHub shows: a title, a description, and help with an
 * example. SARIF 2.1.0, 3.49; https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function sarifRule(id: RuleId): object {
  const { means, step, example, sentences } = pageOfRule(id)
  const explanation = [...example.summary, ' ', ...example.detail]
  const console = sentences.filter(({ message }) => message !== null)
  const standard = `${step.algorithm} of the Fetch standard`
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: asMessage(means) },
    fullDescription: {
      text: asMessage(`${means} The browser blocks such a request in the ${standard}.`),
    },
    help: {
      text: asMessage(
        [
          means,
          `Example: ${example.call}`,
          ...(example.exchange === '' ? [] : [example.exchange]),
          plain(explanation, showingSecrets.value),
          ...console.map(({ title, message }) => `${title}: ${message}`),
          `The standard: ${step.url}`,
        ].join('\n\n'),
      ),
      markdown: [
        means,
        '**Example**',
        `\`\`\`js\n${example.call}\n\`\`\``,
        ...(example.exchange === '' ? [] : [`\`\`\`http\n${example.exchange}\n\`\`\``]),
        textToMarkdown(explanation, showingSecrets),
        ...(console.length === 0 ? [] : ['**What browsers print**']),
        ...console.map(({ title, message }) => `${title}:\n\n\`\`\`text\n${message}\n\`\`\``),
        `[${standard}](${step.url})`,
      ].join('\n\n'),
    },
    helpUri: step.url,
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['cors'], precision: 'very-high', 'problem.severity': 'error' },
  }
}
