import { isError, type Responder } from './responder.ts'

/** Products that respond themselves: storage services, and programs with a CORS setting. */
export const products: readonly Responder[] = [
  {
    id: 'aws-s3',
    name: 'Amazon S3',
    layer: 'product',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    own: [{ certainty: 'high', headers: { Server: /^AmazonS3$/i } }],
  },
  {
    id: 'azure-storage',
    name: 'Azure Storage',
    layer: 'product',
    source: 'https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2',
    own: [
      { certainty: 'high', headers: { Server: /^(Windows-Azure-|Microsoft-HTTPAPI\/2\.0 Windows-Azure)/i } },
      { certainty: 'high', headers: { 'x-ms-error-code': /./ }, host: /\.core\.windows\.net$/ },
    ],
  },
  {
    id: 'google-cloud-storage',
    name: 'Google Cloud Storage',
    layer: 'product',
    source: 'https://cloud.google.com/storage/docs/xml-api/reference-headers',
    own: [{ certainty: 'high', headers: { 'X-GUploader-UploadID': /./ } }],
  },
  {
    id: 'airplay-receiver',
    name: "macOS's AirPlay Receiver",
    layer: 'product',
    source: 'https://developer.apple.com/forums/thread/682332',
    own: [{ certainty: 'high', headers: { Server: /^AirTunes\//i } }],
  },
  {
    id: 'minio',
    name: 'MinIO',
    layer: 'product',
    source: 'https://github.com/minio/minio/blob/master/cmd/api-headers.go',
    own: [{ certainty: 'high', headers: { Server: /^MinIO\b/i } }],
  },
  {
    id: 'webpack-dev-server',
    name: 'webpack-dev-server',
    layer: 'product',
    source: 'https://github.com/webpack/webpack-dev-server/blob/main/lib/Server.js',
    own: [
      { certainty: 'high', body: /^Error occurred while trying to proxy/ },
      { certainty: 'high', statuses: isError, body: /^Invalid Host\/?(Origin)? header$/ },
    ],
  },
  {
    id: 'vite',
    name: 'the Vite dev server',
    layer: 'product',
    source: 'https://vite.dev/config/server-options.html#server-allowedhosts',
    own: [{ certainty: 'high', body: /^Blocked request\. This host \(/ }],
  },
]
