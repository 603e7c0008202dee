// The first step of every npm script, and of every action and of the command (scripts/build-dist.mjs copies it): nothing
// is signed by a Node that lacks something half way. Written so that old versions of Node can read it.
import process from 'node:process';

const FLOOR = [24, 15];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1])) {
  console.error(
    `Countersign needs Node ${FLOOR.join('.')} or newer; this is ${process.versions.node} (${process.execPath}).\n` +
      '  In a checkout on Linux `npm ci` brings it: npm scripts find it, by hand it is node_modules/.bin/node.\n' +
      '  Elsewhere install Node 24 from https://nodejs.org/. A GitHub runner has it from version 2.334 on.',
  );
  process.exit(2);
}
