/** What programs need of the machine: nothing that holds a token, a password or the name of a job. */
const PASSED_ON = [
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
] as const;

/**
 * The environment of a program we start: a short list of the machine's variables, with `own` laid over them. HOME is an
 * empty folder of this run, so that the program finds nobody's credentials or configuration there.
 */
export function scrubbedEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), HOME: home, USERPROFILE: home, ...own };
}
