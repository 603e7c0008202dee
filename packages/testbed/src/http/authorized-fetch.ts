/** A registry on this machine and how to log in. */
export interface RegistryTarget {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly auth?: { readonly username: string; readonly password: string } | null;
}

/** What is asked of a registry. */
export interface RegistryAsk {
  readonly method: string;
  readonly body?: Buffer<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a request, again with credentials where it is challenged. For the test bed alone: no retries, and the credentials
 * go where the registry's challenge says.
 */
export async function authorizedFetch(
  target: RegistryTarget,
  path: string,
  ask: RegistryAsk,
): Promise<Response> {
  const response = await fetch(target.origin + path, ask);
  const challenge = response.headers.get('www-authenticate');
  if (response.status !== 401 || challenge === null || !target.auth) return response;
  await response.body?.cancel();
  const authorization = await answerTo(challenge, target.auth);
  return fetch(target.origin + path, { ...ask, headers: { ...ask.headers, authorization } });
}

async function answerTo(challenge: string, auth: NonNullable<RegistryTarget['auth']>): Promise<string> {
  const basic = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
  if (!/^bearer /i.test(challenge)) return basic;
  const parameter = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const query = new URLSearchParams({ service: parameter('service'), scope: parameter('scope') });
  const response = await fetch(`${parameter('realm')}?${query.toString()}`, {
    headers: { authorization: basic },
  });
  const answer = (await response.json()) as { token?: unknown };
  if (typeof answer.token !== 'string') throw new Error(`the token service answered ${response.status}`);
  return `Bearer ${answer.token}`;
}
