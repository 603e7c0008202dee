import type { Step } from './run-action.js';

/** Where secrets stand in what a step left: nowhere, but for the commands that tell the runner to hide them. */
export function leaks(step: Step, secrets: readonly string[]): readonly string[] {
  const places: Readonly<Record<string, string>> = {
    stdout: step.stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    stderr: step.stderr,
    ...step.files,
  };
  const texts = [...secrets, ...step.masked].filter((secret) => secret !== '');
  return Object.entries(places).flatMap(([place, content]) =>
    [...new Set(texts)]
      .flatMap((secret) => [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
      .filter((form) => content.includes(form))
      .map(() => place),
  );
}
