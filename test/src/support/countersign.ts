// The compiled command as a program, for tests that start it as a process.
import { run } from '@countersign/cli';

await run();
