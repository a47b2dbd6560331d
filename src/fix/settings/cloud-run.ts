import { header, host, together } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting } from './setting.ts'

/** The CORS setting of Cloud Run or Cloud Functions, access. */
export default defineSetting({
  id: 'cloud-run',
  title: 'Cloud Run or Cloud Functions, access',
  kind: 'product',
  language: 'shell',
  docs: 'https://docs.cloud.google.com/run/docs/authenticating/public',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['origins', 'methods', 'headers', 'credentials'],
  signs: [
    together(
      'high',
      header('high', 'Server', /^Google Frontend$/i),
      host('high', /\.(cloudfunctions\.net|run\.app)$/),
    ),
  ],
  write: () => ({
    lines: [
      'gcloud run services add-iam-policy-binding SERVICE --region REGION --member allUsers --role roles/run.invoker',
    ],
    where:
      'In a shell with the Google Cloud CLI; first-generation functions: `gcloud functions add-invoker-policy-binding FUNCTION --member allUsers`. It takes effect without a restart.',
    notes: [
      'This makes the service callable by everybody, as a page needs it: check the user in the code.',
      "The CORS headers are the code's own: use the generator of its framework, such as `firebase-functions`.",
    ],
  }),
})
