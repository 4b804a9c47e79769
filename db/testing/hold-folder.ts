import { lockFolder } from '../folder-lock.ts';

/** Holds a data folder until it is killed; says so in one line. */
const lock = await lockFolder(process.argv[2] ?? '', 0).catch((error: Error) => error);
process.stdout.write(`${lock instanceof Error ? lock.name : 'held'}\n`);
if (!(lock instanceof Error)) process.stdin.resume().once('end', () => lock.release());
