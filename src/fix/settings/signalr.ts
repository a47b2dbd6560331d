import { withCode } from '../../text/with-code.ts'
import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { csharp } from '../generators/quote/csharp.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of SignalR. */
export default defineSetting({
  id: 'signalr',
  title: 'SignalR',
  kind: 'product',
  language: 'csharp',
  docs: 'https://learn.microsoft.com/aspnet/core/signalr/security',
  syntax: csharp,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [path('medium', /\/negotiate$/)],
  refuses: (policy) =>
    policy.origins === '*' ? withCode('it takes a list of names, not every website') : null,
  write: (policy) => ({
    lines: [
      'builder.Services.AddCors(options => options.AddPolicy("signalr", policy => policy',
      `    .WithOrigins(${originsOf(policy).map(csharp.literal).join(', ')})`,
      `    .WithMethods(${[...new Set(['GET', 'POST', ...policy.methods])].map(csharp.literal).join(', ')})`,
      `    .WithHeaders(${[...new Set(['x-requested-with', 'x-signalr-user-agent', ...policy.headers])].map(csharp.literal).join(', ')})`,
      ...(policy.exposed.length === 0
        ? []
        : [`    .WithExposedHeaders(${policy.exposed.map(csharp.literal).join(', ')})`]),
      ...(policy.maxAge === null ? [] : [`    .SetPreflightMaxAge(TimeSpan.FromSeconds(${policy.maxAge}))`]),
      `    ${policy.credentials ? '.AllowCredentials()' : '.DisallowCredentials()'}));`,
      '// after app.UseRouting(), before app.UseAuthorization():',
      'app.UseCors("signalr");',
    ],
    where: 'In `Program.cs`. Restart it for the change to take effect.',
    notes: ['The JavaScript client sends credentials unless `withCredentials: false` is set.'],
  }),
})
