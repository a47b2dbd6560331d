import { code, text } from '../../text/text.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { unchecked } from './proof.ts'
import { csharp } from './quote/csharp.ts'

/** The framework's own middleware only adds `Vary` if there are several origins, and only for those that it allows. */
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

/** ASP.NET Core with its CORS middleware, and a default policy for every endpoint. */
export default defineGenerator({
  id: 'aspnet-core',
  title: 'ASP.NET Core',
  language: 'csharp',
  docs: 'https://learn.microsoft.com/aspnet/core/security/cors',
  syntax: csharp,
  kind: 'app',
  find: "grep -rniE 'cors|access-control-' --include='*.cs' --include='*.config' .",
  proof: unchecked('the tests have no .NET'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, { env }) => ({
    code: [
      '// Before builder.Build():',
      'builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy',
      ...`${policyCalls(policy, env).join('\n')}));`.split('\n'),
      '',
      '// After var app = builder.Build():',
      ...(policy.origins === '*' ? [] : VARY),
      '// Before UseAuthentication, UseAuthorization and UseResponseCaching.',
      'app.UseCors();',
      '',
    ].join('\n'),
    where: text`In ${code('Program.cs')}, where the comments say (with ${code('Startup')}: ${code('ConfigureServices')} and ${code('Configure')}), after ${code('UseExceptionHandler')} and ${code('UseRouting')}. Needs .NET 6.`,
    removeFirst: [
      text`${code('[EnableCors]')}, ${code('[DisableCors]')} and ${code('RequireCors')}, which replace this policy, and policies with ${code('SetIsOriginAllowed')}.`,
      text`${code('Access-Control-*')} in ${code('web.config')}, of a proxy in front and in the CORS settings of Azure App Service.`,
    ],
    notes: [
      text`Without ${code('app.UseExceptionHandler')}, an unhandled exception is a 500 without headers.`,
      text`${code('UseHttpsRedirection')} redirects http preflights: call the https address.`,
    ],
  }),
})

function policyCalls(policy: CorsPolicy, env: string | null): readonly string[] {
  const { origins, methods, headers, exposed, credentials, maxAge } = policy
  const call = (name: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [`    .${name}(${values.map(csharp.literal).join(', ')})`]
  return [
    ...(origins === '*'
      ? ['    // Access-Control-Allow-Origin: *', '    .AllowAnyOrigin()']
      : originCalls(origins, env)),
    ...call('WithMethods', methods),
    ...call('WithHeaders', headers),
    ...call('WithExposedHeaders', exposed),
    ...(credentials ? ['    .AllowCredentials()'] : []),
    ...(maxAge === null ? [] : [`    .SetPreflightMaxAge(TimeSpan.FromSeconds(${maxAge}))`]),
  ]
}

/** Returns the comparison of origins; from a variable without `*`, which would allow every website. */
function originCalls(origins: readonly string[], env: string | null): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  const listed = exact.map(csharp.literal).join(', ')
  const list =
    env === null
      ? `new[] { ${listed} }`
      : `(Environment.GetEnvironmentVariable("${env}") ?? "").Split(',', StringSplitOptions.TrimEntries).Where(origin => !origin.Contains('*')).ToArray()`
  if (patterns.length === 0) return [`    .WithOrigins(${env === null ? listed : list})`]
  const tests = [
    ...(exact.length === 0 ? [] : [`${list}.Contains(origin)`]),
    `System.Text.RegularExpressions.Regex.IsMatch(origin, @"^${patternsSource(patterns)}\\z")`,
  ]
  return [`    .SetIsOriginAllowed(origin => ${tests.join(' || ')})`]
}
