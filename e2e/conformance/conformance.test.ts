import { conformanceSuite } from './suite.ts';
import { directBed, stationBed } from './station-bed.ts';
import { websocketBed } from './websocket-bed.ts';

conformanceSuite('memory', async () => directBed(await stationBed('here')));
conformanceSuite('the worker thread', async () => directBed(await stationBed('worker')));
conformanceSuite('WebSocket', async () => websocketBed(await stationBed('worker')));
