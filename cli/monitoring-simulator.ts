/**
 * `node cli/monitoring-simulator.ts --url URL --key KEY [--count N]`: plays the monitoring platform (监测预警) against a
 * district server, with fictional sightings and with everything a bad feed might send. One JSON line a step; exit code 1 when
 * an answer was not the one expected.
 */
import { playMonitoring } from '../district/testing/monitoring-run.ts';
import { playFeed } from './play-feed.ts';

const USAGE = '用法：node cli/monitoring-simulator.ts --url http://127.0.0.1:8450 --key 密钥 [--count 5]';

process.exitCode = await playFeed(process.argv.slice(2), USAGE, playMonitoring);
