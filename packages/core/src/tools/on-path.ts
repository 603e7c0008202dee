import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Build } from './build.js';
import { sha256File } from './hash-file.js';
import { versionOf } from './run-version.js';
import type { InstalledTool, ToolServices } from './types.js';

/** The tool as PATH has it, in exactly the version asked for; it is not verified. undefined: it is not there, or is another. */
export async function findOnPath(build: Build, services: ToolServices): Promise<InstalledTool | undefined> {
  const { definition, version, label } = build;
  const { log } = services.context;
  const path = await search(build.program, services.env);
  if (path === undefined) return undefined;
  if (definition.versionArgs === undefined) {
    log.info(`${path} is not used: it cannot say which version it is`);
    return undefined;
  }
  const found = await versionOf(path, definition.versionArgs, services);
  if (found !== version) {
    log.info(`${path} is not used: ${label} is asked for, and it is ${found ?? 'of an unknown version'}`);
    return undefined;
  }
  return {
    name: definition.name,
    version,
    path,
    sha256: await sha256File(path),
    source: 'path',
    verifiedBy: 'path',
  };
}

/** Folders of PATH that are relative are passed over: what they hold depends on where the job stands. */
async function search(program: string, env: ToolServices['env']): Promise<string | undefined> {
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, program);
    try {
      await access(path, constants.X_OK);
      if ((await stat(path)).isFile()) return path;
    } catch {
      continue; // not there, or not for this user
    }
  }
  return undefined;
}
