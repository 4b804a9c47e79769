/**
 * `node cli/portal-simulator.ts --url URL --key KEY [--count N]`: plays the portal for applications from home against a
 * district server, with fictional people and with everything a bad portal might send. One JSON line a step; exit code 1 when
 * an answer was not the one expected.
 */
import { playPortal } from '../district/testing/portal-run.ts';
import { playFeed } from './play-feed.ts';

const USAGE = '用法：node cli/portal-simulator.ts --url http://127.0.0.1:8450 --key 密钥 [--count 5]';

process.exitCode = await playFeed(process.argv.slice(2), USAGE, playPortal);
