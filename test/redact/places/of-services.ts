import { again, at, got, inUrl, type Place, sent } from './place.ts'

const encoded = encodeURIComponent
const base64 = (text: string): string => btoa(text)
const JWT = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiI0MiIsImF1ZCI6InNob3AifQ.c2lnbmF0dXJlLW9mLWl0'

/** Secrets as real services put them into URLs and headers. */
export const ofServices: readonly Place[] = [
  // Storage: links that are rights by themselves.
  at(
    'a shared access signature of Azure',
    'https://shop.blob.core.windows.net/files/a.pdf?sv=2022-11-02&st=2026-01-01T00%3A00%3A00Z&se=2026-01-02T00%3A00%3A00Z&sr=b&sp=r&sig=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg%3D%3D',
    'Zm9vYmFyYmF6',
  ),
  at(
    'a signed URL of Google Cloud Storage, version 4',
    'https://storage.googleapis.com/shop/a.pdf?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=svc%40shop.iam.gserviceaccount.com%2F20260101%2Fauto%2Fstorage%2Fgoog4_request&X-Goog-Date=20260101T000000Z&X-Goog-Expires=900&X-Goog-SignedHeaders=host&X-Goog-Signature=5a1c0ffee5a1c0ffee5a1c0ffee5a1c0ffee',
    '5a1c0ffee5a1c0ffee',
  ),
  at(
    'a signed URL of Google Cloud Storage, version 2',
    'https://storage.googleapis.com/shop/a.pdf?GoogleAccessId=svc@shop.iam.gserviceaccount.com&Expires=1767225600&Signature=abCD%2BefGH%2FijKL0123456789mnOP%3D%3D',
    'abCD%2BefGH',
  ),
  at(
    'a signed URL of CloudFront',
    'https://d111111abcdef8.cloudfront.net/a.mp4?Expires=1767225600&Signature=nitfHRCrtziwO2HwPfWw~yYDhUF5EwRunQA-j19DzZr&Key-Pair-Id=K2JCJMDEHXQW5F',
    'nitfHRCrtziwO2HwPfWw',
  ),
  at(
    'a presigned URL of S3 with a session token',
    `https://shop.s3.amazonaws.com/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAQ3EGRGBBEXAMPLE7%2F20260101%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEPv%2F%2F%2F%2FwEaCXVzLWVhc3QtMSJHMEUCIQ&X-Amz-Signature=fe5f80f77d5fa3beca038a248ff027d0`,
    'IQoJb3JpZ2luX2Vj',
  ),
  at(
    'the token of a download in Firebase Storage',
    'https://firebasestorage.googleapis.com/v0/b/shop.appspot.com/o/a.png?alt=media&token=7f1d2c3b-9a8e-4f6d-b5c4-3a2b1c0d9e8f',
    '7f1d2c3b-9a8e-4f6d',
  ),
  at(
    'the key of a Firebase API',
    'https://identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=AIzaSyDq0abcdEFGHijklMNOPqrst_UVwx123',
    'SyDq0abcdEFGH',
  ),
  at(
    'the token of a file in Supabase',
    `https://abcdefghij.supabase.co/storage/v1/object/sign/avatars/a.png?token=${JWT}`,
    'c2lnbmF0dXJlLW9mLWl0',
  ),
  sent('apikey', JWT, 'c2lnbmF0dXJlLW9mLWl0'),
  at(
    'a token of Mapbox',
    'https://api.mapbox.com/v4/a.json?access_token=pk.eyJ1Ijoic2hvcCIsImEiOiJjazF6In0.Zm9vYmFyMTIz',
    'Zm9vYmFyMTIz',
  ),
  at(
    'a signature of Cloudinary',
    'https://api.cloudinary.com/v1_1/shop/image/upload?api_key=874837483274837&timestamp=1767225600&signature=a788d68f86a6f868af5c1f2a3b4c5d6e7f8091a2',
    'a788d68f86a6f868',
  ),
  at(
    'a signature of imgix',
    'https://shop.imgix.net/a.jpg?w=200&s=5c1f2a3b4c5d6e7f8091a2b3c4d5e6f7',
    '5c1f2a3b4c5d6e7f',
  ),
  at(
    'the hmac of Shopify',
    'https://app.example.test/auth?shop=a.myshopify.com&timestamp=1767225600&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf',
    '700e2dadb827fcc8',
  ),
  // Chat, mail, payments: the URL is the credential.
  at(
    'a webhook of Slack',
    'https://hooks.slack.com/services/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',
    'Ax7Qm2Lk9PzR4tVw8YbN3cDe',
  ),
  at(
    'a webhook of Discord',
    'https://discord.com/api/webhooks/1101010101010101010/kJ8s-Lq2ZpT0vXb4NfRw6YcmA1B2C3d4E5f6G7h8',
    'kJ8s-Lq2ZpT0vXb4',
  ),
  at(
    'a webhook of Teams',
    'https://shop.webhook.office.com/webhookb2/3f2504e0-4f89-41d3-9a0c-0305e82c3301@1b4e28ba-2fa1-11d2-883f-0016d3cca427/IncomingWebhook/5c1f2a3b4c5d6e7f8091a2b3c4d5e6f7/9a8e4f6d',
    '5c1f2a3b4c5d6e7f',
  ),
  at(
    'the token of a Telegram bot',
    'https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage',
    'AAHdqTcvCH1vGWJx',
  ),
  at('the URL of a Zapier hook', 'https://hooks.zapier.com/hooks/catch/123456/abc12de/', 'abc12de'),
  at(
    'the client secret of a payment',
    'https://api.stripe.com/v1/payment_intents/pi_3MtwBwLkdIwHu7ix28a3tqPa?client_secret=pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH',
    'YrKJUKribcBjcG8',
  ),
  sent('Authorization', 'Bearer rk_test_51Habc0123456789DEFghi', '51Habc0123456789'),
  sent(
    'Stripe-Signature',
    't=1767225600,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd',
    '5257a869e7ecebed',
  ),
  sent(
    'X-Hub-Signature-256',
    'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    '757107ea0eb2509f',
  ),
  sent(
    'X-Slack-Signature',
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    'a2114d57b48eac39',
  ),
  sent(
    'X-Twilio-Email-Event-Webhook-Signature',
    'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM',
    'MEUCIGHQVtGj',
  ),
  sent('X-GitHub-Token', 'gho_16C7e42F292c6912E7710c838347Ae178B4a', '16C7e42F292c'),
  sent('PRIVATE-TOKEN', 'glpat-XyZ1234567890abcdef_', 'XyZ1234567890'),
  sent('X-Vault-Token', 'hvs.CAESIJlU02LQZq', 'CAESIJlU02LQZq'),
  sent('X-Figma-Token', 'figd_Xa9bC8dE7fG6hI5jK4lM3nO2', 'Xa9bC8dE7fG6'),
  sent('Notion-Token', 'secret_Xa9bC8dE7fG6hI5jK4lM3nO2p', 'Xa9bC8dE7fG6'),
  sent('X-Shopify-Storefront-Access-Token', 'd1e2f3a4b5c6', 'd1e2f3a4b5c6'),
  sent('X-Algolia-API-Key', '6be0576ff61c053d5f9a3225e2a90f76', '6be0576ff61c'),
  at(
    'a key of Algolia in the query',
    'https://abc-dsn.algolia.net/1/indexes/*/queries?x-algolia-api-key=6be0576ff61c053d5f9a3225e2a90f76&x-algolia-application-id=LATENCY',
    '6be0576ff61c',
  ),
  sent('X-Parse-Session-Token', 'r:pnktnjyb996sj4p156gjtp4im', 'pnktnjyb996sj4p156gjtp4im'),
  sent('X-Redmine-API-Key', 'ebc3f6b781a6fb3f2b0a83ce0ebb80e0d585189d', 'ebc3f6b781a6'),
  sent('DD-API-KEY', '9775a026f1ca7d1c6c5af9d94d9595a4', '9775a026f1ca'),
  sent('X-Amz-Security-Token', 'FwoGZXIvYXdzEBYaDHqa0AP1', 'FwoGZXIvYXdzEBYaDHqa0AP1'),
  sent('X-Ms-Token-Aad-Access-Token', 'opaque7Zk3', 'opaque7Zk3'),
  sent('Ocp-Apim-Subscription-Key', '4f1b6d0d', '4f1b6d0d'),
  sent('X-Functions-Key', 'b2RkLWtleQ==', 'b2RkLWtleQ'),
  sent('CF-Access-Client-Secret', 'bd3f1a', 'bd3f1a'),
  sent('X-Appwrite-JWT', JWT, 'c2lnbmF0dXJlLW9mLWl0'),
  sent('X-XSRF-TOKEN', 'Kq9x.Zz', 'Kq9x.Zz'),
  sent('X-Recaptcha-Response', '03AGdBq24PBCbwiDRaS_MJ7Z', '03AGdBq24PBCbwiDRaS'),
  sent('X-Session', `user=joe&sid=${'Zk39'.repeat(3)}`, 'Zk39Zk39Zk39'),
  sent('X-User-Credentials', base64('joe:Tiger-Hunter2'), base64('joe:Tiger-Hunter2')),
  // Logging in.
  at(
    'an answer of OAuth',
    'https://app.example.test/callback?code=4%2F0AX4XfWh_abCDefGHij&scope=email&state=af0ifjsldkj',
    '0AX4XfWh_abCDefGHij',
  ),
  at('the state of OAuth', 'https://app.example.test/callback?code=1&state=xyz-AF0ifjsldkj', 'AF0ifjsldkj'),
  at(
    'tokens in the fragment',
    'https://app.example.test/cb#access_token=SlAV32hkKG&token_type=bearer',
    'SlAV32hkKG',
  ),
  at(
    'the verifier of PKCE',
    'https://id.test/token?grant_type=authorization_code&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    'dBjftJeZ4CVP',
  ),
  at('a hint of OpenID Connect', `https://id.test/logout?id_token_hint=${JWT}`, 'c2lnbmF0dXJlLW9mLWl0'),
  at(
    'a response of SAML',
    `https://app.example.test/acs?SAMLResponse=${encoded(base64('<samlp:Response><Assertion>joe</Assertion>'))}&RelayState=abc`,
    base64('<samlp:Response>').slice(0, 16),
  ),
  at(
    'an artifact of SAML',
    'https://app.example.test/acs?SAMLart=AAQAAMh48%2F1oXIM%2BsDo7Dh2qMp1HM4IF5DaRNmDj6RdUmllwn9jJHyEgIi8%3D',
    'AAQAAMh48',
  ),
  at(
    'a ticket of CAS',
    'https://app.example.test/?ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7',
    'aA5Yuvrxzpv8Tau1cYQ7',
  ),
  at('a code by text message', 'https://api.test/login?phone=%2B15551234567&otp=482913', '482913'),
  at('a code of two factors', 'https://api.test/login?totp=482913', '482913'),
  at(
    'a link by mail',
    'https://app.example.test/auth/confirm?token_hash=pkce_5d41402abc4b2a76b9719d91&type=magiclink',
    '5d41402abc4b2a76',
  ),
  at(
    'a link of Auth0',
    'https://shop.eu.auth0.com/passwordless/verify_redirect?verification_code=938211&connection=email',
    '938211',
  ),
  at(
    'a ticket of Auth0',
    'https://shop.eu.auth0.com/u/reset-verify?ticket=Xk9bC8dE7fG6hI5jK4lM',
    'Xk9bC8dE7fG6',
  ),
  at(
    'an out-of-band code of Firebase',
    'https://app.example.test/__/auth/action?mode=resetPassword&oobCode=ABC123xyz_-9&apiKey=AIzaSyDq0abcdEFGHijklMNOPqrst',
    'ABC123xyz_-9',
  ),
  at(
    'a token of Rails',
    'https://app.example.test/users/password/edit?reset_password_token=s9hMyzuF4yuWG5xx',
    's9hMyzuF4yuWG5xx',
  ),
  at(
    'a token of Laravel',
    'https://app.example.test/password/reset/6c1e0f0c5b1e7d?email=joe%40mail.test',
    '6c1e0f0c5b1e7d',
  ),
  at(
    'a session in the path',
    'https://api.test/cart;jsessionid=1A530637289A03B07199A44E8D531427',
    '1A530637289A03B0',
  ),
  at(
    'a session of PHP',
    'https://api.test/cart.php?PHPSESSID=el4ukv0kqbvoirg7nkp4dncpk3',
    'el4ukv0kqbvoirg7',
  ),
  at(
    'a session of ASP.NET without cookies',
    'https://api.test/(S(lit3py55t21z5v55vlm25s55))/orders',
    'lit3py55t21z5v55',
  ),
  // Cookies under other names.
  got(
    'Set-Cookie',
    '__Host-next-auth.csrf-token=5d41402abc4b2a76b9719d91%7Cffff; Path=/; HttpOnly',
    '5d41402abc4b2a76',
  ),
  got('X-Set-Cookie', 'sid=Tiger-Hunter2; Path=/', 'Tiger-Hunter2'),
  got('Set-Cookie2', 'sid=Tiger-Hunter2; Version=1', 'Tiger-Hunter2'),
  got('X-Amzn-Remapped-Set-Cookie', 'sid=Tiger-Hunter2; Path=/', 'Tiger-Hunter2'),
  sent('X-Forwarded-Cookie', 'sid=Tiger-Hunter2', 'Tiger-Hunter2'),
  sent('Cookie2', '$Version=1; sid=Tiger-Hunter2', 'Tiger-Hunter2'),
  // What servers answer.
  got('X-Auth-Token', 'Tiger-Hunter2'),
  got('X-Refreshed-Token', 'opaque-7Zk3-token', 'opaque-7Zk3-token'),
  got('Authentication-Info', 'nextnonce="47364c23432d2e131a5fb210812c"', '47364c23432d2e13'),
  got(
    'WWW-Authenticate',
    'Digest realm="a", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    '5ccc069c403ebaf9',
  ),
  got('Location', `https://app.example/callback#id_token=${JWT}`, 'c2lnbmF0dXJlLW9mLWl0'),
  got(
    'Location',
    'https://app.example/login?next=%2Fcb%3Fsession_id%3Dcs_live_a1b2c3d4e5f6g7h8',
    'a1b2c3d4e5f6g7h8',
  ),
  got('Link', '<https://api.test/items?page=2&access_token=opaque7Zk3>; rel="next"', 'opaque7Zk3'),
  got('Refresh', '0; url=https://app.example/cb?token=opaque7Zk3', 'opaque7Zk3'),
  got('X-Debug-Request', 'GET /items?api_key=opaque7Zk3 HTTP/1.1', 'opaque7Zk3'),
  got('X-Upstream-Authorization', 'Basic am9lOlRpZ2VyLUh1bnRlcjI=', 'am9lOlRpZ2Vy'),
  got('Content-Disposition', 'attachment; filename="token=opaque7Zk3.txt"', 'opaque7Zk3'),
  // GraphQL and other structures.
  inUrl(`/graphql?query=${encoded('query($t:String){me(accessToken:"opaque7Zk3"){id}}')}`, 'opaque7Zk3'),
  inUrl(`/graphql?variables=${encoded('{"token":"opaque7Zk3"}')}`, 'opaque7Zk3'),
  inUrl(`/graphql?extensions=${encoded('{"auth":{"bearerToken":"opaque7Zk3"}}')}`, 'opaque7Zk3'),
  inUrl(`/rpc?params=${encoded('["login",{"user":"joe","passwd":"opaque7Zk3"}]')}`, 'opaque7Zk3'),
  inUrl(`/items?filter[token]=opaque7Zk3`, 'opaque7Zk3'),
  inUrl(`/items?user[password]=opaque7Zk3`, 'opaque7Zk3'),
  inUrl(`/items?auth.token=opaque7Zk3`, 'opaque7Zk3'),
  inUrl(
    `/items?config=${encoded(base64('{"password":"Tiger-Hunter2"}'))}`,
    base64('{"password":"Tiger-Hunter2"}').slice(0, 20),
  ),
  inUrl('/socket.io/?EIO=4&transport=polling&sid=Zk39Zk39ZkAAAB', 'Zk39Zk39ZkAAAB'),
  inUrl('/hub?id=Zk39Zk39Zk_abcdEFGH12&access_token=opaque7Zk3', 'opaque7Zk3'),
  inUrl(
    '/a?dsn=https%3A%2F%2F0123456789abcdef0123456789abcdef%40o1.ingest.test%2F2',
    '0123456789abcdef0123456789abcdef',
  ),
  inUrl('/a?db=postgres%3A%2F%2Fjoe%3ATiger-Hunter2%40db.test%2Fshop', 'Tiger-Hunter2'),
  again('a cookie in the fragment of a page', 'Zk39-Zk39-Zk', {
    page: 'https://app.example',
    request: { Cookie: 'sid=Zk39-Zk39-Zk', Referer: 'https://app.example/a?back=Zk39-Zk39-Zk' },
  }),
  again('a token in base64 of an e-mail address and password', base64('joe@mail.test:Tiger-Hunter2'), {
    request: { Authorization: `Basic ${base64('joe@mail.test:Tiger-Hunter2')}` },
    response: { 'X-Echo-Auth': base64('joe@mail.test:Tiger-Hunter2') },
  }),
]
