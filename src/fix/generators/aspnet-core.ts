import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { unchecked } from './proof.ts'
import { csharp } from './quote/csharp.ts'

/** The framework's own middleware adds `Vary` for several origins alone, and only to those that it allows. */
const VARY = [
  '// Before every other middleware; caches need it on every response.',
  'app.Use((context, next) =>',
  '{',
  '    context.Response.OnStarting(() =>',
  '    {',
  '        if (!context.Response.Headers.Vary.Contains("Origin"))',
  '            context.Response.Headers.Append("Vary", "Origin");',
  '        return Task.CompletedTask;',
  '    });',
  '    return next(context);',
  '});',
]

/** ASP.NET Core with its CORS middleware, and a default policy that every endpoint has. */
export default defineGenerator({
  id: 'aspnet-core',
  title: 'ASP.NET Core',
  language: 'csharp',
  docs: 'https://learn.microsoft.com/aspnet/core/security/cors',
  syntax: csharp,
  kind: 'app',
  proof: unchecked('the tests have no .NET'),
  write: (policy) => ({
    code: [
      '// Before builder.Build():',
      'builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy',
      ...`${policyCalls(policy).join('\n')}));`.split('\n'),
      '',
      '// After var app = builder.Build():',
      ...(policy.origins === '*' ? [] : VARY),
      '// Before UseAuthentication, UseAuthorization and UseResponseCaching.',
      'app.UseCors();',
      '',
    ].join('\n'),
    where: text`In ${code('Program.cs')}, where the comments say. ${code('UseExceptionHandler')} stays in front of ${code('UseCors')}; so does ${code('UseRouting')}, where it is called at all.`,
    removeFirst: [
      text`${code('[EnableCors]')}, ${code('[DisableCors]')} and ${code('RequireCors')} on endpoints, which replace this policy, and policies with ${code('SetIsOriginAllowed')}.`,
      text`${code('Access-Control-*')} headers in ${code('web.config')}, of a proxy in front and in the CORS settings of Azure App Service; one of them must do it.`,
    ],
    notes: [
      text`An exception that nobody handles ends in a bare 500 without headers: with ${code('app.UseExceptionHandler')} the page can read it.`,
      text`Every preflight is answered with 204, that of another origin without ${code('Access-Control-*')} headers.`,
      text`${code('UseHttpsRedirection')} in front redirects the preflight of a page that uses the http address, which browsers refuse.`,
      text`Written for .NET 6 and newer; with a ${code('Startup')} class the first part belongs into ${code('ConfigureServices')}, the second into ${code('Configure')}.`,
    ],
  }),
})

function policyCalls({
  origins,
  methods,
  headers,
  exposed,
  credentials,
  maxAge,
}: CorsPolicy): readonly string[] {
  const call = (name: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [`    .${name}(${values.map(csharp.literal).join(', ')})`]
  return [
    ...(origins === '*'
      ? ['    // Access-Control-Allow-Origin: *', '    .AllowAnyOrigin()']
      : call('WithOrigins', origins)),
    ...call('WithMethods', methods),
    ...call('WithHeaders', headers),
    ...call('WithExposedHeaders', exposed),
    ...(credentials ? ['    .AllowCredentials()'] : []),
    ...(maxAge === null ? [] : [`    .SetPreflightMaxAge(TimeSpan.FromSeconds(${maxAge}))`]),
  ]
}
