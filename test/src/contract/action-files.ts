import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../../..');

interface Described {
  readonly description: string;
  readonly default?: string;
}

/** What is read of an action.yml. */
export interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, Described & { readonly required: boolean }>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export interface WorkflowStep {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly WorkflowStep[];
}

/** What is read of a workflow. */
export interface Workflow {
  readonly name: string;
  /** The text, for what a parser drops: comments. */
  readonly text: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export const ACTION_NAMES = ['sign', 'attest', 'verify', 'setup-tools', 'generate-sbom', 'scan'] as const;

export const readAction = (name: string): ActionFile =>
  parse(readFileSync(join(ROOT, 'actions', name, 'action.yml'), 'utf8')) as ActionFile;

export const readReadme = (name: string): string =>
  readFileSync(join(ROOT, 'actions', name, 'README.md'), 'utf8');

/** Every workflow of action-examples. */
export function readExamples(): readonly Workflow[] {
  const folder = join(ROOT, 'action-examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { ...(parse(text) as Omit<Workflow, 'text'>), name, text };
    });
}
