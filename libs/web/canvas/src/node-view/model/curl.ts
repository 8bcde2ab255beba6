/** What a call needs to know of a webhook. */
export interface CallableWebhook {
  readonly url: string;
  readonly methods: readonly string[];
  readonly auth: string;
}

/** A command that calls a webhook, with its secret where it is known. */
export function curlFor({ url, methods, auth }: CallableWebhook, secret = '<secret>'): string {
  const method = methods.includes('POST') ? 'POST' : (methods[0] ?? 'POST');
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'DELETE';
  const body = '{"hello":"world"}';
  const parts = [
    method === 'GET' ? `curl '${url}'` : `curl -X ${method} '${url}'`,
    ...authParts(auth, secret, body),
    ...(hasBody ? [`-H 'Content-Type: application/json'`, `-d '${body}'`] : []),
  ];
  return parts.join(' \\\n  ');
}

function authParts(auth: string, secret: string, body: string): readonly string[] {
  switch (auth.toLowerCase()) {
    case 'token':
      return [`-H 'X-Webhook-Token: ${secret}'`];
    case 'basic':
      return [`-u 'webhook:${secret}'`];
    case 'hmac':
      return [
        `-H "X-Signature: sha256=$(printf '%s' '${body}' | openssl dgst -sha256 -hmac '${secret}' -r | cut -d' ' -f1)"`,
      ];
    default:
      return [];
  }
}
